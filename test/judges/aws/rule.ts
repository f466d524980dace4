import { isPlain } from "../../../src/core/declared.js";
import { type Inputs, isUnknown, type Resource } from "./resource.js";

/** A fact about the inputs of one type that neither a service model nor the emulator knows. */
export interface Rule {
  readonly type: string;
  /** What it is about; empty for all inputs, which may be unknown. */
  readonly path: string;
  readonly fact: string;
  readonly source: string;
  readonly holds: (value: never) => boolean;
}

/** A fact about several resources of one program. */
export interface ProgramRule {
  readonly fact: string;
  readonly source: string;
  /** What tells the resources that break it. */
  readonly breaches: (program: Program) => readonly string[];
}

/** The resources of one program. */
export class Program {
  readonly resources: readonly Resource[];
  /** References that rules followed to a resource of the program: `lb/listener defaultActions lb/targetGroup`. */
  readonly followed = new Set<string>();
  readonly #byId: ReadonlyMap<string, Resource>;

  constructor(resources: readonly Resource[]) {
    this.resources = resources;
    this.#byId = new Map(resources.map((one) => [one.id, one]));
  }

  of(type: string): readonly Resource[] {
    return this.resources.filter((one) => one.type === type);
  }

  /** The resources that an input refers to, as far as the program makes them. */
  referred({ type, refers }: Resource, input: string): readonly Resource[] {
    const found = (refers[input] ?? []).flatMap((id) => this.#byId.get(id) ?? []);
    for (const one of found) this.followed.add(`${shortOf(type)} ${input} ${shortOf(one.type)}`);
    return found;
  }
}

/** Several facts about one type, by path. */
export function of(
  type: string,
  source: string,
  facts: Readonly<Record<string, readonly [fact: string, holds: Rule["holds"]]>>,
): Rule[] {
  return Object.entries(facts).map(([key, [fact, holds]]) => ({
    type,
    path: key.replace(/^\d+$/, ""),
    fact,
    source,
    holds,
  }));
}

/** What rules have against the inputs of one type, and which of them they were compared with. */
export function breaches(
  type: string,
  inputs: Inputs,
  rules: readonly Rule[],
): { readonly findings: readonly string[]; readonly met: readonly Rule[] } {
  const findings: string[] = [];
  const met: Rule[] = [];
  for (const rule of rules.filter((one) => one.type === type)) {
    const values = valuesAt(inputs, rule.path === "" ? [] : rule.path.split(".")).filter((value) => !isUnknown(value));
    if (values.length > 0) met.push(rule);
    const wrong = values.filter((value) => !rule.holds(value as never));
    findings.push(
      ...wrong.map((value) => `${rule.path === "" ? "the whole" : rule.path} must ${rule.fact}${got(value)}`),
    );
  }
  return { findings, met };
}

function shortOf(type: string): string {
  return type.split(":")[1] ?? type;
}

function got(value: unknown): string {
  return isPlain(value) ? "" : `; got ${JSON.stringify(value).slice(0, 100)}`;
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined ? [] : [value];
  if (step.endsWith("[]")) {
    const list = (value as Inputs | undefined)?.[step.slice(0, -2)];
    return Array.isArray(list) ? list.flatMap((one) => valuesAt(one, rest)) : [];
  }
  return isPlain(value) ? valuesAt(value[step], rest) : [];
}
