import { type Entry, type Fate, isDepends } from "./support.js";

/** A fate as it is written down; patterns only in words. */
export interface Told {
  readonly fate: Fate["fate"];
  /** The cloud's own name. */
  readonly as?: string | number | boolean;
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
  /** What a value must do beyond that. */
  readonly must?: string;
  /** What holds where it is left out. */
  readonly default?: number;
  /** How near differs. */
  readonly differs?: string;
  /** How it is emulated. */
  readonly how?: string;
  /** Why it is not available. */
  readonly why?: string;
  readonly instead?: string;
  /** The option that is refused as a whole, and this one with it. */
  readonly refusedAt?: string;
}

/** A fate, or one for each case of a facet. */
export type Answer = Told | { readonly when: string; readonly cases: Readonly<Record<string, Answer>> };

/** One fate with the facts that lead to it. */
export interface Leaf {
  readonly facts: Readonly<Record<string, string>>;
  readonly told: Told;
}

export interface Limited {
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
}

export function answerOf(entry: Entry, refusedAt?: string): Answer {
  if (isDepends(entry)) {
    const cases = Object.entries(entry.cases).map(([fact, inner]) => [fact, answerOf(inner, refusedAt)]);
    return { when: entry.when, cases: Object.fromEntries(cases) };
  }
  const at = refusedAt === undefined ? {} : { refusedAt };
  if (entry.fate === "unsupported") return { ...entry, ...at };
  const { pattern, ...rest } = entry;
  return { ...rest, ...(pattern ? { must: pattern.says } : {}), ...at };
}

export function leavesOf(answer: Answer, facts: Leaf["facts"] = {}): Leaf[] {
  if (!("cases" in answer)) return [{ facts, told: answer }];
  return Object.entries(answer.cases).flatMap(([fact, inner]) => leavesOf(inner, { ...facts, [answer.when]: fact }));
}

/** Whether nothing has to be said: the cloud does it, and takes all that the option takes. */
export function isPlainlyNative(answer: Answer, limits: Limited): boolean {
  return leavesOf(answer).every(
    ({ told }) =>
      told.fate === "native" &&
      told.must === undefined &&
      told.default === undefined &&
      !narrows(told.range, limits.range) &&
      !narrows(told.length, limits.length),
  );
}

type Bounds = readonly [number, number];

export function narrows(own: Bounds | undefined, common: Bounds | undefined): boolean {
  if (!own) return false;
  return !common || own[0] > common[0] || own[1] < common[1];
}
