import { expect } from "vitest";
import { expectNoChange } from "./cycle.js";
import type { Outcome } from "./outcome.js";
import { linesOf } from "./steps.js";
import type { Change, Trial } from "./trial.js";

/** One thing that the author of a program changes, and all that this changes on the cloud. */
export interface Alteration {
  readonly why: string;
  /** Those of one round are deployed together, where the whole matrix is not asked for. */
  readonly round: number;
  readonly edits: readonly Change[];
  /** Given all alterations before it. */
  readonly expected: readonly string[];
  /** What the cloud says afterwards. */
  readonly holds?: () => Promise<void>;
}

/** Each alteration in an `up` of its own, or those of a round in one. */
export function roundsOf(alterations: readonly Alteration[]): Alteration[][] {
  if (process.env.WEBTIER_E2E === "full") return alterations.map((one) => [one]);
  const rounds = new Set(alterations.map(({ round }) => round));
  return [...rounds].map((round) => alterations.filter((one) => one.round === round));
}

export function nameOf(round: readonly Alteration[]): string {
  return round.map(({ why }) => why).join(", ");
}

/** Deploys a round, and holds that it changed what it should, and that nothing is left to be changed. */
export async function deploy(
  trial: Trial,
  round: readonly Alteration[],
  up: (why: string) => Promise<Outcome> = (why) => trial.up({ why }),
): Promise<void> {
  const why = nameOf(round);
  trial.edit(...round.flatMap(({ edits }) => edits));
  const { steps } = await up(why);
  expect({ why, changes: linesOf(steps) }).toEqual({
    why,
    changes: together(round.flatMap(({ expected }) => expected)),
  });
  expectNoChange(await trial.preview({ why: `preview after ${why}` }));
  for (const { holds } of round) await holds?.();
}

/** Lines about one resource become one, with the properties of all. */
function together(lines: readonly string[]): string[] {
  const found = new Map<string, Set<string>>();
  for (const line of lines) {
    const [, what = line, properties = ""] = /^(.*?)(?: \[(.*)\])?$/.exec(line) ?? [];
    const known = found.get(what) ?? new Set();
    for (const property of properties.split(", ").filter((one) => one !== "")) known.add(property);
    found.set(what, known);
  }
  const merged = [...found].map(([what, all]) => (all.size === 0 ? what : `${what} [${[...all].sort().join(", ")}]`));
  return merged.sort();
}
