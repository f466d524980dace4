import type { Amount, Capacity, CapacityRow } from "../diff/model.js";
import {
  type Block,
  code,
  type Line,
  lineOf,
  othersOf,
  type Section,
  sectionOf,
  some,
  strong,
  tableOf,
  words,
} from "./blocks.js";
import type { Detail } from "./detail.js";

/** What is paid for; nothing when it stays as it is and nobody asked what it costs. */
export function capacityOf({ rows, instances, money }: Capacity, detail: Detail): Section[] {
  const differing = rows.filter(({ before, after }) => saidOf(before) !== saidOf(after));
  if (differing.length === 0 && money === undefined) return [];
  const sums = saidOf(instances.before) === saidOf(instances.after) ? [] : [sumRow(instances)];
  const cells = [...exchanged(differing).map(rowOf), ...sums];
  const table = tableOf(["what", "before", "after", "difference"], cells, detail.rows);
  return sectionOf("Capacity", [...table, ...moneyOf(money)], othersOf(rows.length - differing.length, detail.same));
}

/** A pool that gets another machine has a row for each: to a reader it is one pool. */
interface Exchange extends CapacityRow {
  readonly former?: CapacityRow;
}

function exchanged(rows: readonly CapacityRow[]): Exchange[] {
  const goes = ({ of, before, after }: CapacityRow) => of !== undefined && before !== undefined && after === undefined;
  const comes = ({ of, before, after }: CapacityRow) => of !== undefined && before === undefined && after !== undefined;
  const formers = new Map(rows.filter(goes).map((row) => [row.what, row]));
  const whole = new Set(rows.filter((row) => comes(row) && formers.has(row.what)).map(({ what }) => what));
  return rows
    .filter((row) => !(whole.has(row.what) && goes(row)))
    .map((row) => {
      const former = comes(row) ? formers.get(row.what) : undefined;
      return former === undefined ? row : { ...row, former };
    });
}

function rowOf({ what, of, before, after, former }: Exchange): Line[] {
  if (former !== undefined) {
    const isSame = saidOf(former.before) === saidOf(after);
    const difference = isSame ? "another machine" : `another machine, ${differenceOf(former.before, after)}`;
    return [[code(what)], machineOf(former.before, former.of), machineOf(after, of), [words(difference)]];
  }
  const name: Line = of === undefined ? [code(what)] : [code(what), words(" of "), code(of)];
  return [name, [words(saidOf(before))], [words(saidOf(after))], [words(differenceOf(before, after))]];
}

function machineOf(amount: Amount | undefined, of = ""): Line {
  return [words(`${saidOf(amount)} of `), code(of)];
}

function sumRow({ before, after }: Capacity["instances"]): Line[] {
  return [
    [strong("all instances")],
    [words(saidOf(before))],
    [words(saidOf(after))],
    [words(differenceOf(before, after))],
  ];
}

/** `1 to 4`. */
function saidOf(amount: Amount | undefined): string {
  if (amount === undefined) return "none";
  return amount.min === amount.max ? rounded(amount.min) : `${rounded(amount.min)} to ${rounded(amount.max)}`;
}

/** `min 0, max +2`, `+1`. */
function differenceOf(before: Amount = { min: 0, max: 0 }, after: Amount = { min: 0, max: 0 }): string {
  const [least, most] = [signed(after.min - before.min), signed(after.max - before.max)];
  return least === most ? least : `min ${least}, max ${most}`;
}

function signed(amount: number): string {
  const text = rounded(Math.abs(amount));
  if (text === "0") return "0";
  return amount < 0 ? `–${text}` : `+${text}`;
}

function rounded(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}

function moneyOf(money: Capacity["money"]): Block[] {
  if (money === undefined) return [];
  const { before, after, currency, unrated } = money;
  const missing: Line = [
    words("; without a rate: "),
    ...some(
      unrated.map((what) => [code(what)]),
      6,
    ),
  ];
  return [
    lineOf(
      strong("a month"),
      words(`: ${saidOf(before)} → ${saidOf(after)} `),
      code(currency),
      words(` (${differenceOf(before, after)}) at the given rates`),
      ...(unrated.length === 0 ? [] : missing),
    ),
  ];
}
