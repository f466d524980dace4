import type { Plan, PlanSize } from "../plan/model.js";
import { labelOf } from "../plan/tree.js";
import { reviewed } from "./advice.js";
import type { Knowledge } from "./effects.js";
import { machinesOf } from "./machines.js";
import type { Matching } from "./matching.js";
import type { Amount, Capacity, CapacityRow } from "./model.js";
import { moneyOf } from "./money.js";
import type { Rates } from "./options.js";
import { byText, nameIn, placeOf } from "./urns.js";

export interface Counting {
  readonly matching: Matching;
  readonly knowledge: Knowledge;
  readonly rates?: Rates;
}

/** How many instances, and of what else that is billed, before and after. */
export function capacityOf(base: Plan, head: Plan, { matching, knowledge, rates }: Counting): Capacity {
  const olds = poolsOf(base, matching.identityInBase, machinesOf(base, knowledge));
  const news = poolsOf(head, placeOf, machinesOf(head, knowledge));
  const pools = [...new Set([...news.keys(), ...olds.keys()])]
    .flatMap((key) => poolRows(olds.get(key), news.get(key)))
    .sort(byRow);
  const billed = billedRows(billedIn(base, knowledge), billedIn(head, knowledge));
  const differing = billed.filter(({ before, after }) => before?.max !== after?.max);
  return {
    rows: [...pools, ...differing],
    instances: { before: sumOf([...olds.values()]), after: sumOf([...news.values()]) },
    ...(rates === undefined ? {} : { money: moneyOf([...pools, ...billed], rates) }),
  };
}

interface Pool extends Amount {
  readonly label: string;
  /** In the program. */
  readonly machine: string;
  /** On its cloud. */
  readonly native?: string;
}

function poolsOf(
  { sizes, components }: Plan,
  identity: (urn: string) => string,
  machines: ReadonlyMap<string, string>,
): Map<string, Pool> {
  const labels = new Map(components.map((component) => [component.urn, labelOf(component)]));
  const poolOf = ({ pool, min, max, machine }: PlanSize): Pool => {
    const native = machines.get(pool);
    const label = labels.get(pool) ?? nameIn(placeOf(pool));
    return { label, machine, ...(native === undefined ? {} : { native }), min, max };
  };
  return new Map(sizes.map((size) => [identity(size.pool), poolOf(size)]));
}

/** Another machine is another row: its price is another. */
function poolRows(before: Pool | undefined, after: Pool | undefined): CapacityRow[] {
  if (before && after && isSameMachine(before, after))
    return [{ ...headOf(after), before: amountOf(before), after: amountOf(after) }];
  return [
    ...(before ? [{ ...headOf(before), what: (after ?? before).label, before: amountOf(before) }] : []),
    ...(after ? [{ ...headOf(after), after: amountOf(after) }] : []),
  ];
}

/** Where only one side tells it, the program's own name has to do. */
function isSameMachine(before: Pool, after: Pool): boolean {
  if (before.native === undefined || after.native === undefined) return before.machine === after.machine;
  return before.native === after.native;
}

function headOf({ label, machine, native }: Pool): Pick<CapacityRow, "what" | "of" | "machine"> {
  const of = native ?? machine;
  return {
    what: label,
    ...(of === "" ? {} : { of }),
    ...(native === undefined || machine === "" ? {} : { machine }),
  };
}

function amountOf({ min, max }: Amount): Amount {
  return { min, max };
}

function sumOf(amounts: readonly Amount[]): Amount {
  const sum = (key: keyof Amount) => amounts.reduce((total, one) => total + one[key], 0);
  return { min: sum("min"), max: sum("max") };
}

function billedIn({ resources }: Plan, { reviewOf }: Knowledge): Map<string, number> {
  const counts = new Map<string, number>();
  for (const resource of resources.filter(({ kind }) => kind === "resource")) {
    const what = reviewOf(resource.type)?.billed(reviewed(resource));
    if (what !== undefined) counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  return counts;
}

function billedRows(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): CapacityRow[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort(byText).map((what) => ({
    what,
    ...countOf("before", before.get(what)),
    ...countOf("after", after.get(what)),
  }));
}

function countOf(side: "before" | "after", count: number | undefined): Pick<CapacityRow, "before" | "after"> {
  return count === undefined ? {} : { [side]: { min: count, max: count } };
}

function byRow(a: CapacityRow, b: CapacityRow): number {
  const order = ({ what, of = "", after }: CapacityRow) => JSON.stringify([what, after === undefined ? 0 : 1, of]);
  return byText(order(a), order(b));
}
