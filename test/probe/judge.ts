import { type Answer, type Leaf, leavesOf, type Told } from "../../src/core/answers.js";
import type { Row } from "../../src/core/capabilities.js";
import type { Cloud } from "../../src/core/cloud.js";
import { type Noun, pathOf } from "../../src/core/noun.js";
import type { Facets } from "../../src/core/support.js";
import { nouns } from "../../src/spec/nouns.js";
import { Stack } from "../conformance/harness.js";
import { type Context, contexts } from "./contexts.js";
import { type Outcome, outcomeOf } from "./outcome.js";
import { withSurroundings, withValue } from "./place.js";
import { keyOf, valuesOf } from "./samples.js";

interface Tried {
  readonly outcome: Outcome;
  /** The same arguments without the option. */
  readonly without: Outcome;
  /** The same arguments with other values of it. */
  readonly others: readonly Outcome[];
}

/** Where a cloud does not do what its table says of one row; `rows` are all rows of the table. */
export function complaints(clouds: readonly Cloud[], row: Row, answer: Answer, rows: readonly Row[]): string[] {
  const tried = clouds.flatMap((cloud) => tryAll(cloud, row, answer, rows));
  const name = clouds[0]?.name ?? "";
  const leaves = leavesOf(answer).filter(
    (leaf) => !isUnreachable(leaf, row, name, rows) && !isHeldBack(leaf, row, name, rows),
  );
  return leaves.flatMap((leaf) => complaintsAbout(leaf, row, tried));
}

/** A case that stands on a word which the cloud refuses. */
export function isUnreachable({ facts }: Leaf, { noun }: Row, cloud: string, rows: readonly Row[]): boolean {
  return rows.some(({ noun: other, path, value, answers }) => {
    const refused = leavesOf(answers[cloud] as Answer).every(({ told }) => told.fate === "unsupported");
    return noun === other && value !== undefined && facts[path] === value && refused;
  });
}

/** A case within an option that is refused as a whole, under the same facts. */
export function isHeldBack({ facts }: Leaf, { noun, path }: Row, cloud: string, rows: readonly Row[]): boolean {
  const above = rows.filter((row) => row.noun === noun && row.value === undefined && path.startsWith(`${row.path}.`));
  return above.some(({ answers }) =>
    leavesOf(answers[cloud] as Answer).some(
      (leaf) => leaf.told.fate === "unsupported" && isSame(leaf.facts, facts) && Object.keys(facts).length > 0,
    ),
  );
}

function isSame(some: Leaf["facts"], others: Leaf["facts"]): boolean {
  return Object.entries(some).every(([facet, fact]) => others[facet] === fact);
}

function tryAll(cloud: Cloud, row: Row, answer: Answer, rows: readonly Row[]): Tried[] {
  const noun = nouns.find(({ name }) => name === row.noun) as Noun<unknown>;
  return contextsOn(cloud, row).flatMap((context) => {
    const outcome = (one: Row, value: unknown) => outcomeOf(noun, cloud, context, argsWith(context, one, value));
    const values = valuesIn(context, row, answer);
    const outcomes = values.map((value) => outcome(row, value));
    const words = siblingsOf(row, rows).flatMap((other) =>
      valuesIn(context, other, answer).map((value) => outcome(other, value)),
    );
    const without = outcome(row, undefined);
    const off = values.includes(true) ? [outcome(row, false)] : [];
    const bare = row.value === undefined && isHolder(row, rows) ? [outcomeOf(noun, cloud, context, context.args)] : [];
    return outcomes.map((one) => ({
      outcome: one,
      without,
      others: [...outcomes.filter((two) => two !== one), ...words, ...off, ...bare],
    }));
  });
}

/** Whether an option has options of its own. */
function isHolder({ noun, path }: Row, rows: readonly Row[]): boolean {
  return rows.some((row) => row.noun === noun && row.path.startsWith(`${path}.`));
}

/** A context whose own components a cloud refuses holds no case of it. */
function contextsOn(cloud: Cloud, { noun }: Row): Context[] {
  return (contexts[noun] ?? []).flatMap((make) => {
    try {
      return [make(new Stack(cloud))];
    } catch (error) {
      if (error instanceof Error) throw error;
      return [];
    }
  });
}

function valuesIn({ samples = {} }: Context, row: Row, answer: Answer): readonly unknown[] {
  const own = samples[keyOf(row)];
  return own ?? [...new Set(leavesOf(answer).flatMap(({ told }) => valuesOf(row, told.range)))];
}

function argsWith({ args }: Context, row: Row, value: unknown): object {
  return withValue(withSurroundings(args, row), row.path.split("."), value);
}

function siblingsOf({ noun, path, kind, value }: Row, rows: readonly Row[]): Row[] {
  if (value === undefined) return [];
  return rows.filter((row) => row.noun === noun && row.path === path && row.kind === kind && row.value !== value);
}

function complaintsAbout(leaf: Leaf, row: Row, all: readonly Tried[]): string[] {
  const tried = all.filter(({ outcome }) => holds(leaf, outcome.facets));
  const place = `${row.path} ${row.value ?? ""} ${JSON.stringify(leaf.facts)}`;
  const complaint =
    leaf.told.fate === "unsupported" ? wronglyTaken(leaf.told, row, tried) : withoutEffect(leaf.told, row, tried);
  return complaint === undefined ? [] : [`${place}: ${complaint}`];
}

function holds({ facts }: Leaf, facets: Facets): boolean {
  return Object.entries(facts).every(([facet, fact]) => facets[facet] === fact);
}

function wronglyTaken({ refusedAt }: Told, row: Row, tried: readonly Tried[]): string | undefined {
  const accepted = tried.find(({ outcome }) => !outcome.refused);
  if (accepted) return "is accepted";
  const whole = pathOf({ name: row.noun });
  const path = `${whole}.${(refusedAt ?? row.path).replace("<name>", "one")}`;
  const right = tried.some(({ outcome: { refused } }) =>
    refused?.unavailable.some((one) => [path, whole].includes(one.replace(/\[\d+\]/g, ""))),
  );
  return right ? undefined : `is never refused at ${path}; ${reasons(tried)}`;
}

function withoutEffect({ fate, as, range }: Told, row: Row, tried: readonly Tried[]): string | undefined {
  const accepted = tried.filter(({ outcome }) => !outcome.refused);
  if (accepted.length === 0) return `no case can be made; ${reasons(tried)}`;
  const differs = accepted.some(({ outcome, without, others }) =>
    [without, ...others].some((other) =>
      isOther(outcome, other, fate === "near" || (fate === "native" && as === undefined)),
    ),
  );
  if (differs || (range && range[0] === range[1])) return undefined;
  const only = accepted.every(({ others }) => others.every(({ refused }) => refused));
  const named = as === undefined || accepted.some(({ outcome }) => outcome.planned.includes(String(as)));
  return row.value !== undefined && only && named ? undefined : "changes nothing";
}

function isOther(one: Outcome, other: Outcome, notesCount: boolean): boolean {
  if (other.refused) return false;
  const behind = one.behind !== undefined && other.behind !== undefined && one.behind !== other.behind;
  return one.planned !== other.planned || behind || (notesCount && one.noted !== other.noted);
}

function reasons(tried: readonly Tried[]): string {
  return [...new Set(tried.flatMap(({ outcome }) => outcome.refused?.said ?? []))].join(" | ") || "nothing was tried";
}
