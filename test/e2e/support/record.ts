import { appendFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./outcome.js";
import { linesOf } from "./steps.js";

/** Where a run keeps what it measured, one file a trial, one record a line; `docs/verified.md` is made of them. */
export const records = join(__dirname, "../.work/records");

/** One operation of the engine. */
export interface StepRecord {
  readonly kind: "step";
  readonly program: string;
  readonly cloud: string;
  readonly why: string;
  readonly verb: string;
  readonly seconds: number;
  readonly budget: number;
  readonly code: number | null;
  readonly counts: Readonly<Record<string, number>>;
  readonly changes: readonly string[];
  /** Resources of the provider that were made, by their types. */
  readonly made: Readonly<Record<string, number>>;
  /** Something was broken on purpose: the step may fail. */
  readonly fault: boolean;
  /** What the user saw: the engine's errors. */
  readonly errors: readonly string[];
}

/** Anything else that a test measured. */
export interface FigureRecord {
  readonly kind: "figure";
  /** Names the table that shows it: `dependency graph of web-stack on openstack`. */
  readonly about: string;
  readonly what: string;
  readonly value: number | string;
  readonly unit?: string;
  /** What the value must not pass. */
  readonly bar?: number | string;
  readonly remark?: string;
}

/** What a record says of its trial. */
export interface Recorded {
  readonly name: string;
  readonly program: string;
  readonly stack: string;
  readonly config: Readonly<Record<string, unknown>>;
}

interface Step {
  readonly why: string;
  readonly budget: number;
  readonly outcome: Outcome;
  readonly fault?: boolean;
}

export function recordStep(
  { name, program, stack, config }: Recorded,
  { why, budget, outcome, fault = false }: Step,
): void {
  const { verb, seconds, code, counts, steps, diagnostics } = outcome;
  const errors = diagnostics.filter((text) => text.startsWith("error:"));
  const cloud = String(config["webtier:cloud"] ?? stack);
  const made = verb === "up" ? typesOf(outcome) : {};
  keep(name, {
    kind: "step",
    program,
    cloud,
    why,
    verb,
    seconds,
    budget,
    code,
    counts,
    changes: linesOf(steps),
    made,
    fault,
    errors,
  });
  const late = seconds > budget ? " OVER BUDGET" : "";
  console.log(`${name}: ${why}: ${seconds} s of ${budget} s${late}, ${countsText(counts)}`);
}

/** Keeps a figure in the file of that name: a trial's, or one of its own. */
export function recordFigure(name: string, figure: Omit<FigureRecord, "kind">): void {
  keep(name, { kind: "figure", ...figure });
  const { about, what, value, unit = "", bar } = figure;
  console.log(`${name}: ${about}: ${what}: ${value} ${unit}${bar === undefined ? "" : ` of ${bar}`}`.trimEnd());
}

function keep(name: string, record: StepRecord | FigureRecord): void {
  mkdirSync(records, { recursive: true });
  appendFileSync(join(records, `${name}.jsonl`), `${JSON.stringify(record)}\n`);
}

/** Components, providers and the stack itself are the engine's alone. */
function typesOf({ steps }: Outcome): Record<string, number> {
  const made = steps.filter(({ operation, type }) => operation === "create" && !/^(pulumi|webtier):/.test(type));
  const types = made.map(({ type }) => type).sort();
  return Object.fromEntries(types.map((type) => [type, types.filter((other) => other === type).length]));
}

function countsText(counts: Readonly<Record<string, number>>): string {
  const entries = Object.entries(counts);
  return entries.length === 0 ? "nothing counted" : entries.map(([what, count]) => `${count} ${what}`).join(", ");
}
