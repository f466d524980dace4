import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diffCommand } from "../../src/cli/diff.js";
import type { Plan } from "../../src/plan/model.js";
import { run } from "./run.js";

const place = mkdtempSync(join(tmpdir(), "webtier-documents-"));
afterAll(() => rmSync(place, { recursive: true }));

const recorded = JSON.parse(readFileSync(join(__dirname, "../plans/aws-alb-autoscaling.aws.json"), "utf8")) as Plan;
const withoutListener = {
  ...recorded,
  components: recorded.components.filter(({ noun }) => noun !== "Listener"),
  resources: recorded.resources.filter(({ type }) => type !== "aws:lb/listener:Listener"),
};

function planFile(name: string, plan: object): string {
  const file = join(place, name);
  writeFileSync(file, JSON.stringify({ exposure: [], sizes: [], ...plan }));
  return file;
}

const whole = planFile("whole.json", recorded);
const less = planFile("less.json", withoutListener);

function diff(...words: readonly string[]) {
  return run(diffCommand(), ...words);
}

test("two equal plans differ in nothing", async () => {
  const { stdout, ...rest } = await diff(whole, whole, "--format", "json", "--fail-on", "destroy,outage,replace");
  expect(rest).toEqual({ exitCode: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ kind: "offline", verdict: { state: "none" }, resources: [] });
});

test("text, Markdown and a page tell the same verdict, without colours", async () => {
  const text = await diff(less, whole);
  const markdown = await diff(less, whole, "--format", "markdown");
  const html = await diff(less, whole, "--format", "html");
  expect(text.stdout).toContain("aws-alb-autoscaling/aws");
  expect(text.stdout).not.toContain("\u001b");
  expect(markdown.stdout).toMatch(/^<!-- webtier:aws-alb-autoscaling\/aws -->\n/);
  expect(html.stdout).toMatch(/^<!doctype html>/);
});

test("a marker and a base of links are the caller's", async () => {
  const link = "https://example.com/shop/blob/main/";
  const { stdout } = await diff(less, whole, "--format", "markdown", "--marker", "mine", "--link-base", link);
  expect(stdout).toMatch(/^<!-- webtier:mine -->\n/);
  expect(stdout).toContain("](https://example.com/shop/blob/main/index.ts#L");
});

test("--output writes into a file whose folder is made, and nothing to standard output", async () => {
  const file = join(place, "deep/er/diff.json");
  expect(await diff(less, whole, "--format", "json", "--output", file)).toEqual({
    exitCode: 0,
    stdout: "",
    stderr: "",
  });
  expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ project: "aws-alb-autoscaling" });
});

test("--output that cannot be written is a failure", async () => {
  mkdirSync(join(place, "folder"));
  const { exitCode, stderr } = await diff(less, whole, "--output", join(place, "folder"));
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(/^--output .*folder could not be written: /);
});

test("a gate that does not hold exits with 3, says why, and the document is written", async () => {
  const file = join(place, "gated.json");
  const { exitCode, stderr } = await diff(
    whole,
    less,
    "--fail-on",
    "destroy",
    "--fail-on",
    "replace",
    "--output",
    file,
  );
  expect(exitCode).toBe(3);
  expect(stderr).toBe(
    "aws-alb-autoscaling/aws does not pass --fail-on destroy:\n  aws:lb/listener:Listener http-listener\n",
  );
  expect(existsSync(file)).toBe(true);
});

test("rates of the caller become money", async () => {
  const rates = join(place, "rates.yaml");
  writeFileSync(rates, "currency: EUR\nhour: { small: 0.01 }\n");
  const { stdout } = await diff(whole, whole, "--format", "json", "--rates", rates);
  expect(JSON.parse(stdout)).toMatchObject({ capacity: { money: { currency: "EUR" } } });
});

const wrong: [string, string[], RegExp][] = [
  ["a file that is no plan", [join(__dirname, "run.ts"), whole], /run\.ts is not JSON/],
  ["a side that is nothing", [whole, join(place, "gone.json")], /gone\.json is no file and no folder/],
  ["rates that are none", [whole, whole, "--rates", whole], /whole\.json is no file of rates\n/],
  [
    "rates that are not there",
    [whole, whole, "--rates", join(place, "none")],
    /none could not be read as YAML: ENOENT/,
  ],
  ["several stacks of a file", [whole, whole, "--stack", "a,b"], /whole\.json is the plan of one stack\n {2}instead: /],
  [
    "a stack and a cloud",
    [whole, whole, "--stack", "aws", "--cloud", "oci"],
    /^--stack aws and --cloud oci choose both\n {2}instead: /,
  ],
  ["all stacks and one", [whole, whole, "--all-stacks", "--stack", "a"], /--all-stacks leaves no choice/],
];

test.each(wrong)("%s: refused with 1, and no document", async (_, words, said) => {
  const { exitCode, stdout, stderr } = await diff(...words);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr).toMatch(said);
});

test.each([
  [["--fail-on", "fire"], /"fire" is none of exposure-wider, outage, degraded, replace, destroy, address-change/],
  [["--format", "pdf"], /Allowed choices are text, markdown, json, html/],
  [["--timeout", "soon"], /write seconds, such as 120/],
  [["--stack", "a,,b"], /write names, with a comma between them/],
])("%j is no option", async (words, said) => {
  const { exitCode, stderr } = await diff(whole, whole, ...words);
  expect(exitCode).toBe(1);
  expect(stderr).toMatch(said);
});
