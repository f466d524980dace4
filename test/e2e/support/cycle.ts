import { expect } from "vitest";
import type { Outcome } from "./outcome.js";
import { linesOf } from "./steps.js";
import type { Trial } from "./trial.js";

/** Resources that an operation leaves as they are, and nothing else. */
export function expectNoChange(outcome: Outcome): void {
  expect({ why: outcome.verb, changes: linesOf(outcome.steps), kinds: Object.keys(outcome.counts) }).toEqual({
    why: outcome.verb,
    changes: [],
    kinds: ["same"],
  });
}

/** What must hold after every change: neither the program nor the cloud differs from the state. */
export async function expectSettled(trial: Trial, after = "up"): Promise<void> {
  expectNoChange(await trial.preview({ why: `preview after ${after}` }));
  expectNoChange(await trial.refresh({ why: `refresh after ${after}` }));
}
