import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a hook that runs us has set: another index or folder than that of the command. */
const hookVariables = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_INDEX_FILE",
  "GIT_PREFIX",
  "GIT_COMMON_DIR",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
];

/** Nothing of a repository runs, and nothing is asked for. */
const quiet = ["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "submodule.recurse=false"];

export async function git(folder: string, ...words: readonly string[]): Promise<string> {
  const { stdout } = await run("git", [...quiet, ...words], optionsOf(folder));
  return stdout.replace(/\n$/, "");
}

/** Undefined when git refuses. */
async function askGit(folder: string, ...words: readonly string[]): Promise<string | undefined> {
  try {
    return await git(folder, ...words);
  } catch {
    return undefined;
  }
}

/** For the last moments of a process. */
export function gitNow(folder: string, ...words: readonly string[]): void {
  execFileSync("git", [...quiet, ...words], { ...optionsOf(folder), stdio: "ignore" });
}

/** Full name of the commit that a ref stands for. */
export function commitOf(folder: string, ref: string): Promise<string | undefined> {
  return askGit(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`);
}

/** The top folder of the repository that a folder lies in. */
export function topOf(folder: string): Promise<string | undefined> {
  return askGit(folder, "rev-parse", "--show-toplevel");
}

/** The commit that a folder shows, when nothing there differs from it. */
export async function commitShown(folder: string): Promise<string | undefined> {
  const changes = await askGit(folder, "status", "--porcelain", "--", ".");
  return changes === "" ? commitOf(folder, "HEAD") : undefined;
}

function optionsOf(cwd: string) {
  const environment = Object.entries(process.env).filter(([name]) => !hookVariables.includes(name));
  const env = { ...Object.fromEntries(environment), GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
  return { cwd, env, encoding: "utf8" as const, maxBuffer: 64 * 1024 * 1024 };
}
