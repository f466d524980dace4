import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Plan } from "../src/plan/model.js";
import { planProgram } from "../src/plan/plan-program.js";

export const root = join(__dirname, "..");
const hook = join(__dirname, "cpu.cjs");
const cli = join(root, "dist/cli/main.js");

/** What the processes of a measure used. */
export interface Used {
  /** Milliseconds. */
  readonly cpu: number;
  /** MiB, the peaks of all processes together. */
  readonly memory: number;
}

/** Sums what the processes used whose script's path holds this text. */
async function usedBy(part: string, run: (environment: NodeJS.ProcessEnv) => Promise<unknown>): Promise<Used> {
  const folder = mkdtempSync(join(tmpdir(), "webtier-bench-"));
  try {
    const file = join(folder, "used");
    await run({ ...process.env, NODE_OPTIONS: `--require ${hook}`, BENCH_USED: file });
    const lines = readFileSync(file, "utf8").trim().split("\n");
    const found = lines.map((line) => JSON.parse(line) as Used & { process: string });
    const asked = found.filter((one) => one.process.includes(part));
    if (asked.length === 0) throw new Error(`no process of ${part} told what it used`);
    const sum = (key: keyof Used) => asked.reduce((total, one) => total + one[key], 0);
    return { cpu: sum("cpu"), memory: sum("memory") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export const program = (name: string) => join(__dirname, "programs", name);

export function planOf(name: string, copies = 1): Promise<Plan> {
  const environment = { ...process.env, BENCH_COPIES: String(copies) };
  return planProgram({ directory: program(name), environment, timeout: 600 });
}

/** CPU of the program's own process, in milliseconds. */
export async function programCpu(name: string, copies = 1): Promise<number> {
  const { cpu } = await usedBy(join("cmd", "run"), (environment) => {
    const asked = { ...environment, BENCH_COPIES: String(copies) };
    return planProgram({ directory: program(name), environment: asked, timeout: 600 });
  });
  return cpu;
}

/** Wall time of `webtier plan`, in milliseconds. */
export function planWall(stack: string): number {
  const start = performance.now();
  run([cli, "plan", "examples/web-stack", "--stack", stack], {});
  return performance.now() - start;
}

/** What a command of `webtier` used, the program that it runs included. */
export function commandUse(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Used> {
  return usedBy("", async (measured) => run([cli, ...words], { ...measured, ...environment }));
}

/** CPU of the compiler over one file, in milliseconds. */
export async function typeCheckCpu(file: string): Promise<number> {
  const flags = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext"];
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const { cpu } = await usedBy("tsc", async (environment) =>
    run([compiler, ...flags, join(__dirname, "types", file)], environment),
  );
  return cpu;
}

function run(words: readonly string[], environment: NodeJS.ProcessEnv): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, words, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}\n${stdout.slice(0, 4000)}${stderr}`);
}
