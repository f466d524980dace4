import { type Answer, leavesOf, type Told } from "../../src/core/answers.js";
import { capabilities, type Row } from "../../src/core/capabilities.js";
import type { Cloud } from "../../src/core/cloud.js";
import { isPlain } from "../../src/core/declared.js";
import type { Facets } from "../../src/core/support.js";
import { nouns } from "../../src/spec/nouns.js";

/** One case of a row of one cloud's tables. */
export interface Case {
  readonly row: Row;
  readonly facts: Readonly<Record<string, string>>;
  readonly told: Told;
  /** `BackendSet policy "source-ip" {"protocol":"tcp"}`. */
  readonly name: string;
}

export function rowsOf(cloud: Cloud): readonly Row[] {
  return capabilities(nouns, { [cloud.name]: cloud }).rows;
}

export function casesOf({ name: cloud }: Cloud, rows: readonly Row[]): Case[] {
  return rows.flatMap((row) =>
    leavesOf(row.answers[cloud] as Answer).map(({ facts, told }) => ({ row, facts, told, name: nameOf(row, facts) })),
  );
}

function nameOf({ noun, path, kind, value }: Row, facts: object): string {
  const of = kind === undefined ? "" : ` (${kind})`;
  const word = value === undefined ? "" : ` "${value}"`;
  const when = Object.keys(facts).length === 0 ? "" : ` ${JSON.stringify(facts)}`;
  return `${noun} ${path}${of}${word}${when}`;
}

/** What a cloud tells of a row under these facets; nothing where a facet is missing. */
export function toldOf(row: Row, cloud: string, facets: Facets): Told | undefined {
  let answer = row.answers[cloud];
  while (answer && "cases" in answer) answer = answer.cases[facets[answer.when] ?? ""];
  return answer;
}

export function holds({ facts }: Pick<Case, "facts">, facets: Facets): boolean {
  return Object.entries(facts).every(([facet, fact]) => facets[facet] === fact);
}

/** Whether a spec says what a row is about. */
export function says(spec: unknown, { path, kind, value }: Row): boolean {
  const steps = path.split(".");
  const last = steps.pop() as string;
  const holders = steps.reduce<unknown[]>((found, step) => found.flatMap((one) => within(one, step)), [spec]);
  const fitting = kind === undefined ? holders : holders.filter((one) => isPlain(one) && one.kind === kind);
  return fitting.flatMap((one) => within(one, last)).some((one) => isSaid(one, value));
}

function within(value: unknown, step: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => within(one, step));
  if (!isPlain(value)) return [];
  const found = step === "<name>" ? Object.values(value) : [value[step]];
  return found.flatMap((one) => (Array.isArray(one) ? one : [one])).filter((one) => one !== undefined);
}

/** A word may be the value, its kind, or one of its keys. */
function isSaid(value: unknown, word: string | undefined): boolean {
  if (word === undefined) return value !== false;
  if (!isPlain(value)) return String(value) === word;
  return value.kind === undefined ? value[word] !== undefined : value.kind === word;
}
