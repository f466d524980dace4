import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { Plan } from "../src/plan/model.js";
import { planProgram } from "../src/plan/plan-program.js";

export const root = join(__dirname, "..");
const hook = join(__dirname, "cpu.cjs");

/** A file for one figure, gone afterwards. */
async function withFigure<T>(use: (file: string) => Promise<T> | T): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "webtier-bench-"));
  try {
    return await use(join(folder, "cpu"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const program = (name: string) => join(__dirname, "programs", name);

export function planOf(name: string, copies = 1): Promise<Plan> {
  const environment = { ...process.env, BENCH_COPIES: String(copies) };
  return planProgram({ directory: program(name), environment, timeout: 600 });
}

/** CPU of the program's own process, in milliseconds. */
export function programCpu(name: string, copies = 1): Promise<number> {
  return withFigure(async (file) => {
    const environment = {
      ...process.env,
      NODE_OPTIONS: `--require ${hook}`,
      BENCH_CPU: file,
      BENCH_PROCESS: join("cmd", "run"),
      BENCH_COPIES: String(copies),
    };
    await planProgram({ directory: program(name), environment, timeout: 600 });
    return Number(readFileSync(file, "utf8"));
  });
}

/** Wall time of `webtier plan`, in milliseconds. */
export function planWall(stack: string): number {
  const start = performance.now();
  run([join(root, "dist/cli/main.js"), "plan", "examples/web-stack", "--stack", stack], {});
  return performance.now() - start;
}

/** CPU of the compiler over one file, in milliseconds. */
export function typeCheckCpu(file: string): Promise<number> {
  return withFigure((figure) => {
    const flags = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext"];
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    run(["--require", hook, compiler, ...flags, join(__dirname, "types", file)], {
      BENCH_CPU: figure,
      BENCH_PROCESS: "tsc",
    });
    return Number(readFileSync(figure, "utf8"));
  });
}

function run(args: string[], environment: Record<string, string>): void {
  const { status, stderr, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...environment },
  });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}\n${stdout}${stderr}`);
}
