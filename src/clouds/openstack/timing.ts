// Sources: aodh gnocchi evaluator (values of a group: the rate of the mean of counters), heat cooldown.py (one rest for a whole
// group), Gnocchi's aggregation of counters of servers that come and go; read 2026-11.
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { settingsOf } from "./settings.js";

const usual = { granularity: 60, periods: 3, cooldown: 300 } as const;

export type Direction = "out" | "in";

export interface Timing {
  /** How far values are apart. Seconds. */
  readonly granularity: number;
  /** Values that must pass the threshold one after the other. */
  readonly periods: Readonly<Record<Direction, number>>;
  /** How long the group rests after a change. Seconds. */
  readonly cooldown: Readonly<Record<Direction, number>>;
}

export function timingOf(it: DeclaredInstancePool): Timing {
  const { sustain = {}, cooldown = {}, warmup = 0 } = it.spec.autoscaling ?? {};
  const { granularity = usual.granularity } = settingsOf(it);
  const count = (seconds = usual.periods * granularity) => Math.ceil(seconds / granularity);
  const periods = { out: count(sustain.out), in: count(sustain.in) };
  const rest = Math.max(usual.cooldown, restFor({ granularity, periods }));
  return { granularity, periods, cooldown: { out: (cooldown.out ?? rest) + warmup, in: cooldown.in ?? rest } };
}

/** The mean of counters is wrong while a server joins or leaves, for as many values as are looked at, and at least two. */
export function restFor({ granularity, periods }: Pick<Timing, "granularity" | "periods">): number {
  return Math.max(2, periods.out, periods.in) * granularity;
}
