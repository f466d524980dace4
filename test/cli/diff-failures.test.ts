import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diffCommand } from "../../src/cli/diff.js";
import type { FailedDiff } from "../../src/diff/model.js";
import { isAlive, until } from "../support/processes.js";
import { makeRepository, projectFiles } from "./repository.js";
import { run } from "./run.js";

const repository = makeRepository();
const { folder, write, commit } = repository;
afterAll(() => repository.end());

const mistake = JSON.stringify({
  code: "WT_INVALID",
  title: 'Listener "http" has a mistake',
  issues: [{ path: "listener.port", message: "0 is no port" }],
});
write({ ...projectFiles(""), "package.json": '{"dependencies":{"a":"1"}}' });
commit("good");
repository.git("tag", "good");
write(projectFiles("", { first: `console.log("{not json");` }));
commit("talks");
repository.git("tag", "talks");
write(projectFiles("", { first: `void pulumi.log.error("webtier-failure:" + ${JSON.stringify(mistake)});` }));
commit("mistaken");
repository.git("tag", "mistaken");
write(projectFiles("", { first: `throw new Error("broken </pre> by hand");` }));
commit("thrown");
repository.git("tag", "thrown");
write({ "package.json": '{"dependencies":{"a":"2"}}' });
commit("upgraded");
repository.git("tag", "upgraded");
repository.git("checkout", "--quiet", "good");
write(projectFiles("", { first: `require("./made-by-a-build.js");` }));
commit("unbuilt");
repository.git("tag", "unbuilt");
repository.git("checkout", "--quiet", "good");
write({ "Pulumi.yaml": "runtime: nodejs\n" });
commit("nameless");
repository.git("tag", "nameless");
repository.git("checkout", "--quiet", "good");

function diff(...words: readonly string[]) {
  return run(diffCommand(), ...words, "--project", folder);
}

test("what a program prints does not spoil the document", async () => {
  const { stdout, stderr, exitCode } = await diff("good", "talks", "--format", "json");
  expect(exitCode).toBe(0);
  expect(stderr).toBe("{not json\n");
  expect(JSON.parse(stdout)).toMatchObject({ verdict: { state: "none" } });
});

test("a file that only a build makes is told with what to do", async () => {
  const { stdout, exitCode } = await diff("good", "unbuilt", "--format", "json");
  expect(exitCode).toBe(1);
  const { failed } = JSON.parse(stdout) as FailedDiff;
  expect(failed.message).toMatch(/Cannot find module '.\/made-by-a-build.js'/);
  expect(failed.message).toMatch(/instead: if a build makes it, check the commit out beside .* and name that folder$/);
});

test("mistakes of the head are told in the document, with exit code 2", async () => {
  const { stdout, exitCode } = await diff("good", "mistaken", "--format", "json", "--fail-on", "destroy");
  expect(exitCode).toBe(2);
  expect(JSON.parse(stdout)).toEqual({
    version: 1,
    kind: "offline",
    project: "shop",
    stack: "dev",
    failed: { side: "head", message: 'Listener "http" has a mistake\n  listener.port: 0 is no port' },
    diagnostics: [],
  });
});

test("a program that fails exits with 1; the base is told apart from the head", async () => {
  const { stdout, exitCode } = await diff("thrown", "good", "--format", "json");
  expect(exitCode).toBe(1);
  expect((JSON.parse(stdout) as FailedDiff).failed).toMatchObject({ side: "base" });
});

test("when both fail, the head comes first and the base is told too", async () => {
  const { stdout, exitCode } = await diff("thrown", "mistaken", "--format", "markdown");
  expect(exitCode).toBe(2);
  expect(stdout).toMatch(/^<!-- webtier:shop\/dev -->/);
  expect(stdout).toContain("the **plan of the head** could not be made");
  expect(stdout).toContain("the base fails too");
});

test("other modules are a failure of that side, told in the document", async () => {
  const { stdout, exitCode } = await diff("upgraded", "good", "--format", "json");
  expect(exitCode).toBe(1);
  const { failed } = JSON.parse(stdout) as FailedDiff;
  expect(failed.side).toBe("base");
  expect(failed.message).toMatch(/^upgraded asks for other modules than the working tree: .*\n {2}instead: /);
});

test("a message names files from the top of the repository, not where they were checked out", async () => {
  const { stdout } = await diff("nameless", "good", "--format", "json");
  expect((JSON.parse(stdout) as FailedDiff).failed).toEqual({
    side: "base",
    message: "Pulumi.yaml has no name: give the project one",
  });
});

const codes = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

const cli = join(__dirname, "../../dist/cli/main.js");

test.each(codes)("%s leaves no tree and no program behind", async (signal, code) => {
  const file = join(folder, `${signal}.pid`);
  const endless = `require("node:fs").writeFileSync(${JSON.stringify(file)}, String(process.pid));
setInterval(() => {}, 1000);`;
  write(projectFiles("endless", { first: endless }));
  commit(`endless until ${signal}`);
  const child = spawn(process.execPath, [cli, "diff", "HEAD", "HEAD:endless", "--project", "endless"], {
    cwd: folder,
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    expect(await until(() => existsSync(file) && readFileSync(file, "utf8") !== "", 300)).toBe(true);
    expect(repository.trees().length).toBe(2);
  } finally {
    child.kill(signal);
  }
  expect(await ended).toBe(code);
  expect(repository.trees()).toEqual([]);
  expect(await until(() => !isAlive(Number(readFileSync(file, "utf8"))), 300)).toBe(true);
});
