import type { Command } from "commander";
import { vi } from "vitest";

export interface CliResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command in this process, with what it writes. */
export async function run(command: Command, ...words: readonly string[]): Promise<CliResult> {
  const written = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((name) =>
    vi.spyOn(process[name], "write").mockImplementation((text) => {
      written[name] += String(text);
      return true;
    }),
  );
  try {
    await command.exitOverride().parseAsync([...words], { from: "user" });
    return { ...written, exitCode: Number(process.exitCode ?? 0) };
  } catch (error) {
    return { ...written, exitCode: (error as { readonly exitCode?: number }).exitCode ?? 70 };
  } finally {
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
}
