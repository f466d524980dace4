import { expect, test } from "vitest";
import type { PlanComponent, Values } from "../../src/plan/model.js";
import { component, diff, plan, urn } from "./harness.js";

const type = (noun: string) => `webtier:index:${noun}`;
const side = (...components: PlanComponent[]) => plan({ components });
const rows = (base: PlanComponent[], head: PlanComponent[]) =>
  diff(side(...base), side(...head)).components.map(
    ({ status, depth, label }) => `${status} ${"-".repeat(depth)}${label}`,
  );

const network = component("Network", "shop", { cidr: "10.0.0.0/16" });
const tier = (name: string) => component("Tier", name, { network: network.key });
const front = component("LoadBalancer", "front", { network: network.key });
const inner = component("LoadBalancer", "inner", { network: network.key });
const listener = (balancer: PlanComponent, name: string, spec: Values = {}) =>
  component("Listener", name, { loadBalancer: balancer.key, ...spec });

test("a component shows both summaries, its fields and where it was written", () => {
  const set = (port: number, source: string) =>
    component("BackendSet", "pages", { protocol: "http", port, policy: "round-robin" }, { source });
  expect(diff(side(set(80, "a.ts:1:1")), side(set(81, "a.ts:2:1"))).components).toEqual([
    {
      status: "changed",
      urn: urn(type("BackendSet"), "pages"),
      noun: "BackendSet",
      name: "pages",
      label: "backend set pages",
      depth: 0,
      before: "http :80, round-robin",
      after: "http :81, round-robin",
      fields: [{ path: "port", before: 80, after: 81 }],
      customised: [],
      source: "a.ts:2:1",
    },
  ]);
});

test("a component that comes has no before, one that goes no after", () => {
  const { components } = diff(side(tier("a")), side(tier("b")));
  expect(components).toEqual([
    {
      status: "added",
      urn: urn(type("Tier"), "b"),
      noun: "Tier",
      name: "b",
      label: "tier b",
      depth: 0,
      after: "private",
      fields: [],
      customised: [],
    },
    {
      status: "removed",
      urn: urn(type("Tier"), "a"),
      noun: "Tier",
      name: "a",
      label: "tier a",
      depth: 0,
      before: "private",
      fields: [],
      customised: [],
    },
  ]);
});

test("what is gone stands last where it stood, with all that stood in it", () => {
  const head = [network, tier("web"), front, listener(front, "https")];
  const base = [...head, listener(front, "http"), inner, listener(inner, "api")];
  expect(rows(base, head)).toEqual([
    "same network shop",
    "same -tier web",
    "same -load balancer front",
    "same --listener https",
    "removed --listener http",
    "removed -load balancer inner",
    "removed --listener api",
  ]);
});

test("what stood in a renamed component stands in the renamed one", () => {
  const renamed = component(
    "LoadBalancer",
    "entry",
    { network: network.key },
    { options: { aliases: [{ name: "front" }] } },
  );
  expect(rows([network, front, listener(front, "http")], [network, renamed])).toEqual([
    "same network shop",
    "renamed -load balancer entry",
    "removed --listener http",
  ]);
});

test("components that stand in each other are told all the same", () => {
  const ring = [
    component("Tier", "a", { network: "network:b" }),
    component("Network", "b", { loadBalancer: "loadBalancer:c" }),
    component("LoadBalancer", "c", { tier: "tier:a" }),
  ];
  expect(rows(ring, ring)).toEqual(["same network b", "same -tier a", "same --load balancer c"]);
});

test("a reference to a renamed component is no difference, one to another component is", () => {
  const entry = component(
    "LoadBalancer",
    "entry",
    { network: network.key },
    { options: { aliases: [{ name: "front" }] } },
  );
  const found = (balancer: PlanComponent) =>
    diff(side(network, front, inner, listener(front, "http")), side(network, entry, inner, listener(balancer, "http")))
      .components.filter(({ noun }) => noun === "Listener")
      .map(({ status, fields }) => [status, fields]);
  expect([found(entry), found(inner)]).toEqual([
    [["same", []]],
    [["changed", [{ path: "loadBalancer", before: "loadBalancer:front", after: "loadBalancer:inner" }]]],
  ]);
});

test("a renamed component says its former name and place", () => {
  const renamed = component("Tier", "b", { placement: "public" }, { options: { aliases: [{ name: "a" }] } });
  expect(diff(side(component("Tier", "a", { placement: "private" })), side(renamed)).components).toEqual([
    {
      status: "renamed",
      urn: urn(type("Tier"), "b"),
      baseUrn: urn(type("Tier"), "a"),
      noun: "Tier",
      name: "b",
      baseName: "a",
      label: "tier b",
      depth: 0,
      before: "private",
      after: "public",
      fields: [{ path: "placement", before: "private", after: "public" }],
      customised: [],
    },
  ]);
});

test("customised roles are told, and that they are others", () => {
  const custom = (...customised: string[]) => component("Tier", "a", {}, { customised });
  expect(
    diff(side(custom("group")), side(custom("rule", "group"))).components.map((one) => [one.customised, one.fields]),
  ).toEqual([[["group", "rule"], [{ path: "customised[1]", after: "rule" }]]]);
});

test("the cloud of one component is a field of it, that of all is none", () => {
  const on = (cloud: string) => component("Tier", "a", {}, { cloud });
  const found = (cloud: string) =>
    diff(plan({ cloud: "toy", components: [on("toy")] }), plan({ cloud, components: [on("other")] })).components[0]
      ?.fields;
  expect([found("toy"), found("other")]).toEqual([[{ path: "cloud", before: "toy", after: "other" }], []]);
});
