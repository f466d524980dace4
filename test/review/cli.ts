import { spawn } from "node:child_process";
import { join } from "node:path";

const cli = join(__dirname, "../../dist/cli/main.js");

export interface CliResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `webtier diff` as a user runs it, in a folder. */
export function runDiff(folder: string, ...words: readonly string[]): Promise<CliResult> {
  const child = spawn(process.execPath, [cli, "diff", ...words], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      written[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode) => resolve({ exitCode, ...written }));
  });
}
