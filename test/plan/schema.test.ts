import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderPlanSchema } from "../../scripts/plan-schema.js";
import { parsePlan } from "../../src/plan/parse-plan.js";

const root = join(__dirname, "../..");
const schema = readFileSync(join(root, "plan.schema.json"), "utf8");
const isPlan = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(schema) as object);

const recorded = readdirSync(join(root, "test/plans")).map((name) => ({
  name,
  text: readFileSync(join(root, "test/plans", name), "utf8"),
}));
const [first = { text: "" }] = recorded;

test("plan.schema.json is what the code reads; npm run docs renews it", () => {
  expect(schema).toBe(renderPlanSchema());
});

test.each(recorded)("$name keeps to the schema", ({ text }) => {
  expect([isPlan(JSON.parse(text)), isPlan.errors]).toEqual([true, null]);
});

type Tree = { [key: string]: unknown };

/** A copy in which one value is another, or gone. */
function changed(path: readonly (string | number)[], value?: unknown): Tree {
  const copy = JSON.parse(first.text) as Tree;
  const last = path.at(-1) ?? "";
  const place = path.slice(0, -1).reduce<Tree>((tree, key) => tree[key] as Tree, copy);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return copy;
}

function isRead(document: Tree): boolean {
  try {
    return parsePlan(JSON.stringify(document)) !== undefined;
  } catch {
    return false;
  }
}

test.each([
  ["another version", ["version"], 2],
  ["no project", ["project"], undefined],
  ["no exposure", ["exposure"], undefined],
  ["a field of no one's", ["comment"], "x"],
  ["a field of no one's in a resource", ["resources", 0, "ids"], []],
  ["a field of no one's in a component", ["components", 0, "id"], "x"],
  ["an option of no one's", ["resources", 0, "options", "hooks"], {}],
  ["another kind", ["resources", 0, "kind"], "data"],
  ["a noun in lower case", ["components", 0, "noun"], "tier"],
  ["a name that is no text", ["resources", 0, "name"], 1],
  ["a long name", ["resources", 0, "name"], "x".repeat(2049)],
  ["a long value", ["outputs", "x"], "x".repeat(100_001)],
  ["a long list", ["outputs", "x"], Array(20_001).fill(1)],
  ["another direction", ["exposure", 0, "direction"], "up"],
  ["ports in words", ["exposure", 0, "ports"], "http"],
  ["a size below none", ["sizes", 0, "min"], -1],
  ["a size that is no whole number", ["sizes", 0, "max"], 1.5],
  ["another fate", ["notes", 0, "fate"], "far"],
  ["dependencies that are no list", ["resources", 0, "propertyDependencies", "x"], "urn"],
])("%s is refused by the schema as by the code", (_, path, value) => {
  const document = changed(path, value);
  expect([isPlan(document), isRead(document)]).toEqual([false, false]);
});

test.each([
  ["its schema", ["$schema"], "plan.schema.json"],
  [
    "options of every kind",
    ["resources", 0, "options"],
    {
      protect: true,
      aliases: ["urn", { name: "old", noParent: true }],
      replacementTrigger: [1, null, { a: ["[unknown]"] }],
    },
  ],
  ["marks of secrets", ["outputs", "x"], ["[secret]", "[secret 1a2b3c4d]"]],
])("%s may be said", (_, path, value) => {
  const document = changed(path, value);
  expect([isPlan(document), isRead(document)]).toEqual([true, true]);
});
