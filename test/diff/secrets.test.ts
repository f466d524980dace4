import { expect, test } from "vitest";
import type { Value } from "../../src/plan/model.js";
import { component, diff, diffResources, plan, resource, urn } from "./harness.js";

const info = {
  severity: "info",
  message:
    "values of secrets were not compared: whether they differ is not known\n  instead: plan both sides with --fingerprint",
};
const holder = (value: Value) => resource("toy:lb:Balancer", "front", { inputs: { key: value } });

test.each<[string, Value, Value]>([
  ["without fingerprints", "[secret]", "[secret]"],
  ["with one fingerprint", "[secret aaaa]", "[secret]"],
  ["in a text", "Bearer [secret]", "Bearer [secret]"],
  ["in a list", ["[secret]"], ["[secret bbbb]"]],
])("secrets %s are not compared, which is said once", (_, before, after) => {
  const { verdict, resources, diagnostics } = diffResources([holder(before)], [holder(after)]);
  expect([verdict.state, resources, diagnostics]).toEqual(["none", [], [info]]);
});

test("equal fingerprints are equal secrets", () => {
  const { verdict, diagnostics } = diffResources([holder("[secret aaaa]")], [holder("[secret aaaa]")]);
  expect([verdict.state, diagnostics]).toEqual(["none", []]);
});

test.each<[string, Value, Value, object]>([
  ["differ", "[secret aaaa]", "[secret bbbb]", { before: "[secret]", after: "[secret]", hidden: true }],
  [
    "differ in a text",
    "a [secret aaaa]",
    "a [secret bbbb]",
    { before: "a [secret]", after: "a [secret]", hidden: true },
  ],
  [
    "differ in one of two",
    "[secret] [secret a]",
    "[secret] [secret b]",
    { before: "[secret] [secret]", after: "[secret] [secret]", hidden: true },
  ],
  ["become plain", "[secret aaaa]", "plain", { before: "[secret]", after: "plain" }],
  ["come", null, "[secret aaaa]", { before: null, after: "[secret]" }],
])("secrets that %s show neither value nor fingerprint", (_, before, after, values) => {
  const { resources, diagnostics } = diffResources([holder(before)], [holder(after)]);
  expect([resources.map(({ properties }) => properties), diagnostics]).toEqual([
    [[{ path: "key", effect: "in-place", ...values }]],
    [],
  ]);
});

test("no fingerprint is left anywhere in a diff", () => {
  const side = (mark: string) => {
    const tier = component("Tier", "web", { placement: `[secret ${mark}]`, [`[secret ${mark}]`]: 1 });
    return plan({
      components: [tier, component("Listener", "l", { port: `[secret ${mark}]`, loadBalancer: "x" })],
      resources: [resource("toy:lb:Balancer", "front", { inputs: { a: { b: [`x [secret ${mark}] y`] } }, source: "" })],
      outputs: { url: `https://[secret ${mark}]` },
      notes: [{ id: "n", fate: "note", message: `says [secret ${mark}]`, about: tier.urn }],
      exposure: [
        {
          direction: "in",
          at: tier.urn,
          place: `[secret ${mark}]`,
          peer: `[secret ${mark}]`,
          protocol: "tcp",
          ports: "1",
          by: [],
        },
      ],
    });
  };
  expect(JSON.stringify(diff(side("c0ffee"), side("decade")))).not.toMatch(/c0ffee|decade/);
});

test("specs and documents of components are compared by fingerprints too", () => {
  const template = (mark: string) => {
    const spec = { userData: `[secret ${mark}]` };
    return plan({
      components: [component("InstanceTemplate", "web", spec, { documents: { "x.y": { key: `[secret ${mark}]` } } })],
    });
  };
  const { components, diagnostics } = diff(template("aaaa"), template("bbbb"));
  expect([components.map(({ status, fields }) => [status, fields]), diagnostics]).toEqual([
    [
      [
        "changed",
        [
          { path: "userData", before: "[secret]", after: "[secret]" },
          { path: 'documents["x.y"].key', before: "[secret]", after: "[secret]" },
        ],
      ],
    ],
    [],
  ]);
});

test.each(["[secret]", "[secret aaaa]"])("%s that comes from a resource made anew may be another", (value) => {
  const network = (range: string) => resource("toy:net:Network", "net", { inputs: { range } });
  const user = { ...holder(value), propertyDependencies: { key: [urn("toy:net:Network", "net")] } };
  const [front] = diffResources([network("a"), user], [network("b"), user]).resources;
  expect(front?.properties).toEqual([
    { path: "key", before: "[secret]", after: "[secret]", effect: "in-place", follows: "net" },
  ]);
});

test("a secret that comes from another resource than before is another", () => {
  const networks = ["a", "b"].map((name) => resource("toy:net:Network", name));
  const user = (from: string) => ({
    ...holder("[secret aaaa]"),
    propertyDependencies: { key: [urn("toy:net:Network", from)] },
  });
  const [front] = diffResources([...networks, user("a")], [...networks, user("b")]).resources;
  expect(front?.properties).toEqual([{ path: "key", before: "[secret]", after: "[secret]", effect: "in-place" }]);
});
