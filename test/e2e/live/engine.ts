import { type ChildProcess, execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Outcome } from "../support/outcome.js";
import type { Verb } from "../support/request.js";
import type { Trial } from "../support/trial.js";
import { type Exported, type Leftover, leftoversOf } from "./leftovers.js";

/** What ends an operation before its time. */
export interface Ends {
  /** The engine finishes what it has begun. */
  readonly stop: AbortSignal;
  /** The engine ends at once. */
  readonly end: AbortSignal;
}

interface Asked extends Ends {
  readonly why: string;
  readonly refresh?: boolean;
}

/** Runs one operation; it may end with an error, which the outcome tells. */
export function operate(trial: Trial, verb: Verb, { why, refresh = false, ...ends }: Asked): Promise<Outcome> {
  return trial.run(verb, {
    why,
    refresh,
    meanwhile: async ({ child, ended }) => {
      const forget = passOn(ends, child);
      await ended;
      forget();
    },
  });
}

/** What the state still holds; nothing when there is no state yet. */
export async function readLeftovers(trial: Trial): Promise<Leftover[]> {
  const { failed, said } = await pulumi(trial, "stack", "export", "--stack", trial.options.stack);
  if (failed && said.includes("no stack named")) return [];
  if (!failed) return leftoversOf(JSON.parse(said) as Exported);
  throw new Error(`the state cannot be read: ${said.trim()}`);
}

/** Takes away the lock of an engine that was killed. */
export async function unlock(trial: Trial): Promise<void> {
  await pulumi(trial, "cancel", "--yes", "--stack", trial.options.stack);
}

/** Seconds for what the engine has begun, before it is told again, and before it is killed. */
const patience = { stopped: [600, 660], ended: [2, 30] } as const;

/** The engine runs in a process group of its own, which no signal of the terminal reaches. */
function passOn({ stop, end }: Ends, child: ChildProcess): () => void {
  const timers: NodeJS.Timeout[] = [];
  const interrupt = ([again, kill]: readonly [number, number]) => {
    signal(child, "SIGINT");
    timers.push(setTimeout(signal, again * 1000, child, "SIGINT"), setTimeout(signal, kill * 1000, child, "SIGKILL"));
  };
  const onStop = () => interrupt(patience.stopped);
  const onEnd = () => interrupt(patience.ended);
  stop.addEventListener("abort", onStop);
  end.addEventListener("abort", onEnd);
  return () => {
    stop.removeEventListener("abort", onStop);
    end.removeEventListener("abort", onEnd);
    for (const timer of timers) clearTimeout(timer);
  };
}

function signal({ pid, exitCode, signalCode }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  process.kill(-pid, name);
}

const execute = promisify(execFile);

async function pulumi(trial: Trial, ...words: string[]): Promise<{ failed: boolean; said: string }> {
  const options = { cwd: trial.folder, env: { ...process.env, ...trial.environment }, maxBuffer: 2 ** 28 };
  try {
    const { stdout } = await execute("pulumi", [...words, "--non-interactive"], options);
    return { failed: false, said: stdout };
  } catch (error) {
    return { failed: true, said: error instanceof Error && "stderr" in error ? String(error.stderr) : String(error) };
  }
}
