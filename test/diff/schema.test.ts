import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { renderDiffSchema } from "../../scripts/diff-schema.js";
import { diffPlans } from "../../src/diff/diff-plans.js";
import type { FailedDiff } from "../../src/diff/model.js";
import { diffFileSchema } from "../../src/diff/schema.js";
import type { Plan } from "../../src/plan/model.js";
import { renderJson } from "../../src/render/json.js";

const root = join(__dirname, "../..");
const schema = readFileSync(join(root, "diff.schema.json"), "utf8");
const isDiff = new Ajv2020({ strict: true, allErrors: true }).compile(JSON.parse(schema) as object);

function planOf(name: string): Plan {
  return JSON.parse(readFileSync(join(root, "test/plans", name), "utf8")) as Plan;
}

const sides = { base: { label: "main", commit: "0123456" }, head: { label: "HEAD", untrusted: true } } as const;
const rates = { currency: "EUR", hour: { small: 0.01 } };
const failed: FailedDiff = {
  version: 1,
  kind: "offline",
  project: "shop",
  stack: "dev",
  failed: { side: "base", message: "broken" },
  diagnostics: [{ severity: "error", message: "worse", component: "tier web" }],
};

const pairs = [
  ["web-stack.aws.json", "web-stack.oci.json"],
  ["oci-flask-autoscaling.oci.json", "oci-flask-autoscaling.schedules.json"],
  ["aws-alb-autoscaling.aws.json", "aws-cpu-tracking.aws.json"],
  ["openstack-octavia.openstack.json", "openstack-octavia.openstack.json"],
] as const;

test("diff.schema.json is what the code writes; npm run docs renews it", () => {
  expect(schema).toBe(renderDiffSchema());
});

test.each(pairs)("what differs between %s and %s keeps to the schema, alone and in a list", (base, head) => {
  const text = renderJson(diffPlans(planOf(base), planOf(head), { ...sides, rates }));
  const document = JSON.parse(text) as object;
  expect([isDiff(document), isDiff.errors]).toEqual([true, null]);
  expect([isDiff([document, failed]), isDiff.errors]).toEqual([true, null]);
  expect(diffFileSchema.parse(document)).toEqual(document);
});

const documents: [string, unknown, boolean][] = [
  ["a failure", failed, true],
  ["no stack", [], true],
  ["another version", { ...failed, version: 2 }, false],
  ["a side of no one's", { ...failed, failed: { side: "both", message: "" } }, false],
  ["a field of no one's", { ...failed, comment: "" }, false],
  ["a plan", planOf("web-stack.aws.json"), false],
];

test.each(documents)("%s: kept or refused", (_, document, isKept) => {
  expect([isDiff(document), diffFileSchema.safeParse(document).success]).toEqual([isKept, isKept]);
});
