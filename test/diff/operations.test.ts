import { describe, expect, test } from "vitest";
import type { PlanOptions, PlanResource, Values } from "../../src/plan/model.js";
import { diffResources, operations, resource, urn } from "./harness.js";

const networkType = "toy:net:Network";
const balancerType = "toy:lb:Balancer";

const network = (inputs: Values = {}, options: PlanOptions = {}) => resource(networkType, "net", { inputs, options });
const balancer = (inputs: Values = {}, more: Partial<PlanResource> = {}) =>
  resource(balancerType, "front", { inputs, ...more });

/** A balancer in the network. */
const inside = (options: PlanOptions = {}, property = "networkId") =>
  balancer({ [property]: "[unknown]" }, { propertyDependencies: { [property]: [urn(networkType, "net")] }, options });

function changed(before: Values, after: Values, options: PlanOptions = {}): string[] {
  return operations(diffResources([balancer(before)], [balancer(after, { options })]));
}

describe("properties", () => {
  test.each<[string, Values, Values, string[]]>([
    ["a value", { size: 1 }, { size: 2 }, ["update front: size"]],
    ["a value that comes", {}, { size: 2 }, ["update front: size"]],
    ["a value that goes", { size: 1 }, {}, ["update front: size"]],
    ["another type of value", { size: 1 }, { size: "1" }, ["update front: size"]],
    ["an object for a list", { size: {} }, { size: [] }, ["update front: size"]],
    ["a list by its indexes", { a: [1, 2, 3] }, { a: [1, 4] }, ["update front: a[1], a[2]"]],
    ["what is inside", { a: { b: [{ c: 1 }] } }, { a: { b: [{ c: 2 }] } }, ["update front: a.b[0].c"]],
    ["a key with a dot", { tags: { "a.b": 1 } }, { tags: { "a.b": 2 } }, ['update front: tags["a.b"]']],
    ["a hostile key", JSON.parse('{"__proto__":1}'), JSON.parse('{"__proto__":2}'), ["update front: __proto__"]],
    ["a key of every object", {}, { constructor: 1 }, ["update front: constructor"]],
    ["an order of keys", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ["what is unknown on both sides", { id: "[unknown]" }, { id: "[unknown]" }, []],
    ["what is unknown on one side", { id: "x" }, { id: "[unknown]" }, ["update front: id"]],
  ])("%s", (_, before, after, expected) => {
    expect(changed(before, after)).toEqual(expected);
  });

  test.each<[string, string[]]>([
    ["size", ["update front: a.b[0], a.c[0].d, a.c[1].d"]],
    ["a", ["update front: size"]],
    ["a.b", ["update front: a.c[0].d, a.c[1].d, size"]],
    ["a.c[*].d", ["update front: a.b[0], size"]],
    ["a.c[1]", ["update front: a.b[0], a.c[0].d, size"]],
    ['a["b"]', ["update front: a.c[0].d, a.c[1].d, size"]],
    ["*", []],
    ["a..b[", ["update front: a.b[0], a.c[0].d, a.c[1].d, size"]],
  ])("ignoreChanges %s", (path, expected) => {
    const inputs = (n: number) => ({ size: n, a: { b: [n], c: [{ d: n }, { d: n }] } });
    expect(changed(inputs(1), inputs(2), { ignoreChanges: [path] })).toEqual(expected);
  });

  test("a property that makes anew", () => {
    expect(changed({ networkId: "a" }, { networkId: "b" })).toEqual(["replace front: networkId!"]);
  });

  test("replaceOnChanges makes anew for a path, what lies in it, and what it lies in", () => {
    const anew = (path: string) => changed({ a: { b: 1 } }, { a: { b: 2 } }, { replaceOnChanges: [path] });
    expect([anew("a.b"), anew("a"), anew("*"), anew("c")]).toEqual([
      ["replace front: a.b!"],
      ["replace front: a.b!"],
      ["replace front: a.b!"],
      ["update front: a.b"],
    ]);
    expect(changed({}, { a: { b: 2 } }, { replaceOnChanges: ["a.b"] })).toEqual(["replace front: a!"]);
  });

  test("a part of what comes makes anew as it would alone", () => {
    const before = resource(networkType, "net", { inputs: {} });
    const after = resource(networkType, "net", { inputs: { tags: { owner: "me", other: 1 } } });
    expect(diffResources([before], [after]).resources.map(({ effect, properties }) => [effect, properties])).toEqual([
      ["rolling", [{ path: "tags", after: { owner: "me", other: 1 }, effect: "rolling" }]],
    ]);
  });
});

describe("values of other resources", () => {
  const of = (name: string) =>
    balancer({ networkId: "[unknown]" }, { propertyDependencies: { networkId: [urn(networkType, name)] } });
  const net = (name: string, options: PlanOptions = {}) => resource(networkType, name, { options });

  test("an unknown value that comes from another resource differs", () => {
    const nets = [net("a"), net("b")];
    expect(operations(diffResources([...nets, of("a")], [...nets, of("b")]))).toEqual(["replace front: networkId!"]);
  });

  test("one that comes from a renamed resource does not", () => {
    const head = [net("b", { aliases: [{ name: "a" }] }), of("b")];
    expect(operations(diffResources([net("a"), of("a")], head))).toEqual(["move b"]);
  });

  test("one that comes from a resource that is made anew follows it", () => {
    const found = diffResources([network({ range: "a" }), inside()], [network({ range: "b" }), inside()]);
    expect(operations(found)).toEqual(["replace front: networkId! after net", "replace net: range!"]);
  });

  test("one that makes nothing anew is updated", () => {
    const user = inside({}, "note");
    const found = diffResources([network({ range: "a" }), user], [network({ range: "b" }), user]);
    expect(operations(found)).toEqual(["update front: note after net", "replace net: range!"]);
  });

  test("an ignored one follows nothing", () => {
    const user = inside({ ignoreChanges: ["networkId"] });
    const found = diffResources([network({ range: "a" }), user], [network({ range: "b" }), user]);
    expect(operations(found)).toEqual(["replace net: range!"]);
  });

  test("an ignored one that comes from another resource than before does not differ", () => {
    const user = (from: string, inner: Values) =>
      balancer(
        { a: inner },
        { propertyDependencies: { a: [urn(networkType, from)] }, options: { ignoreChanges: ["a.b"] } },
      );
    const nets = [net("x"), net("y")];
    const found = diffResources([...nets, user("x", {})], [...nets, user("y", { b: { c: "[unknown]" } })]);
    expect(operations(found)).toEqual([]);
  });

  test("a known one stays as it is", () => {
    const user = balancer({ networkId: "net" }, { propertyDependencies: { networkId: [urn(networkType, "net")] } });
    const found = diffResources([network({ range: "a" }), user], [network({ range: "b" }), user]);
    expect(operations(found)).toEqual(["replace net: range!"]);
  });

  test("a resource that is only read, under another id, gives new values", () => {
    const read = (id: string) => resource(networkType, "net", { kind: "read", id });
    expect(operations(diffResources([read("1"), inside()], [read("2"), inside()]))).toEqual([
      "replace front: networkId! after net",
    ]);
  });

  test("replacements run through chains and rings to an end", () => {
    const link = (name: string, from: string) =>
      resource(balancerType, name, {
        inputs: { networkId: "[unknown]" },
        propertyDependencies: { networkId: [urn(balancerType, from)] },
      });
    const first = (id: string) => resource(balancerType, "a", { inputs: { networkId: id } });
    const chain = [link("b", "a"), link("c", "b")];
    expect(operations(diffResources([first("1"), ...chain], [first("2"), ...chain]))).toEqual([
      "replace a: networkId!",
      "replace b: networkId! after a",
      "replace c: networkId! after b",
    ]);
    const ring = [link("b", "c"), link("c", "b")];
    expect(operations(diffResources(ring, ring))).toEqual([]);
  });
});

describe("options", () => {
  test.each<[string, PlanOptions, PlanOptions, string[]]>([
    ["another trigger makes anew", { replacementTrigger: 1 }, { replacementTrigger: 2 }, ["replace front"]],
    ["an equal trigger does not", { replacementTrigger: [1] }, { replacementTrigger: [1] }, []],
    ["a first trigger does not", {}, { replacementTrigger: 2 }, []],
    ["a trigger that goes does not", { replacementTrigger: 1 }, {}, []],
    [
      "an unknown trigger on both sides does not",
      { replacementTrigger: "[unknown]" },
      { replacementTrigger: "[unknown]" },
      [],
    ],
    ["protection alone changes nothing", {}, { protect: true }, []],
  ])("%s", (_, before, after, expected) => {
    expect(operations(diffResources([balancer({}, { options: before })], [balancer({}, { options: after })]))).toEqual(
      expected,
    );
  });

  test.each<[string, PlanOptions]>([
    ["deletedWith", { deletedWith: urn(networkType, "net") }],
    ["replaceWith", { replaceWith: [urn(networkType, "net")] }],
  ])("%s of a resource that is made anew makes anew", (reason, options) => {
    const user = balancer({}, { options });
    const found = diffResources([network({ range: "a" }), user], [network({ range: "b" }), user]);
    expect(operations(found)).toEqual(["replace front", "replace net: range!"]);
    expect(found.risks.map(({ name, because, follows }) => [name, because, follows])).toEqual([
      ["net", ["range"], []],
      ["front", [reason], ["net"]],
    ]);
  });

  test("deleteBeforeReplace deletes first, and with it what is made anew for it", () => {
    const first = { deleteBeforeReplace: true };
    const found = diffResources([network({ range: "a" }, first), inside()], [network({ range: "b" }, first), inside()]);
    expect(found.resources.map(({ name, deletedFirst, effect }) => [name, deletedFirst, effect])).toEqual([
      ["front", true, "outage"],
      ["net", true, "outage"],
    ]);
  });

  test("an imported resource is taken over", () => {
    expect(diffResources([], [balancer({}, { options: { import: "lb-1" } })]).resources).toEqual([
      {
        operation: "create",
        urn: urn(balancerType, "front"),
        type: balancerType,
        name: "front",
        effect: "none",
        says: "taken over as it is",
        id: "lb-1",
        properties: [],
      },
    ]);
  });

  test("a retained resource stays in the cloud", () => {
    const found = diffResources([balancer({}, { options: { retainOnDelete: true } })], []);
    expect([found.risks, found.resources]).toEqual([
      [],
      [
        {
          operation: "delete",
          urn: urn(balancerType, "front"),
          type: balancerType,
          name: "front",
          effect: "none",
          says: "stays in the cloud, nobody manages it any longer",
          retained: true,
          properties: [],
        },
      ],
    ]);
  });

  test("another type under the same name is another resource", () => {
    const head = resource("toy:lb:Other", "front");
    expect(operations(diffResources([balancer()], [head]))).toEqual(["delete front", "create front"]);
  });

  test("a component, a provider and what is only read are no operations", () => {
    const kinds = ["component", "provider", "read"] as const;
    const rest = kinds.map((kind) => resource("toy:x:X", kind, { kind, inputs: { a: 1 } }));
    expect(diffResources([], rest).counts).toEqual({ create: 0, update: 0, replace: 0, delete: 0, move: 0, same: 0 });
  });
});

test("what the program names is deleted before a new one has its name, unless the program says otherwise", () => {
  const found = (type: string, name: Values, options: PlanOptions = {}) => {
    const side = (networkId: string) => [
      resource(type, "front", {
        inputs: { networkId, ...name },
        options: { replaceOnChanges: ["networkId"], ...options },
      }),
    ];
    return diffResources(side("a"), side("b")).resources.map(({ deletedFirst, effect }) => [deletedFirst, effect]);
  };
  expect([
    found(balancerType, { name: "front" }),
    found(balancerType, {}),
    found(balancerType, { name: "front" }, { deleteBeforeReplace: false }),
    found("strange:x:Y", { name: "front" }),
  ]).toEqual([
    [[true, "outage"]],
    [[undefined, "address-change"]],
    [[undefined, "address-change"]],
    [[undefined, "connections-cut"]],
  ]);
});
