import type { Amount, Capacity, CapacityRow } from "./model.js";
import type { Rates } from "./options.js";
import { byText } from "./urns.js";

const hoursOfMonth = 730;

/** A month at the fewest and at the most, by the caller's rates alone. */
export function moneyOf(rows: readonly CapacityRow[], { currency, hour }: Rates): NonNullable<Capacity["money"]> {
  const rateOf = ({ of, machine, what }: CapacityRow): number | undefined => {
    const name = [of ?? what, machine ?? ""].find((one) => Object.hasOwn(hour, one));
    return name === undefined ? undefined : hour[name];
  };
  const unrated = rows.filter((row) => rateOf(row) === undefined).map(({ of, what }) => of ?? what);
  const sum = (side: "before" | "after"): Amount => ({
    min: cents(total(rows, (row) => (row[side]?.min ?? 0) * (rateOf(row) ?? 0))),
    max: cents(total(rows, (row) => (row[side]?.max ?? 0) * (rateOf(row) ?? 0))),
  });
  return { currency, before: sum("before"), after: sum("after"), unrated: [...new Set(unrated)].sort(byText) };
}

function total(rows: readonly CapacityRow[], hourly: (row: CapacityRow) => number): number {
  return rows.reduce((sum, row) => sum + hourly(row) * hoursOfMonth, 0);
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
