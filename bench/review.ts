import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Plan } from "../src/plan/model.js";
import { renderJson } from "../src/plan/render-json.js";
import { openAccount, region } from "../test/e2e/aws/api.js";
import { readLab } from "../test/e2e/aws/lab.js";
import { startClouds, teardown } from "../test/e2e/setup.js";
import { Trial } from "../test/e2e/support/trial.js";
import { commandUse, planOf, program, type Used } from "./measure.js";
import { machine, writeSection } from "./page.js";
import { interleave, median } from "./rounds.js";

const { values } = parseArgs({ options: { rounds: { type: "string", default: "3" }, standing: { type: "boolean" } } });
const rounds = Number(values.rounds);
const enough = 3;
/** A copy of the program is 30 resources. */
const sizes = [1, 10, 100] as const;
/** CPU of a diff with its comment, in milliseconds. */
const bar = 10_000;

interface Row {
  readonly resources: number;
  readonly plan: Used;
  readonly diff: Used;
  /** Characters. */
  readonly comment: number;
  /** Milliseconds. */
  readonly planWall: number;
  readonly previewWall: number;
}

/** Plan, diff and comment of one size, in turn with the engine's own preview of the same program. */
async function measureSize(copies: number, folder: string): Promise<Row> {
  const environment = { BENCH_COPIES: String(copies) };
  const [base, head, comment] = ["base.json", "head.json", "comment.md"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const plan = await planOf("library", copies);
  writeFileSync(base, renderJson(plan));
  writeFileSync(head, renderJson(changed(plan)));
  const used: { plan: Used[]; diff: Used[] } = { plan: [], diff: [] };
  const trial = await previewed();
  const walls = await interleave(rounds, {
    plan: () =>
      timed(async () => {
        const words = ["plan", program("library"), "--format", "json", "--timeout", "600"];
        used.plan.push(await commandUse(words, environment));
      }),
    preview: async () => (await trial.preview({ environment, budget: 600 })).seconds * 1000,
    diff: () =>
      timed(async () => {
        used.diff.push(await commandUse(["diff", base, head, "--format", "markdown", "--output", comment]));
      }),
  });
  return {
    resources: plan.resources.filter(({ kind }) => kind === "resource").length,
    plan: medianUse(used.plan),
    diff: medianUse(used.diff),
    comment: statSync(comment).size,
    planWall: median(walls.plan),
    previewWall: median(walls.preview),
  };
}

/** Every health check of the plan asks another path. */
function changed(plan: Plan): Plan {
  return JSON.parse(JSON.stringify(plan).replaceAll("/hello", "/ready")) as Plan;
}

async function timed(run: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await run();
  return performance.now() - began;
}

function medianUse(used: readonly Used[]): Used {
  return { cpu: median(used.map(({ cpu }) => cpu)), memory: median(used.map(({ memory }) => memory)) };
}

/** The same program before the real engine and provider, in an account of its own on the stand-in of AWS. */
async function previewed(): Promise<Trial> {
  const { environment } = await openAccount(readLab(), "123456789012");
  return new Trial({
    name: "bench",
    program: "bench/programs/library",
    entry: "index.js",
    project: "library",
    stack: "aws",
    environment,
    recorded: false,
    config: {
      "aws:region": region,
      "aws:skipMetadataApiCheck": "true",
      "webtier:cloud": "aws",
      "webtier:settings": {
        zones: [`${region}a`, `${region}c`],
        certificates: { shop: `arn:aws:acm:${region}:123456789012:certificate/demo` },
      },
    },
  });
}

function line({ resources, plan, diff, comment, planWall, previewWall }: Row): string {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  const cells = [
    resources,
    seconds(planWall),
    `${seconds(plan.cpu)}, ${Math.round(plan.memory)} MiB`,
    seconds(previewWall),
    `${seconds(diff.cpu)}, ${Math.round(diff.memory)} MiB`,
    comment,
  ];
  return `| ${cells.join(" | ")} |`;
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "webtier-bench-"));
  startClouds("aws");
  try {
    const rows: Row[] = [];
    for (const copies of sizes) rows.push(await measureSize(copies, folder));
    const section = `Written by \`npm run bench:review -- --rounds ${rounds}\`: medians of ${rounds} rounds in turn, on ${machine}. The preview is the real engine's with the real provider, before the stand-in of AWS that the end-to-end tests use; its program is loaded inline. Memory is the sum of what each process held at most. In the diff every backend set has another health check. CPU of a diff: at most ${bar / 1000} s.

| resources | \`webtier plan\` | its CPU and memory | \`pulumi preview\` | \`webtier diff\` of two plans, with the comment: CPU and memory | comment, characters |
| --- | --- | --- | --- | --- | --- |
${rows.map(line).join("\n")}`;
    if (rounds >= enough) writeSection("Reviews", section);
    console.log(section);
    if (rows.some(({ diff }) => diff.cpu > bar)) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true });
    if (!values.standing) teardown();
  }
}

/** What asks the stand-in of AWS waits for more questions. */
main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
