import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, afterEach, expect, test, vi } from "vitest";
import { reportCommand } from "../../src/cli/report.js";
import type { Diff } from "../../src/diff/model.js";
import { run } from "./run.js";

const fixtures = join(__dirname, "../report/fixtures");
const at = (name: string) => join(fixtures, name);
const place = mkdtempSync(join(tmpdir(), "webtier-report-"));
afterAll(() => rmSync(place, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

function report(...words: readonly string[]) {
  return run(reportCommand(), ...words);
}

test("a preview is told in the form that is asked for", async () => {
  const { stdout, exitCode, stderr } = await report(at("change.digest.json"), "--format", "json", "--commit", "abc");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ kind: "preview", head: { label: "preview", commit: "abc" } });
});

test("several previews are one document, and a gate reads each", async () => {
  const files = [at("first.events.jsonl"), at("same.digest.json")];
  const { stdout, exitCode, stderr } = await report(...files, "--format", "json", "--fail-on", "exposure-wider");
  expect((JSON.parse(stdout) as Diff[]).map(({ verdict }) => verdict.state)).toEqual(["changes", "none"]);
  expect(exitCode).toBe(3);
  expect(stderr).toMatch(/^aws-alb-autoscaling\/aws does not pass --fail-on exposure-wider:\n/);
});

test("a preview that failed exits with 1, and the document says why", async () => {
  const { stdout, exitCode } = await report(at("failed.events.jsonl"), "--format", "markdown");
  expect(exitCode).toBe(1);
  expect(stdout).toContain("autoscalingPolicy.target: 500 percent is never passed");
});

const refused: [string[], RegExp][] = [
  [[], /^nothing to report: /],
  [[join(place, "none")], /none could not be read: ENOENT/],
  [
    [at("../../plans/web-stack.aws.json")],
    /is neither the output of pulumi preview --json nor a log of engine events\n/,
  ],
  [["--run", at("change.digest.json")], /^--run makes its own preview: leave the files out/],
  [[at("change.digest.json"), "--stack", "dev"], /^--stack needs --run: a file says what was previewed/],
  [[at("change.digest.json"), "--refresh"], /^--refresh needs --run/],
];

test.each(refused)("%j is refused", async (words, said) => {
  const { exitCode, stdout, stderr } = await report(...words);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(said);
});

const project = join(__dirname, "../plan/fixtures/shop");

test("--run without a Pulumi CLI says what it needs", async () => {
  vi.stubEnv("PATH", place);
  const { exitCode, stderr } = await report("--run", "--project", project);
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    "webtier report --run needs the Pulumi CLI, and there is no pulumi on the path\n  instead: install it, or give the output of pulumi preview --json from where it is\n",
  );
});

/** Answers as the CLI does, and writes a recorded event log; all that it was told goes into a file. */
function stubCli(events: string, code: number): void {
  const cli = `#!${process.execPath}
const { appendFileSync, readFileSync } = require("node:fs");
const words = process.argv.slice(2);
appendFileSync(${JSON.stringify(join(place, "told"))}, words.join(" ") + "\\n");
if (words[0] === "version") console.log("v3.200.0");
if (words[0] !== "preview") process.exit(0);
console.log("Previewing update");
appendFileSync(words[words.indexOf("--event-log") + 1], readFileSync(${JSON.stringify(events)}));
setTimeout(() => process.exit(${code}), 600);
`;
  writeFileSync(join(place, "pulumi"), cli);
  chmodSync(join(place, "pulumi"), 0o755);
  writeFileSync(join(place, "told"), "");
  vi.stubEnv("PATH", `${place}${delimiter}${process.env.PATH}`);
}

test("--run previews the stack with the options that it was given, and tells what the engine told", async () => {
  stubCli(at("change.events.jsonl"), 0);
  const words = ["--run", "--project", project, "--policy-pack", "rules", "--refresh", "--format", "json"];
  const { stdout, stderr, exitCode } = await report(...words);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "Previewing update\n" });
  expect(JSON.parse(stdout)).toMatchObject({
    project: "shop",
    stack: "aws",
    counts: { create: 1, update: 4, delete: 1 },
  });
  const told = readFileSync(join(place, "told"), "utf8");
  expect(told).toContain("stack select --stack aws");
  expect(told).toMatch(/^preview .*--refresh.* --policy-pack rules /m);
});

test("--run of a preview that fails is told with its errors", async () => {
  stubCli(at("failed.events.jsonl"), 255);
  const { stdout, exitCode } = await report("--run", "--project", project, "--format", "json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({
    failed: { side: "head", message: expect.stringContaining("500 percent is never passed") as string },
  });
});
