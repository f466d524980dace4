import type { Outcome } from "../support/outcome.js";
import type { Verb } from "../support/request.js";
import { type DetailedStep, linesOf } from "../support/steps.js";
import type { Trial } from "../support/trial.js";
import { type Ends, operate, readLeftovers, unlock } from "./engine.js";
import type { Leftover } from "./leftovers.js";
import type { LiveChange } from "./scenarios.js";

export interface Flow extends Ends {
  readonly trial: Trial;
  readonly changes: readonly LiveChange[];
  readonly say: (line: string) => void;
}

export interface Verdict {
  /** What failed, or differed from what must hold. */
  readonly problems: readonly string[];
  /** Unknown when the state cannot be read. */
  readonly left: readonly Leftover[] | undefined;
}

/** Stands a program up, changes it, and destroys it whatever happened before. */
export async function standUpAndTakeDown(flow: Flow): Promise<Verdict> {
  const problems: string[] = [];
  const attempt = <T>(act: () => Promise<T>): Promise<T | undefined> =>
    act().catch((error: unknown) => {
      problems.push(error instanceof Error ? error.message : String(error));
      return undefined;
    });
  await attempt(() => standUp(flow, problems));
  await attempt(() => takeDown(flow));
  const left = await attempt(() => readLeftovers(flow.trial));
  return { problems, left };
}

/** An error ends it; differences are noted as problems and do not. */
async function standUp(flow: Flow, problems: string[]): Promise<void> {
  await run(flow, "preview", "first preview");
  await run(flow, "up", "first up");
  problems.push(...(await settle(flow, "the first up")));
  for (const change of flow.changes) {
    flow.trial.edit(...change.edits);
    problems.push(...judge(change, await run(flow, "up", change.why)));
    problems.push(...(await settle(flow, change.why)));
  }
}

async function settle(flow: Flow, after: string): Promise<string[]> {
  const differences = async (verb: Verb) => {
    const why = `${verb} after ${after}`;
    const outcome = await run(flow, verb, why);
    return linesOf(outcome.steps).map((line) => `${why} still changes: ${line}`);
  };
  return [...(await differences("preview")), ...(await differences("refresh"))];
}

async function run(flow: Flow, verb: Verb, why: string): Promise<Outcome> {
  if (flow.stop.aborted || flow.end.aborted) throw new Error(`${why} was not run: the runner was told to stop`);
  flow.say(why);
  const outcome = await operate(flow.trial, verb, { why, stop: flow.stop, end: flow.end });
  const counts = Object.entries(outcome.counts).map(([what, count]) => `${count} ${what}`);
  flow.say(`${why}: ${outcome.seconds} s, ${counts.join(", ") || "nothing counted"}`);
  if (outcome.code === 0) return outcome;
  const stopped = flow.stop.aborted || flow.end.aborted;
  throw new Error(
    stopped
      ? `${why} was interrupted`
      : `${why} failed: ${outcome.diagnostics.join("\n") || outcome.said.slice(-2000)}`,
  );
}

/** Replacing one of these is never what a change of the scenarios asks for. */
const lasting =
  /\/(loadBalancer:LoadBalancer|networkLoadBalancer:|vpc:|vcn:|network:|subnet:|stackV1:|group:Group|instancePool:)/;

function judge({ why, expected }: LiveChange, { steps }: Outcome): string[] {
  const lines = linesOf(steps);
  if (expected) {
    const same = JSON.stringify(lines) === JSON.stringify([...expected].sort());
    return same ? [] : [`${why} changed other things than expected: ${lines.join("; ")}`];
  }
  if (lines.length === 0) return [`${why} changed nothing`];
  return linesOf(steps.filter(isLoss)).map((line) => `${why} must not do this: ${line}`);
}

function isLoss({ operation, type }: DetailedStep): boolean {
  return ["replace", "delete"].includes(operation) && lasting.test(type);
}

const attempts = 3;
const hour = 3_600_000;

/** Clouds let go of some things late: a failed destroy is tried again, after a look at what is there. */
async function takeDown({ trial, end, say }: Flow): Promise<void> {
  for (let attempt = 1; attempt <= attempts && !end.aborted; attempt += 1) {
    say(`destroy${attempt === 1 ? "" : `, attempt ${attempt}`}`);
    const refresh = attempt > 1;
    const outcome = await operate(trial, "destroy", { why: "destroy", refresh, stop: AbortSignal.timeout(hour), end });
    say(`destroy: ${outcome.seconds} s`);
    if (outcome.code === 0) return;
    if (!end.aborted) say(`destroy failed: ${outcome.diagnostics.join("\n") || outcome.said.slice(-2000)}`);
    await unlock(trial);
  }
  throw new Error(end.aborted ? "destroy was interrupted" : `destroy failed ${attempts} times`);
}
