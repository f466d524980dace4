import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

export const repository = join(__dirname, "../..");

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

export const manifest = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as Manifest;

export interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface Place {
  readonly cwd: string;
  /** Folder of the Node binary to use. */
  readonly node?: string | undefined;
}

/** Runs a command to its end, whatever its exit code. */
export async function attempt(command: string, args: readonly string[], { cwd, node }: Place): Promise<Result> {
  const path = [...(node ? [node] : []), process.env.PATH].join(delimiter);
  const own = Object.entries(process.env).filter(([key]) => !/^(npm_|NODE_|VITEST|TEST$)/.test(key));
  const env = { ...Object.fromEntries(own), PATH: path };
  try {
    const { stdout, stderr } = await execute(command, args, { cwd, env, maxBuffer: 2 ** 26 });
    return { code: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as Result;
    if (typeof code !== "number") throw error;
    return { code, stdout, stderr };
  }
}

/** Runs a command that must succeed; its output. */
export async function run(command: string, args: readonly string[], place: Place): Promise<string> {
  const { code, stdout, stderr } = await attempt(command, args, place);
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${code}\n${stdout}${stderr}`);
  return stdout;
}

/** A new folder with nothing but these packages. */
export async function install(folder: string, packages: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  write(folder, "package.json", JSON.stringify({ name: "project", private: true }));
  await run("npm", ["install", "--prefer-offline", "--ignore-scripts", "--no-audit", "--no-fund", ...packages], {
    cwd: folder,
  });
  return folder;
}

export function write(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** `@pulumi/pulumi@3.202.0` for each range `^3.202.0`. */
export function lowest(ranges: Readonly<Record<string, string>>): string[] {
  return Object.entries(ranges).map(([name, range]) => `${name}@${range.replace(/^\^/, "")}`);
}

/** The version that the lock file holds. */
export function locked(name: string): string {
  const lock = JSON.parse(readFileSync(join(repository, "package-lock.json"), "utf8")) as {
    packages: Record<string, { version: string }>;
  };
  const version = lock.packages[`node_modules/${name}`]?.version;
  if (version === undefined) throw new Error(`${name} is not in the lock file`);
  return `${name}@${version}`;
}
