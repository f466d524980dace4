import type { Diff, FailedDiff } from "../diff/model.js";

/** How much is told. */
export interface Detail {
  readonly topology: boolean;
  readonly native: "values" | "names" | "counts";
  /** Capability notes that do not change, each. */
  readonly sameNotes: boolean;
  /** How many of everything stay as they are. */
  readonly same: boolean;
  /** Rows of a table. */
  readonly rows: number;
  /** Characters of an error. */
  readonly error: number;
}

export const everything: Detail = {
  topology: true,
  native: "values",
  sameNotes: true,
  same: true,
  rows: Number.POSITIVE_INFINITY,
  error: 8_000,
};

const unpictured = { ...everything, topology: false };
const named: Detail = { ...unpictured, native: "names" };
const totalled: Detail = { ...named, native: "counts" };
const terse: Detail = { ...totalled, sameNotes: false };
const changed: Detail = { ...terse, same: false };
const short = [100, 30, 10, 3].map((rows): Detail => ({ ...changed, rows, error: 1_000 }));

/** From everything to the least, each a little shorter. */
export const details: readonly Detail[] = [everything, unpictured, named, totalled, terse, changed, ...short];

/** What is not told, in words. */
export function leftOutOf({ topology, native, sameNotes, same, rows }: Detail): string[] {
  const properties = { values: [], names: ["values of native properties"], counts: ["native resources one by one"] };
  return [
    ...(topology ? [] : ["the topology"]),
    ...properties[native],
    ...(sameNotes ? [] : ["notes that do not change"]),
    ...(same ? [] : ["counts of what stays the same"]),
    ...(Number.isFinite(rows) ? [`all rows of a table after ${rows}`] : []),
  ];
}

/** Fewer bytes than any comment with this much detail can have: what cannot fit need not be written first. */
export function leastOf(diffs: readonly (Diff | FailedDiff)[], detail: Detail): number {
  return sum(diffs.map((diff) => ("failed" in diff ? 0 : leastOfOne(diff, detail))));
}

const leastRow = 12;

function leastOfOne({ risks, components, resources }: Diff, { rows, native }: Detail): number {
  const changed = resources.filter(({ operation }) => operation !== "same").slice(0, rows);
  const properties = sum(changed.map((one) => Math.min(one.properties.length, rows, 30)));
  const perResource = native === "counts" ? 0 : leastRow;
  const perProperty = { values: leastRow, names: 3, counts: 0 }[native];
  const tables =
    Math.min(rows, risks.length) + Math.min(rows, components.filter(({ status }) => status !== "same").length);
  return tables * leastRow + changed.length * perResource + properties * perProperty;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
