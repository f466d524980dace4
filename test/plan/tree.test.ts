import { expect, test } from "vitest";
import type { PlanComponent, Values } from "../../src/plan/model.js";
import { type Branch, treeOf } from "../../src/plan/tree.js";

const component = (noun: string, name: string, spec: Values = {}, parent?: string): PlanComponent => ({
  urn: `${noun} ${name}`,
  type: `webtier:index:${noun}`,
  noun,
  name,
  key: `${noun}:${name}`,
  cloud: "aws",
  ...(parent === undefined ? {} : { parent }),
  spec,
  customised: [],
  documents: {},
  outputs: {},
  options: {},
});

type Names = { [name: string]: Names };
const names = (branches: readonly Branch[]): Names =>
  Object.fromEntries(branches.map(({ component: { urn }, branches: inner }) => [urn, names(inner)]));

test("a component stands in what its spec names, or in its parent", () => {
  const network = component("Network", "shop");
  const tier = component("Tier", "web", { network: "Network:shop" });
  const image = component("Image", "web", {}, "Tier web");
  expect(names(treeOf({ components: [image, tier, network] }))).toEqual({
    "Network shop": { "Tier web": { "Image web": {} } },
  });
});

test("components that would stand in each other are not lost", () => {
  const components = [
    component("LoadBalancer", "a", { loadBalancer: "LoadBalancer:b" }),
    component("LoadBalancer", "b", { loadBalancer: "LoadBalancer:a" }),
    component("LoadBalancer", "c", { loadBalancer: "LoadBalancer:c" }),
    component("Listener", "d", { loadBalancer: "LoadBalancer:b" }),
  ];
  expect(names(treeOf({ components }))).toEqual({
    "LoadBalancer c": {},
    "LoadBalancer a": { "LoadBalancer b": { "Listener d": {} } },
  });
});
