import { expect, test } from "vitest";
import type { ObservedChange } from "../../src/diff/observed.js";
import { diff, plan, resource, urn } from "./harness.js";

const type = "toy:lb:Balancer";
const front = (size: number) => plan({ resources: [resource(type, "front", { inputs: { size } })] });
const seen = (change: Partial<ObservedChange> & Pick<ObservedChange, "operation">): ObservedChange => ({
  replaceReasons: [],
  properties: [],
  ...change,
});

test("the engine's operation counts, with the effects of the tables", () => {
  const observed = new Map([
    [
      urn(type, "front"),
      seen({
        operation: "replace",
        replaceReasons: ["listeners[0].port"],
        properties: [
          { path: "listeners[0].port", before: 80, after: 81 },
          { path: "size", before: "[secret aa]", after: "[secret bb]", hidden: true },
        ],
        deletedFirst: true,
        id: "lb-1",
      }),
    ],
  ]);
  const { kind, resources, risks } = diff(front(1), front(1), { observed });
  expect({ kind, resources }).toEqual({
    kind: "preview",
    resources: [
      {
        operation: "replace",
        urn: urn(type, "front"),
        type,
        name: "front",
        effect: "outage",
        says: "nobody is served until the new one is there",
        deletedFirst: true,
        id: "lb-1",
        properties: [
          { path: "listeners[0].port", before: 80, after: 81, effect: "connections-cut", replaces: true },
          { path: "size", before: "[secret]", after: "[secret]", effect: "in-place", hidden: true },
        ],
      },
    ],
  });
  expect(risks.map(({ id, because }) => [id, because])).toEqual([["lb-1", ["listeners[0].port"]]]);
});

test("a reason that is no property is told too", () => {
  const observed = new Map([[urn(type, "front"), seen({ operation: "replace", replaceReasons: ["provider"] })]]);
  expect(diff(front(1), front(1), { observed }).risks.map(({ because }) => because)).toEqual([["provider"]]);
});

test("whatever the engine does not name stays as it is", () => {
  const { resources, counts } = diff(front(1), front(2), { observed: new Map() });
  expect([resources, counts.same]).toEqual([[], 1]);
});

test("a resource is found by its URN in the base as well", () => {
  const head = plan({ resources: [resource(type, "entry", { options: { aliases: [{ name: "front" }] } })] });
  const observed = new Map([[urn(type, "front"), seen({ operation: "update" })]]);
  expect(diff(front(1), head, { observed }).resources.map(({ operation, name }) => [operation, name])).toEqual([
    ["update", "entry"],
  ]);
});

test("what only the engine's state knows is told by its URN; components and providers are not", () => {
  const observed = new Map([
    [urn(`webtier:index:LoadBalancer$${type}`, "old"), seen({ operation: "delete", id: "lb-0", protected: true })],
    [urn("webtier:index:LoadBalancer", "front"), seen({ operation: "update" })],
    [urn("pulumi:providers:toy", "default"), seen({ operation: "update" })],
  ]);
  const { resources, risks } = diff(plan(), plan(), { observed });
  expect(resources).toEqual([
    {
      operation: "delete",
      urn: urn(`webtier:index:LoadBalancer$${type}`, "old"),
      type,
      name: "old",
      effect: "outage",
      says: "nobody is served",
      protected: true,
      id: "lb-0",
      properties: [],
    },
  ]);
  expect(risks.map(({ kind, id, protected: held }) => [kind, id, held])).toEqual([["destroy", "lb-0", true]]);
});
