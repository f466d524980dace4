import { existsSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import { messageOf, PlanError } from "./errors.js";
import { unknown, type Values } from "./model.js";
import { isWires, mapValues, sentinel, type Wire, type Wires } from "./wire.js";

/** What a program would ask of a cloud or of another stack, written down beside the stack's configuration. */
export interface Answers {
  /** Whether whatever is not answered stays unknown. */
  readonly unknown: boolean;
  readonly invokes: Readonly<Record<string, readonly InvokeAnswer[]>>;
  readonly stacks: Readonly<Record<string, { readonly outputs: Wires }>>;
  readonly reads: Readonly<Record<string, Wires>>;
  /** Stand-ins for encrypted configuration. */
  readonly config: Readonly<Record<string, unknown>>;
}

export interface InvokeAnswer {
  /** Arguments that the call must have; all of them when absent. */
  readonly args?: Values | undefined;
  readonly result?: Wires | undefined;
  readonly unknown?: boolean | undefined;
}

const wires = z.record(z.string(), z.unknown()).transform((value) => known(value as Wires) as Wires);

const invokeAnswer = z
  .strictObject({
    args: z.record(z.string(), z.unknown()).optional(),
    result: wires.optional(),
    unknown: z.literal(true).optional(),
  })
  .refine(
    ({ result, unknown: left }) => (result === undefined) !== (left === undefined),
    "needs either a result or unknown: true",
  );

const schema = z.strictObject({
  unknown: z.boolean().default(false),
  invokes: z.record(z.string(), z.array(invokeAnswer)).default({}),
  stacks: z.record(z.string(), z.strictObject({ outputs: wires })).default({}),
  reads: z.record(z.string(), wires).default({}),
  config: z.record(z.string(), z.unknown()).default({}),
});

export function readAnswers(file: string): Answers {
  return checkAnswers(existsSync(file) ? (parseYaml(file) ?? {}) : {}, `${file} is not a file of answers`);
}

export function checkAnswers(value: unknown, complaint: string): Answers {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data as Answers;
  const issues = checked.error.issues.map(({ path, message }) => `  ${path.join(".") || "file"}: ${message}`);
  throw new PlanError([complaint, ...issues].join("\n"));
}

/** The first answer whose arguments all are the call's. */
export function answerTo({ invokes }: Answers, token: string, args: Values): InvokeAnswer | undefined {
  return invokes[token]?.find((answer) =>
    Object.entries(answer.args ?? {}).every(([key, value]) => isDeepStrictEqual(value, args[key])),
  );
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new PlanError(`${file} is not YAML: ${messageOf(error)}`);
  }
}

/** An answer may say `"[unknown]"` for a part of its result. */
function known(value: Wire): Wire {
  if (value === unknown) return sentinel;
  if (Array.isArray(value)) return value.map(known);
  return isWires(value) ? mapValues(value, known) : value;
}
