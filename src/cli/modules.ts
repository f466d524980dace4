import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { PlanError } from "../plan/errors.js";
import { isRecord } from "../plan/project.js";

/** What decides which modules an installation has. */
const fields = [
  "dependencies",
  "devDependencies",
  "optionalDependencies",
  "peerDependencies",
  "overrides",
  "resolutions",
  "pnpm",
  "workspaces",
];
const locks = ["package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb"];

export interface Trees {
  /** The working tree, whose modules are installed. */
  readonly top: string;
  /** The same repository at another commit. */
  readonly tree: string;
  /** The folder of the project in both, relative to their tops. */
  readonly path: string;
  readonly ref: string;
  readonly commit: string;
}

/** Lends the modules of the working tree to another commit of it, when both ask for the same ones. */
export function lendModules(trees: Trees): void {
  const { top, tree, path } = trees;
  const levels = levelsOf(path);
  const other = levels.find((level) => !asksForTheSame(join(top, level), join(tree, level)));
  if (other !== undefined) refuse(trees, other);
  const lent = levels.filter((level) => lend(join(top, level), join(tree, level)));
  if (lent.length > 0) return;
  const above = foldersAbove(top).find((folder) => existsSync(join(folder, "node_modules")));
  if (above !== undefined) lend(above, tree);
}

/** `a/b`, `a`, and the top itself. */
function levelsOf(path: string): string[] {
  return path === "" || path === "." ? [""] : [path, ...levelsOf(dirname(path))];
}

function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

function asksForTheSame(here: string, there: string): boolean {
  return isDeepStrictEqual(wishesOf(here), wishesOf(there));
}

function wishesOf(folder: string): unknown {
  const wanted = read(join(folder, "package.json"));
  return [wanted === undefined ? undefined : pick(wanted), locks.map((name) => read(join(folder, name)))];
}

function pick(text: string): unknown {
  try {
    const manifest: unknown = JSON.parse(text);
    return isRecord(manifest) ? fields.map((name) => manifest[name]) : text;
  } catch {
    return text;
  }
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "latin1") : undefined;
}

function lend(from: string, to: string): boolean {
  const modules = join(from, "node_modules");
  const place = join(to, "node_modules");
  if (!existsSync(modules) || !existsSync(to) || isThere(place)) return false;
  symlinkSync(modules, place, "junction");
  return true;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function refuse({ path, ref, commit, top }: Trees, level: string): never {
  const short = commit.slice(0, 12);
  const beside = relative(process.cwd(), `${top}-${short}`);
  const at = (folder: string) => (folder === "" || folder === "." ? beside : `${beside}/${folder}`);
  throw new PlanError(
    [
      `${ref} asks for other modules than the working tree: package.json or the lock file of ${level === "" ? "the repository" : level} differs`,
      "  instead: install them beside, and name that folder",
      `    git worktree add --detach ${beside} ${short} && npm ci --prefix ${at(level)}`,
      `    then ${at(path)} in place of ${ref}`,
    ].join("\n"),
  );
}
