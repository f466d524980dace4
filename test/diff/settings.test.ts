import { expect, test } from "vitest";
import type { PlanResource, Values } from "../../src/plan/model.js";
import { component, diff, plan, resource, urn } from "./harness.js";

const balancerType = "toy:lb:Balancer";
const web = (spec: Values = {}) => component("InstanceTemplate", "web", { machine: "small", ...spec });
const own = (inputs: Values, more: Partial<PlanResource> = {}) =>
  resource("toy:pool:Template", "web-template", { component: web().urn, inputs, ...more });

function natives(base: readonly PlanResource[], head: readonly PlanResource[], specs: [Values, Values] = [{}, {}]) {
  const [before, after] = [
    plan({ components: [web(specs[0])], resources: base }),
    plan({ components: [web(specs[1])], resources: head }),
  ];
  return diff(before, after).components.map(({ status, native }) => [status, native]);
}

test("a component whose spec stays and whose native resources change has changed", () => {
  expect(natives([own({ imageId: "ami-1", size: 1 })], [own({ imageId: "ami-2", size: 1 })])).toEqual([
    ["changed", [{ path: "imageId", before: "ami-1", after: "ami-2" }]],
  ]);
});

test("it is changed in the picture and in the verdict too", () => {
  const pool = component("InstancePool", "web", { size: { min: 1, max: 1 } });
  const side = (imageId: string) =>
    plan({ components: [pool], resources: [own({ imageId }, { component: pool.urn })] });
  const { topology, verdict } = diff(side("ami-1"), side("ami-2"));
  expect([topology.nodes.map(({ status }) => status), verdict.state]).toEqual([["changed"], "changes"]);
});

test("what the spec says need not be said again", () => {
  expect(natives([own({ type: "t1" })], [own({ type: "t2" })], [{ machine: "small" }, { machine: "large" }])).toEqual([
    ["changed", undefined],
  ]);
});

test("what carries on the field of another component is none of the settings", () => {
  const set = (port: number) => component("BackendSet", "pages", { port });
  const side = (port: number, imageId: string) =>
    plan({ components: [set(port), web()], resources: [own({ port: String(port), imageId })] });
  expect(diff(side(80, "a"), side(81, "b")).components.map(({ label, native }) => [label, native])).toEqual([
    ["instance template web", [{ path: "imageId", before: "a", after: "b" }]],
    ["backend set pages", undefined],
  ]);
});

test("what follows a resource made anew, or nobody knows, is left out; a hidden value is told as one", () => {
  const front = (networkId: string) => resource(balancerType, "front", { inputs: { networkId } });
  const after = { propertyDependencies: { target: [urn(balancerType, "front")] } };
  const side = (networkId: string, id: string, fingerprint: string) => [
    front(networkId),
    own({ target: "[unknown]", id, data: `[secret ${fingerprint}]` }, after),
  ];
  expect(natives(side("a", "x", "1"), side("b", "[unknown]", "2"))).toEqual([
    ["changed", [{ path: "data", before: "[secret]", after: "[secret]" }]],
  ]);
});

test("what two resources of a component have in common is told once", () => {
  const both = (imageId: string) => [
    own({ imageId }),
    { ...own({ imageId }), urn: urn("toy:pool:Template", "second") },
  ];
  expect(natives(both("a"), both("b"))).toEqual([["changed", [{ path: "imageId", before: "a", after: "b" }]]]);
});

test("what comes or goes is none of it", () => {
  expect(natives([own({})], [])).toEqual([["same", undefined]]);
});

test("lists of places, rights and backend sets are compared whole", () => {
  const places = (...tiers: string[]) => tiers.map((tier) => ({ kind: "tier", tier: `tier:${tier}` }));
  const balancer = (...tiers: string[]) =>
    plan({
      components: [component("LoadBalancer", "front", { allowFrom: places(...tiers) })],
    });
  expect(diff(balancer("web"), balancer("app", "web")).components[0]?.fields).toEqual([
    { path: "allowFrom", before: places("web"), after: places("app", "web") },
  ]);
});
