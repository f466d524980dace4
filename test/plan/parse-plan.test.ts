import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { PlanError } from "../../src/plan/errors.js";
import type { Plan, PlanComponent, PlanResource } from "../../src/plan/model.js";
import { parsePlan } from "../../src/plan/parse-plan.js";
import { renderJson } from "../../src/plan/render-json.js";

const folder = join(__dirname, "../plans");
const recorded = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

const empty: Plan = {
  version: 1,
  project: "shop",
  stack: "dev",
  components: [],
  resources: [],
  outputs: {},
  notes: [],
  exposure: [],
  sizes: [],
};
const resource = (urn: string, more: Partial<PlanResource> = {}): PlanResource => ({
  urn,
  kind: "resource",
  type: "aws:ec2/vpc:Vpc",
  name: "web",
  inputs: {},
  dependencies: [],
  propertyDependencies: {},
  options: {},
  ...more,
});
const component = (urn: string, more: Partial<PlanComponent> = {}): PlanComponent => ({
  urn,
  type: "webtier:index:Tier",
  noun: "Tier",
  name: "web",
  key: "tier:web",
  cloud: "aws",
  spec: {},
  customised: [],
  documents: {},
  outputs: {},
  options: {},
  ...more,
});

const form = (...breaches: string[]) =>
  [
    "the plan does not keep to the form of plans",
    ...breaches.map((breach) => `  ${breach}`),
    "  instead: write it with `webtier plan --format json`",
  ].join("\n");

function complaint(text: string, options?: Parameters<typeof parsePlan>[1]): string {
  try {
    parsePlan(text, options);
  } catch (error) {
    if (error instanceof PlanError && error.exitCode === 1) return error.message;
    throw error;
  }
  return "none";
}

const spoilt = (change: object) => complaint(JSON.stringify({ ...empty, ...change }));

test.each(recorded)("$name is read as it was written", ({ text }) => {
  expect(renderJson(parsePlan(text))).toBe(text);
});

test("a file may say its schema, and begin with a mark of its encoding", () => {
  const text = JSON.stringify({ $schema: "plan.schema.json", ...empty });
  expect(parsePlan(`\uFEFF${text}`)).toEqual(empty);
});

test.each([
  ["no JSON", '{"version": 1,', "the plan is not JSON\n  instead: write it with `webtier plan --format json`"],
  ["a list", "[]", "the plan holds no plan\n  instead: write it with `webtier plan --format json`"],
  ["nothing", "null", "the plan holds no plan\n  instead: write it with `webtier plan --format json`"],
  [
    "another document",
    '{"config": {}, "steps": []}',
    "the plan says no version of its form\n  instead: write it with `webtier plan --format json`",
  ],
  [
    "a newer form",
    '{"version": 2}',
    "the plan has form 2: this webtier reads form 1\n  instead: make both plans with one version of webtier",
  ],
])("%s is refused", (_, text, message) => {
  expect(complaint(text)).toBe(message);
});

test("the caller names the text and says how long it may be", () => {
  expect(complaint(JSON.stringify(empty), { label: "base.json", maxBytes: 20 })).toBe(
    "base.json has 124 bytes, more than the 20 that are read\n  instead: a plan of one stack, from `webtier plan --format json`",
  );
  expect(complaint("{", { label: "base.json" })).toContain("base.json is not JSON\n");
  expect(complaint('"ä"', { maxBytes: 4 })).toContain("the plan holds no plan");
});

describe("a plan that leaves the form", () => {
  test("is told with paths, values and reasons", () => {
    const bad = resource("a", { kind: "thing" as "read", dependencies: "none" as never });
    expect(spoilt({ resources: [bad], stack: 7, extra: true, cloud: null })).toBe(
      form(
        "stack: 7 is no text",
        "cloud: null is no text",
        'resources[0].kind: "thing" is not "resource" or "component" or "provider" or "read"',
        'resources[0].dependencies: "none" is no list',
        "extra: is no field of it",
      ),
    );
  });

  test("is told in part when there is much to tell", () => {
    const resources = Array.from({ length: 20_000 }, (_, index) => ({ urn: index }));
    expect(spoilt({ resources })).toBe(
      form(
        "resources[0].urn: 0 is no text",
        "resources[0].kind: is missing",
        "resources[0].type: is missing",
        "resources[0].name: is missing",
        "resources[0].inputs: is missing",
        "and more",
      ),
    );
  });

  test.each([
    ["long names", { project: "x".repeat(2049) }, `project: "${"x".repeat(59)}… has more than 2048 characters`],
    ["long texts", { outputs: { a: "x".repeat(100_001) } }, "outputs.a: has more than 100000 characters"],
    ["long lists", { outputs: { a: Array(20_001).fill(0) } }, "outputs.a: has more than 20000 parts"],
    [
      "long keys",
      { outputs: { ["k".repeat(2049)]: 1 } },
      `outputs["${"k".repeat(59)}…]: its name has more than 2048 characters`,
    ],
    [
      "negative sizes",
      { sizes: [{ pool: "p", min: -1, max: 1, machine: "", placement: "public", scaling: [] }] },
      "sizes[0].min: -1 is less than 0",
    ],
    [
      "halves of sizes",
      { sizes: [{ pool: "p", min: 0, max: 1.5, machine: "", placement: "public", scaling: [] }] },
      "sizes[0].max: 1.5 is no whole number",
    ],
    [
      "nouns that are no nouns",
      { components: [component("a", { noun: "constructor" })] },
      'components[0].noun: "constructor" has not the form that it must have',
    ],
  ])("cannot have %s", (_, change, breach) => {
    expect(spoilt(change)).toBe(form(breach));
  });

  test("cannot be deeper than anything is", () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
    const text = (levels: number) => JSON.stringify(empty).replace('"outputs":{}', `"outputs":${deep(levels)}`);
    expect(parsePlan(text(30)).outputs).toEqual(JSON.parse(deep(30)));
    expect(complaint(text(35))).toBe(form(`outputs${".a".repeat(34)}: lies more than 34 levels deep`));
    expect(complaint(text(100_000))).toBe(complaint(text(35)));
  });

  test.each([
    ["at the top", '{"__proto__": {"polluted": true}, "version": 1}', "__proto__"],
    ["in a list", '{"version": 1, "resources": [{"inputs": {"__proto__": {}}}]}', "resources[0].inputs.__proto__"],
  ])("cannot say what objects are made of, %s", (_, text, path) => {
    expect(complaint(text)).toBe(form(`${path}: is no name of a field`));
    expect(({} as Record<string, unknown>).polluted).toBe(undefined);
  });

  test("cannot hold numbers that are none", () => {
    expect(complaint(JSON.stringify(empty).replace('"outputs":{}', '"outputs":{"a":1e999}'))).toBe(
      form("outputs.a: is too large a number"),
    );
  });

  test("says nothing that a terminal would obey", () => {
    expect(spoilt({ stack: ["\u001b[31m\u202ered\u009b"], "a\u001b]0;x\u0007b": 1 })).toBe(
      form('stack: ["\\u001b[31m\\u202ered\\u009b"] is no text', '["a\\u001b]0;x\\u0007b"]: is no field of it'),
    );
  });

  test("has every URN once", () => {
    expect(spoilt({ resources: [resource("a"), resource("a")], components: [component("b")] })).toBe(
      form('"a": stands in it twice'),
    );
  });

  test("has nothing above itself", () => {
    const resources = [resource("a", { parent: "b" }), resource("b", { parent: "a" }), resource("c", { parent: "c" })];
    expect(spoilt({ resources })).toBe(form('"a": is its own parent', '"c": is its own parent'));
  });

  test("may name what is not in it", () => {
    const resources = [resource("a", { parent: "stack", component: "gone", dependencies: ["gone"] })];
    expect(parsePlan(JSON.stringify({ ...empty, resources })).resources).toEqual(resources);
  });
});
