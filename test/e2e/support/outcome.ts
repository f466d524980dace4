import { readFileSync } from "node:fs";
import type { Line, Pending, Verb } from "./request.js";
import type { DetailedStep } from "./steps.js";
import { changesOf } from "./steps.js";

/** What the engine did and said. */
export interface Outcome {
  readonly verb: Verb;
  readonly code: number | null;
  readonly seconds: number;
  /** What the engine counted: `{ create: 7, same: 2 }`. */
  readonly counts: Readonly<Record<string, number>>;
  /** What changed, one step a resource, in the engine's order; what stays the same is not named. */
  readonly steps: readonly DetailedStep[];
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Operations that the state says were never ended; asked for by `cancel`. */
  readonly pending: readonly Pending[];
  /** Warnings and errors, without colours. */
  readonly diagnostics: readonly string[];
  /** All that the command printed. */
  readonly said: string;
}

export function readOutcome(verb: Verb, events: string, rest: Pick<Outcome, "code" | "seconds" | "said">): Outcome {
  const lines = linesOf(events);
  const happened = lines.flatMap((line) => ("event" in line ? [line.event] : []));
  const counts = happened.flatMap(({ summaryEvent }) => (summaryEvent ? [summaryEvent.resourceChanges] : [])).at(-1);
  const diagnostics = happened.flatMap(({ diagnosticEvent: it }) =>
    it && !it.ephemeral && (it.severity === "error" || it.severity === "warning")
      ? [`${it.severity}: ${it.message.trim()}`]
      : [],
  );
  const pending = lines.flatMap((line) => ("pending" in line ? [line.pending] : [])).at(-1) ?? [];
  const outputs = lines.flatMap((line) => ("outputs" in line ? [line.outputs] : [])).at(-1) ?? {};
  return {
    verb,
    ...rest,
    counts: (counts ?? {}) as Record<string, number>,
    steps: changesOf(happened),
    outputs,
    pending,
    diagnostics,
  };
}

/** A process that was killed leaves half a line, or none. */
function linesOf(file: string): Line[] {
  const texts = readFileSync(file, "utf8").split("\n");
  return texts.slice(0, -1).map((text) => JSON.parse(text) as Line);
}
