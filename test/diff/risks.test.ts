import { describe, expect, test } from "vitest";
import type { PlanOptions, PlanResource, Values } from "../../src/plan/model.js";
import { component, diff, diffResources, plan, resource, urn } from "./harness.js";

const balancer = (name: string, inputs: Values = {}, more: Partial<PlanResource> = {}) =>
  resource("toy:lb:Balancer", name, { inputs, ...more });
const template = (name: string, inputs: Values = {}) => resource("toy:pool:Template", name, { inputs });
const held: PlanOptions = { protect: true };

test("destroyed and protected resources come first, then the worst effects, then URNs", () => {
  const anew = { options: held };
  const { risks, verdict } = diffResources(
    [
      balancer("gone"),
      balancer("held", { networkId: "a" }, anew),
      balancer("b", { networkId: "a" }),
      template("a", { x: 1 }),
      balancer("c", { networkId: "a" }),
      balancer("d", { size: 1 }),
    ],
    [
      balancer("held", { networkId: "b" }, anew),
      balancer("b", { networkId: "b" }),
      template("a", { x: 2 }),
      balancer("c", { networkId: "b" }),
      balancer("d", { size: 2 }),
    ],
  );
  expect(risks.map(({ kind, name, effect }) => [kind, name, effect])).toEqual([
    ["destroy", "gone", "outage"],
    ["replace", "held", "address-change"],
    ["replace", "b", "address-change"],
    ["replace", "c", "address-change"],
    ["update", "a", "rolling"],
  ]);
  expect(verdict.worst).toBe("outage");
});

test("a risk says what causes it, what it follows, what it means and where it was written", () => {
  const network = (range: string) => resource("toy:net:Network", "net", { inputs: { range } });
  const front = component("LoadBalancer", "front", {});
  const own = balancer(
    "front-balancer",
    { networkId: "[unknown]" },
    {
      component: front.urn,
      source: "index.ts:3:1",
      propertyDependencies: { networkId: [urn("toy:net:Network", "net")] },
    },
  );
  const side = (range: string) => plan({ components: [front], resources: [network(range), own] });
  expect(diff(side("a"), side("b")).risks).toEqual([
    {
      kind: "replace",
      effect: "outage",
      urn: urn("toy:net:Network", "net"),
      type: "toy:net:Network",
      name: "net",
      because: ["range"],
      follows: [],
      says: "everything in it moves",
    },
    {
      kind: "replace",
      effect: "address-change",
      urn: urn("toy:lb:Balancer", "front-balancer"),
      type: "toy:lb:Balancer",
      name: "front-balancer",
      component: "load balancer front",
      because: ["networkId"],
      follows: ["net"],
      says: "clients must look the new address up",
      source: "index.ts:3:1",
    },
  ]);
});

test("an update tells the properties of its worst effect", () => {
  const side = (port: number, size: number) => [balancer("front", { listeners: [{ port }], size })];
  expect(
    diffResources(side(80, 1), side(81, 2)).risks.map(({ effect, because, says }) => [effect, because, says]),
  ).toEqual([["connections-cut", ["listeners[0].port"], "open connections are cut"]]);
});

describe("protection", () => {
  const refused = (before: PlanOptions, after: PlanOptions | undefined, inputs: [Values, Values] = [{}, {}]) =>
    diffResources(
      [balancer("front", inputs[0], { options: before })],
      after === undefined ? [] : [balancer("front", inputs[1], { options: after })],
    ).risks.map((risk) => [risk.kind, risk.protected, risk.says]);
  const anew: [Values, Values] = [{ networkId: "a" }, { networkId: "b" }];

  test("the engine refuses to delete what the base protects", () => {
    expect(refused(held, undefined)).toEqual([["destroy", true, "the engine refuses: it is protected"]]);
  });

  test("the engine refuses to make anew what both sides protect", () => {
    expect(refused(held, held, anew)).toEqual([["replace", true, "the engine refuses: it is protected"]]);
  });

  test.each<[string, PlanOptions, PlanOptions]>([
    ["gives up", held, {}],
    ["brings", {}, held],
  ])("a change that %s protection may make anew", (_, before, after) => {
    expect(refused(before, after, anew)).toEqual([["replace", undefined, "clients must look the new address up"]]);
  });

  test("protection that goes is told", () => {
    const { diagnostics, verdict } = diffResources([balancer("a", {}, { options: held })], [balancer("a")]);
    expect([verdict.state, diagnostics]).toEqual([
      "none",
      [{ severity: "warning", message: "toy:lb:Balancer a is not protected any longer" }],
    ]);
  });
});

test("what goes without harm is no risk", () => {
  expect(diffResources([template("a")], []).risks).toEqual([]);
});

test("a type that no table knows hurts when it goes or is made anew, not when it changes", () => {
  const own = (name: string, size: number, replaceOnChanges?: string[]) =>
    resource("strange:x:Y", name, { inputs: { size }, options: replaceOnChanges ? { replaceOnChanges } : {} });
  const { risks, resources } = diffResources(
    [own("a", 1), own("b", 1), own("c", 1)],
    [own("b", 2, ["size"]), own("c", 2)],
  );
  expect(risks.map(({ kind, name, effect, says }) => [kind, name, effect, says])).toEqual([
    ["destroy", "a", "connections-cut", "whatever uses it loses it"],
    ["replace", "b", "connections-cut", "whatever uses it must take the new one up"],
  ]);
  expect(resources.map(({ name, effect }) => [name, effect])).toEqual([
    ["a", "connections-cut"],
    ["b", "connections-cut"],
    ["c", "in-place"],
  ]);
});

test("another cloud is one risk, and of what it destroys only the protected is told", () => {
  const base = plan({ resources: [balancer("a"), balancer("b"), balancer("c", {}, { options: held })] });
  const head = plan({ cloud: "other", resources: [resource("other:x:Y", "a")] });
  const { risks, counts } = diff(base, head);
  expect(counts).toEqual({ create: 1, update: 0, replace: 0, delete: 3, move: 0, same: 0 });
  expect(risks.map(({ kind, urn: at, effect, says }) => [kind, at, effect, says])).toEqual([
    [
      "cloud",
      urn("pulumi:pulumi:Stack", "shop-dev"),
      "outage",
      "moves from toy to other: 1 resource is made anew, 3 are destroyed",
    ],
    ["destroy", urn("toy:lb:Balancer", "c"), "outage", "the engine refuses: it is protected"],
  ]);
});

test("another region of a provider is told, another version is not", () => {
  const provider = (name: string, inputs: Values) =>
    resource("pulumi:providers:toy", name, { kind: "provider", inputs });
  const versions = diffResources(
    [provider("default_1_0_0", { region: "a", version: "1.0.0" })],
    [provider("default_1_1_0", { region: "b", version: "1.1.0" })],
  );
  expect(versions.diagnostics).toEqual([
    {
      severity: "warning",
      message: "provider toy default_1_1_0: region differs; whether that makes its resources anew is not predicted",
    },
  ]);
});
