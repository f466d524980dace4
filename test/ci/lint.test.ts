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
const scripts = tracked("*.sh", ".ci/run").filter((file) => !templates.includes(file) && !file.startsWith("test/lab/"));

test.each(scripts)("shellcheck finds nothing in %s", (file) => {
  expect(lint(shellcheck, ["--external-sources", "--source-path=SCRIPTDIR", file])).toBe("");
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
