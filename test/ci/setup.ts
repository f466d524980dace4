import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  export interface ProvidedContext {
    /** Programs of test/ci/tools, by name. */
    readonly tools: Readonly<Record<string, string>>;
  }
}

/** Builds the programs that check workflows and scripts, once for their pins. */
export function setup({ provide }: TestProject): void {
  const lines = execFileSync(join(__dirname, "tools/build.sh"), { encoding: "utf8" }).trim().split("\n");
  provide("tools", Object.fromEntries(lines.map((line) => line.split(" ") as [string, string])));
}
