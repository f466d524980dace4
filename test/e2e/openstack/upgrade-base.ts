import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../../..");

/** Part of a former state of this repository, and nothing that a runner of tests would find. */
const parts = ["src", "examples/web-stack", "package.json", "tsconfig.json"];

/** The library as it was at a commit, built; the folder is relative to the root. What it imports is found above it. */
export function buildFormer(commit: string): string {
  const folder = join("test/e2e/.work/former", commit.slice(0, 12));
  const place = join(root, folder);
  if (existsSync(join(place, "built"))) return folder;
  requireCommit(commit);
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  const archive = join(place, "archive.tar");
  execFileSync("git", ["-C", root, "archive", "--output", archive, commit, ...parts]);
  execFileSync("tar", ["-xf", archive, "-C", place]);
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  execFileSync(process.execPath, [compiler, "-p", join(place, "tsconfig.json")], { stdio: "inherit" });
  writeFileSync(join(place, "built"), commit);
  return folder;
}

function requireCommit(commit: string): void {
  try {
    execFileSync("git", ["-C", root, "cat-file", "-e", `${commit}^{commit}`], { stdio: "ignore" });
  } catch {
    throw new Error(
      `commit ${commit} is not in this clone: git fetch --unshallow, or a checkout with all of its history`,
    );
  }
}

/** Has a program import the library of that folder; none: that of this repository, by its own name. */
export function importLibrary(program: string, folder: string | undefined): void {
  const packageFile = join(program, "package.json");
  const modules = join(program, "node_modules");
  for (const path of [packageFile, modules]) rmSync(path, { recursive: true, force: true });
  if (folder === undefined) return;
  // A package of its own looks among its modules; without one it would be part of this repository's.
  writeFileSync(packageFile, JSON.stringify({ private: true }));
  mkdirSync(modules);
  symlinkSync(join(root, folder), join(modules, "webtier"));
}
