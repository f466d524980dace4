import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { action, read, root, steps, tracked, workflowFiles } from "./files.js";

const { actionlint = "", shellcheck = "" } = inject("tools");

function lint(program: string, words: readonly string[], { cwd = root, input = "" } = {}): string {
  const { stdout, stderr } = spawnSync(program, words, { cwd, input, encoding: "utf8" });
  return stdout + stderr;
}

/** A repository that has installed this package and copied its workflows. */
function userRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), "webtier-ci-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, ".git"));
  cpSync(join(root, "action.yml"), join(folder, "node_modules/webtier/action.yml"));
  for (const file of workflowFiles) cpSync(join(root, file), join(folder, ".github/workflows", basename(file)));
  return folder;
}

test("actionlint finds nothing in the workflows, nor shellcheck in their steps", () => {
  expect(lint(actionlint, ["-no-color", `-shellcheck=${shellcheck}`, "-pyflakes="], { cwd: userRepository() })).toBe(
    "",
  );
});

test("actionlint does read them", () => {
  const cwd = userRepository();
  cpSync(join(root, "test/ci/broken.yml"), join(cwd, ".github/workflows/broken.yml"));
  const found = lint(actionlint, ["-no-color", "-oneline", `-shellcheck=${shellcheck}`, "-pyflakes="], { cwd });
  expect([...new Set(found.match(/\[[a-z-]+\]$/gm))].sort()).toEqual(["[expression]", "[shellcheck]"]);
});

const own = action.runs.steps.flatMap(({ name = "", run }) => (run === undefined ? [] : [[name, run] as const]));

test.each(own)("shellcheck finds nothing in the step of the action: %s", (_, run) => {
  expect(lint(shellcheck, ["--shell=bash", "-"], { input: run })).toBe("");
});

/** Templates: what fills them in is not shell. */
const templates = ["examples/web-stack/server.sh"];
const scripts = tracked("*.sh", ".ci/run", "test/lab/lab").filter((file) => !templates.includes(file));

/** Sourced scripts that name what the lab keeps in its cache: a line more would build it all anew. */
const keyed = ["databases.sh", "places.sh", "up.sh"].map((name) => `test/lab/openstack/${name}`);
const whatALineWouldSay = ["--shell=bash", "--exclude=SC2034"];

test.each(scripts)("shellcheck finds nothing in %s", (file) => {
  const words = keyed.includes(file) ? whatALineWouldSay : [];
  expect(lint(shellcheck, ["--external-sources", "--source-path=SCRIPTDIR", ...words, file])).toBe("");
});

test("only scripts that name a part of the cache are spared a line of their own", () => {
  expect(/cat .*\{(.*)\}/.exec(read("test/lab/openstack/snapshot.sh"))?.[1]?.split(",")).toEqual([
    ...keyed.map((file) => file.split("/").at(-1)),
    "seed.py",
  ]);
});

test("shellcheck finds nothing in the lines of the GitLab job", () => {
  const { webtier } = parse(read("ci/gitlab/webtier.gitlab-ci.yml")) as Record<string, Record<string, string[]>>;
  const lines = [...(webtier?.script ?? []), ...(webtier?.after_script ?? [])];
  expect(lines.length).toBe(6);
  expect(lint(shellcheck, ["--shell=bash", "-"], { input: `${lines.join("\n")}\n` })).toBe("");
});

test("there are steps to look at", () => {
  expect(steps.filter(({ step }) => step.run !== undefined).length).toBeGreaterThan(15);
});
