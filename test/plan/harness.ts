import { join } from "node:path";
import { vi } from "vitest";
import { planCommand } from "../../src/cli/plan.js";
import type { Plan, PlanResource } from "../../src/plan/model.js";
import { type ProgramOptions, planProgram } from "../../src/plan/plan-program.js";

export function fixture(name: string): string {
  return join(__dirname, "fixtures", name);
}

/** One run for all the tests of a file. */
export function shared(name: string, options: ProgramOptions = {}): () => Promise<Plan> {
  let run: Promise<Plan> | undefined;
  return () => {
    run ??= planProgram({ directory: fixture(name), ...options });
    return run;
  };
}

/** The resource whose URN ends like this. */
export function resource({ resources }: Plan, name: string): PlanResource {
  const [found, another] = resources.filter(({ urn }) => urn.endsWith(`::${name}`));
  if (!found || another) throw new Error(`not one resource ${name}`);
  return found;
}

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runPlanCommand(...args: string[]): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    await planCommand().exitOverride().parseAsync(args, { from: "user" });
    return { ...written, exitCode: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}
