import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { steps } from "./files.js";

/** Programs that a step may start beside the recorded ones. */
const real = ["mktemp", "stat", "cat", "rm"];
const recorded = ["npx", "npm", "node", "git", "openssl", "pulumi", "curl", "touch", "bash", "sh"];

const recorder = `#!/bin/bash
printf '%s\\0' "\${0##*/}" "$@" $'\\x1e' >> "$CALLS"
name=\${0##*/}
case $name in npx) exit "\${NPX_CODE:-0}" ;; openssl) echo 00ff ;; esac
`;

export interface Ran {
  readonly code: number | null;
  /** Every program that was started, with its words. */
  readonly calls: readonly (readonly string[])[];
  readonly stdout: string;
  readonly stderr: string;
  /** What the step wrote for later ones. */
  readonly output: string;
  readonly folder: string;
}

export interface Place {
  /** Instead of a new folder for this step alone. */
  readonly folder?: string;
  readonly cwd?: string;
  /** A script in place of the recorder. */
  readonly npx?: string;
}

/** Runs one step as GitHub does, with recorded programs alone on its path. */
export async function runStep(
  place: string,
  environment: Readonly<Record<string, string>>,
  { folder = scratch(), cwd = folder, npx }: Place = {},
): Promise<Ran> {
  const step = steps.find((one) => one.place === place)?.step;
  if (!step?.run) throw new Error(`no step ${place}`);
  const unset = Object.keys(step.env ?? {}).filter((name) => environment[name] === undefined);
  if (unset.length > 0) throw new Error(`${place} reads ${unset.join(", ")} too`);
  const script = join(folder, "script.sh");
  writeFileSync(script, step.run);
  const own = {
    PATH: programs(folder, npx),
    CALLS: join(folder, "calls"),
    GITHUB_OUTPUT: join(folder, "output"),
    RUNNER_TEMP: folder,
  };
  const child = spawn("/bin/bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
    cwd,
    env: { ...own, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [code, stdout, stderr] = await Promise.all([
    new Promise<number | null>((ended) => child.on("exit", ended)),
    child.stdout.setEncoding("utf8").toArray(),
    child.stderr.setEncoding("utf8").toArray(),
  ]);
  const told = { stdout: stdout.join(""), stderr: stderr.join("") };
  return { code, ...told, calls: callsIn(own.CALLS), output: textOf(own.GITHUB_OUTPUT), folder };
}

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "webtier-step-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Files that no step has asked for. */
export function strayFiles({ folder }: Ran): string[] {
  return readdirSync(folder).filter((name) => !["bin", "calls", "output", "script.sh"].includes(name));
}

function programs(folder: string, npx: string | undefined): string {
  const bin = join(folder, "bin");
  if (existsSync(bin)) return bin;
  mkdirSync(bin);
  for (const name of real) symlinkSync(`/usr/bin/${name}`, join(bin, name));
  for (const name of recorded) {
    writeFileSync(join(bin, name), name === "npx" ? (npx ?? recorder) : recorder);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

function callsIn(file: string): string[][] {
  const calls = textOf(file).split("\0\x1e\0").slice(0, -1);
  return calls.map((call) => call.split("\0"));
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
