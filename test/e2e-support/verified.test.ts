import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { FigureRecord, StepRecord } from "../e2e/support/record.js";
import { gather, lackingIn } from "../e2e/verified/gather.js";
import { type KeptRun, parseRecords, type RunHead, renderRecords } from "../e2e/verified/kept.js";
import { renderPage } from "../e2e/verified/page.js";
import { readVersions } from "../e2e/verified/versions.js";

const root = join(__dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "webtier-records-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run: RunHead = {
  level: "full",
  began: "2026-11-21T10:00:00.000Z",
  ended: "2026-11-21T10:42:10.000Z",
  commit: "abc1234",
  machine: "Node v20, 2 cores of X",
  versions: [{ part: "moto", version: "5.2.5", pin: "requirements.in" }],
};

const step = (record: Partial<StepRecord>): StepRecord => ({
  kind: "step",
  program: "examples/shop",
  cloud: "aws",
  why: record.verb ?? "",
  verb: "up",
  seconds: 1.5,
  budget: 30,
  code: 0,
  counts: {},
  changes: [],
  made: {},
  fault: false,
  errors: [],
  ...record,
});

const cycle = [
  step({ verb: "preview", changes: ["create ec2/vpc:Vpc shop"] }),
  step({ verb: "up", seconds: 61.2, budget: 60, changes: ["create ec2/vpc:Vpc shop"], made: { "aws:ec2/vpc:Vpc": 1 } }),
  step({ verb: "preview", why: "preview after up" }),
  step({ verb: "refresh", seconds: 4 }),
  step({ why: "a larger pool", changes: ["update autoscaling/group:Group web [maxSize]"] }),
  step({ verb: "destroy", seconds: 9, changes: ["delete ec2/vpc:Vpc shop"] }),
];
const fault = step({
  why: "a quota | too small",
  code: 255,
  fault: true,
  errors: [`error: 409 <Quota> in ${root}/x of 0a1b2c3d-0000-4000-8000-00000000000f`],
});
const figure: FigureRecord = { kind: "figure", about: "dependency graph", what: "longest path", value: 9, bar: 9 };

function kept(...records: readonly (StepRecord | FigureRecord)[]): KeptRun {
  writeFileSync(join(folder, "shop.jsonl"), records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  return gather(folder, run);
}

test("docs/verified.md is what the kept records say; npm run docs:verified renews it", async () => {
  const text = readFileSync(join(root, "test/e2e/verified/records.jsonl"), "utf8");
  expect(readFileSync(join(root, "docs/verified.md"), "utf8")).toBe(await renderPage(parseRecords(text)));
});

test("records are kept without what is empty, without ids, and without the names of this machine", () => {
  const { steps } = kept(...cycle, fault);
  const common = { kind: "step", trial: "shop", program: "examples/shop", cloud: "aws", seconds: 1.5 };
  expect(steps).toEqual([
    { ...common, verb: "preview", why: "preview", changed: 1 },
    {
      ...common,
      verb: "up",
      why: "up",
      seconds: 61.2,
      budget: 60,
      changed: 1,
      changes: ["create ec2/vpc:Vpc shop"],
      made: { "aws:ec2/vpc:Vpc": 1 },
    },
    { ...common, verb: "preview", why: "preview after up" },
    { ...common, verb: "refresh", why: "refresh", seconds: 4 },
    {
      ...common,
      verb: "up",
      why: "a larger pool",
      changed: 1,
      changes: ["update autoscaling/group:Group web [maxSize]"],
    },
    { ...common, verb: "destroy", why: "destroy", seconds: 9, changed: 1 },
    {
      ...common,
      verb: "up",
      why: "a quota | too small",
      code: 255,
      fault: true,
      errors: ["error: 409 <Quota> in …/x of <id>"],
    },
  ]);
});

test("what is kept reads back as it was written", () => {
  const run = kept(...cycle, fault, figure);
  expect(parseRecords(renderRecords(run))).toEqual(run);
});

test("the page tells cycles, changes, faults, refusals, figures and versions", async () => {
  const page = await renderPage(kept(...cycle, fault, figure, step({ why: "odd", code: 1, errors: ["error: no"] })));
  const lines = page.split("\n").filter((line) => /^\| (shop|a larger|longest|moto)|^\* (aws|shop)/.test(line));
  expect(lines).toEqual([
    "| shop | `examples/shop` | 1 | 1.5 | 61.2 (budget 60) | 1.5 | 4 | 9 | 2 |",
    "* shop: 1 Vpc",
    "| a larger pool | `update autoscaling/group:Group web [maxSize]` | 1.5 |",
    "| shop | a quota \\| too small | exit code 255 | error: 409 &lt;Quota> in …/x of &lt;id> | 1.5 |",
    "* aws, shop, odd: error: no",
    "| longest path | 9 | 9 | |",
    "| moto | 5.2.5 | `requirements.in` |",
  ]);
  expect(page).toContain("2026-11-21, commit abc1234, 42 minutes, Node v20, 2 cores of X. 8 operations");
});

test("a page without refusals says that there were none", async () => {
  expect(await renderPage(kept(...cycle))).toContain("Nothing that the library accepted: every operation");
});

test("a run is kept when each example settled and was destroyed", () => {
  const example = [{ program: "shop", cloud: "aws" }];
  expect(lackingIn(kept(...cycle), example)).toEqual([]);
  const broken = [cycle[0], cycle[1], fault].flatMap((one) => one ?? []);
  expect(lackingIn({ ...kept(...broken), run: { ...run, level: "ci" } }, example)).toEqual([
    "the run was of level ci, not full",
    "shop on aws: no preview without a change",
    "shop on aws: no refresh without a change",
    "shop on aws: no destroy that ended well",
  ]);
});

test("versions are those of the pins that the lab is built of", () => {
  const shown = readVersions({ heat: "19.0.0" }).map(({ part, version }) => `${part} ${version}`);
  expect(shown.filter((line) => !line.includes("@pulumi/"))).toEqual([
    "Pulumi CLI and engine v3.248.0",
    "Terraform provider behind the OpenStack plugin v1.54.1",
    "Pulumi's bridge in the OpenStack plugin v3.79.0",
    "Terraform provider behind the AWS plugin v0.0.0-20251204202605-7049bcc1808e",
    "Pulumi's bridge in the AWS plugin v3.136.0",
    "moto 5.2.5",
    "OpenStack: heat 19.0.0",
  ]);
});
