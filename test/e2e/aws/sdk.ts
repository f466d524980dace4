import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A service, one of its operations as AWS's SDK for Python spells it, and its parameters. */
export type Call = readonly [service: string, operation: string, parameters?: object];

export type Ask = <T>(...call: Call) => Promise<T>;

interface Told {
  readonly answer?: unknown;
  readonly error?: string;
}

/** Starts the SDK with these credentials; it ends with this process. */
export function startSdk(python: string, environment: Readonly<Record<string, string>>): Ask {
  const child = spawn(python, [join(__dirname, "sdk.py")], {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const waiting: ((told: Told) => void)[] = [];
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.(JSON.parse(line) as Told));
  child.on("close", (code) => {
    for (const tell of waiting.splice(0)) tell({ error: `AWS's SDK ended with ${code}` });
  });
  return async <T>(service: string, operation: string, parameters: object = {}) => {
    const told = new Promise<Told>((resolve) => waiting.push(resolve));
    child.stdin.write(`${JSON.stringify([service, operation, parameters])}\n`);
    const { answer, error } = await told;
    if (error !== undefined) throw new Error(`${service} ${operation}: ${error}`);
    return answer as T;
  };
}
