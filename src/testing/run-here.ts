import { runtime } from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state.js";
import { PlanError } from "../plan/errors.js";
import type { Start } from "../plan/start.js";
import { type Strays, watchStrays } from "./strays.js";

/** The SDK has both without declaring them. What runs in local storage shares no state with what runs outside. */
const { withLocalStorage } = state as unknown as { withLocalStorage: <T>(run: () => Promise<T>) => Promise<T> };
const { waitForRPCs } = runtime as unknown as { waitForRPCs: () => Promise<void> };

export interface Engine {
  readonly address: string;
  /** Seconds. */
  readonly timeout: number;
}

/** Runs a program against an engine to its end: all that it registers, logs and exports is there afterwards. */
export async function runHere(program: () => unknown, start: Start, { address, timeout }: Engine): Promise<void> {
  const strays = watchStrays();
  const { stackResource } = globalThis;
  try {
    const run = withLocalStorage(async () => {
      const { project, stack, config } = start;
      runtime.resetOptions(project.name, stack.name, 16, address, address, true, "organization");
      runtime.setAllConfig({ ...config.values }, [...config.secretKeys]);
      await runWhole(program, strays);
    });
    await within(timeout, run);
  } catch (error) {
    strays.add(error);
  } finally {
    await turn();
    strays.stop();
    globalThis.stackResource = stackResource;
  }
  if (strays.found.length > 0) throw strays.found[0];
}

/** The stack is told of no error: each of its outputs would reject with it, and nobody waits for them. */
async function runWhole(program: () => unknown, { add }: Strays): Promise<void> {
  try {
    await runtime.runInPulumiStack(async () => {
      try {
        return (await program()) as object;
      } catch (error) {
        add(error);
        return {};
      }
    });
    await settle();
  } finally {
    await runtime.disconnect(true);
  }
}

/** What an output starts once it is known may start more. */
async function settle(): Promise<void> {
  for (let quiet = 0; quiet < quietTurns; quiet += 1) {
    await waitForRPCs();
    await turn();
  }
}

const quietTurns = 5;

/** Lets everything run that is ready to; Node tells of an unhandled rejection before it is over. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function within(seconds: number, run: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PlanError(lateText(seconds))), seconds * 1000);
  });
  try {
    await Promise.race([run, late]);
  } finally {
    clearTimeout(timer);
  }
}

function lateText(seconds: number): string {
  return `the program did not end within ${seconds} s\n  instead: more time with the option \`timeout\`, or an end to what it waits for`;
}
