import * as pulumi from "@pulumi/pulumi";
import type { Cloud } from "./cloud.js";
import { type Failure, failurePrefix, WebtierError } from "./errors.js";

/** What one run of one program shares; several programs may run in one process. */
export interface Run {
  /** The cloud of the stack configuration, once it was asked for. */
  cloud?: Cloud;
  /** Names already taken, each with the types above it, as in a URN. */
  readonly names: Set<string>;
}

const runs = new WeakMap<object, Run>();

export function currentRun(): Run {
  const anchor: object =
    pulumi.runtime.getStackResource() ?? (pulumi.runtime.getMonitor() as object | undefined) ?? runs;
  const known = runs.get(anchor);
  if (known) return known;
  const fresh: Run = { names: new Set() };
  runs.set(anchor, fresh);
  return fresh;
}

/** Whether this program runs for `webtier plan`. */
export function isForPlan(): boolean {
  return process.env.WEBTIER_PLAN === "1";
}

/** `webtier plan` collects the mistakes of the whole program instead of stopping at the first component. */
export function collectsFailures(): boolean {
  return isForPlan();
}

/** Ends the program; under `webtier plan` only reports. */
export function fail(failure: Failure): void {
  if (!collectsFailures()) throw new WebtierError(failure);
  report(failure);
}

/** Ends the program in any case: nothing can be checked without what is missing. */
export function refuse(failure: Failure): never {
  if (collectsFailures()) report(failure);
  throw new WebtierError(failure);
}

function report({ code, title, issues }: Failure): void {
  void pulumi.log.error(failurePrefix + JSON.stringify({ code, title, issues }));
}
