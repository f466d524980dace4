import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { diffCommand } from "../../src/cli/diff.js";
import type { Diff } from "../../src/diff/model.js";
import { makeRepository, projectFiles } from "./repository.js";
import { run } from "./run.js";

const repository = makeRepository();
const { folder, write, commit } = repository;
const temporary = mkdtempSync(join(tmpdir(), "webtier-temporary-"));
vi.stubEnv("TMPDIR", temporary);
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(temporary, { recursive: true });
  repository.end();
});

write({ "README.md": "nothing yet" });
const empty = commit("empty");
write({ ...projectFiles("infra/shop"), "package.json": "{}" });
const first = commit("first");
repository.git("tag", "v1");
write(projectFiles("infra/shop", { port: 8080, userData: "#!/bin/sh changed" }, ["dev", "prod"]));
const second = commit("second");
const project = join(folder, "infra/shop");
write({ ".git/hooks/post-checkout": `#!/bin/sh\ntouch ${folder}/hooked\n` });
chmodSync(join(folder, ".git/hooks/post-checkout"), 0o755);

async function diff(...words: readonly string[]) {
  const { stdout, ...rest } = await run(diffCommand(), ...words, "--format", "json", "--project", project);
  return { ...rest, diff: JSON.parse(stdout || "null") as Diff };
}

test("a ref means the folder of the project at that commit, and changed secrets are seen and not told", async () => {
  const { diff: found, exitCode, stderr } = await diff("v1", "HEAD", "--stack", "dev");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect([found.base, found.head]).toEqual([
    { label: "v1", commit: first, cloud: "aws" },
    { label: "HEAD", commit: second, cloud: "aws" },
  ]);
  expect(found.resources.map(({ operation, name }) => `${operation} ${name}`).sort()).toEqual([
    "create front-ingress-8080",
    "delete front-ingress-80",
    "update web",
  ]);
  expect(found.resources.find(({ name }) => name === "web")?.properties).toMatchObject([
    { path: "userData", hidden: true },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/changed"|secret [0-9a-f]/);
});

test("a ref and the working tree differ in nothing when nothing was changed", async () => {
  const { diff: found } = await diff("HEAD", project, "--stack", "dev");
  expect(found.verdict).toEqual({ state: "none", worst: "none", exposure: "same", degraded: 0 });
  expect(found.head).toEqual({ label: project, commit: second, cloud: "aws" });
});

test("a path after the ref names another folder, and an untrusted head is marked", async () => {
  const { diff: found } = await diff("v1:infra/shop", `${second}:infra/shop/`, "--stack", "dev", "--untrusted-head");
  expect(found.verdict.exposure).toBe("wider");
  expect(found.head).toMatchObject({ label: `${second}:infra/shop/`, untrusted: true });
});

test("a base that lacks the project is empty, and that is said", async () => {
  const { diff: found, exitCode } = await diff(empty.slice(0, 10), "v1");
  expect(exitCode).toBe(0);
  expect(found.counts).toEqual({ create: 3, update: 0, replace: 0, delete: 0, move: 0, same: 0 });
  expect(found.diagnostics).toEqual([
    { severity: "info", message: `there is no project in ${empty.slice(0, 10)}:infra/shop: all of it is new` },
  ]);
});

test("all stacks are those of both sides; one that the base lacks is new, one that the head lacks is gone", async () => {
  const forward = await diff("v1", "HEAD", "--all-stacks");
  const [dev, prod] = forward.diff as unknown as Diff[];
  expect([dev?.stack, prod?.stack]).toEqual(["dev", "prod"]);
  expect(prod?.counts).toMatchObject({ create: 3, delete: 0 });
  expect(prod?.diagnostics).toEqual([{ severity: "info", message: "there is no stack prod in v1: all of it is new" }]);
  const back = await diff("HEAD", "v1", "--stack", "prod");
  expect(back.diff.counts).toMatchObject({ create: 0, delete: 3 });
  expect(back.diff.diagnostics).toEqual([
    {
      severity: "warning",
      message:
        "there is no stack prod in v1: all of it is shown as deleted, and stays in the cloud until pulumi destroy",
    },
  ]);
});

test("nothing stays behind: no tree, no folder; and no hook has run", () => {
  expect(repository.trees()).toEqual([]);
  expect(existsSync(join(folder, ".git/worktrees"))).toBe(false);
  expect(readdirSync(temporary).filter((name) => name.startsWith("webtier-"))).toEqual([]);
  expect(existsSync(join(folder, "node_modules/vitest/package.json"))).toBe(true);
  expect(existsSync(join(folder, "hooked"))).toBe(false);
});
