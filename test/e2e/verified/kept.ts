import type { FigureRecord } from "../support/record.js";

/** The run that the page tells of, as `records.jsonl` keeps it: one line for the run, then one a step or figure. */
export interface KeptRun {
  readonly run: RunHead;
  readonly steps: readonly KeptStep[];
  readonly figures: readonly FigureRecord[];
}

export interface RunHead {
  readonly level: string;
  /** ISO date and time, in UTC. */
  readonly began: string;
  readonly ended: string;
  readonly commit: string;
  readonly machine: string;
  /** What ran, and where its pin stands. */
  readonly versions: readonly Version[];
}

export interface Version {
  readonly part: string;
  readonly version: string;
  readonly pin: string;
}

/** A step without what can be left out: empty parts, and the single names of what the first up made. */
export interface KeptStep {
  readonly kind: "step";
  readonly trial: string;
  readonly program: string;
  readonly cloud: string;
  readonly why: string;
  readonly verb: string;
  readonly seconds: number;
  /** When the step took longer. */
  readonly budget?: number;
  /** When it is not 0. */
  readonly code?: number | null;
  /** How many resources the engine changed, or would change. */
  readonly changed?: number;
  readonly changes?: readonly string[];
  readonly made?: Readonly<Record<string, number>>;
  readonly fault?: true;
  readonly errors?: readonly string[];
}

export function renderRecords({ run, steps, figures }: KeptRun): string {
  return [{ kind: "run", ...run }, ...steps, ...figures].map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** An empty file is a run that was not kept yet. */
export function parseRecords(text: string): KeptRun | undefined {
  const lines = text.split("\n").filter((line) => line !== "");
  const all = lines.map((line) => JSON.parse(line) as ({ kind: "run" } & RunHead) | KeptStep | FigureRecord);
  const head = all.find((line) => line.kind === "run");
  if (!head) return undefined;
  const { kind: _, ...run } = head;
  const steps = all.filter((line) => line.kind === "step");
  return { run, steps, figures: all.filter((line) => line.kind === "figure") };
}
