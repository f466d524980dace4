import type { Around } from "../around.js";
import type { Recorded } from "../record.js";

/** What is asked of a resource among others: of its options, of its place in the order, of what it shares. */
export interface Bond {
  readonly type: string;
  /** Completes "must …". */
  readonly must: string;
  readonly source: string;
  /** `undefined` where there is nothing to compare. */
  readonly holds: (one: Recorded, around: Around) => boolean | undefined;
}

/** One bond for each of several types. */
export function bonds(
  types: readonly string[],
  source: string,
  facts: Readonly<Record<string, Bond["holds"]>>,
): Bond[] {
  return types.flatMap((type) => Object.entries(facts).map(([must, holds]) => ({ type, must, source, holds })));
}

export function nameOf({ type, must }: Bond): string {
  return `${type}: must ${must}`;
}

/** What breaks a bond; those that compared something are added to `met`. */
export function brokenBonds(table: readonly Bond[], around: Around, met: Set<Bond>): string[] {
  return table.flatMap((bond) =>
    around.ofType(bond.type).flatMap((one) => {
      const holds = bond.holds(one, around);
      if (holds !== undefined) met.add(bond);
      return holds === false ? [`${one.name} (${one.type}) must ${bond.must}`] : [];
    }),
  );
}
