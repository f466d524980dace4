import type { Issue } from "../core/errors.js";
import type { Remark } from "../core/noun.js";
import type { ScaleOut } from "./autoscaling-policy.js";
import type { InstancePoolSpec } from "./instance-pool.js";
import { reachOf } from "./schedule-rules.js";

/** Fractions such as 0.3 / 3 are not exact. */
const slack = 1e-9;

/**
 * The load of n instances, spread over n + a, must not lie in the zone where instances are removed.
 *
 * The share n / (n + a) is smallest for the fewest instances, so no other size needs a look; the most instances cut `a` short.
 */
export function flapRules(spec: InstancePoolSpec): Issue[] {
  const { size, autoscaling } = spec;
  const { scaleOut, scaleIn } = autoscaling ?? {};
  if (size.kind === "fixed" || !scaleOut || !scaleIn) return [];
  const { min, max } = reachOf(spec);
  const least = Math.max(1, min);
  const added = Math.min(scaleOut.add, max - least);
  if (added < 1 || !isAbove(scaleIn.below * (least + added), scaleOut.above * least)) return [];
  const shown = calmBelow({ ...scaleOut, add: added }, least);
  return [
    {
      path: "instancePool.autoscaling.scaleIn.below",
      message: `${scaleIn.below} makes the pool flap: a load just above ${scaleOut.above} on ${least} is ${shown} on ${least + added}, where instances are removed again`,
      instead: `a number of at most ${shown}`,
    },
  ];
}

/** The load of n instances, spread over the fewer that stay, should not lie in the zone where instances are added. */
export function overshootRemarks(spec: InstancePoolSpec): Remark[] {
  const { size, autoscaling } = spec;
  const { scaleOut, scaleIn } = autoscaling ?? {};
  if (size.kind === "fixed" || !scaleOut || !scaleIn) return [];
  const { min, max } = reachOf(spec);
  const least = Math.max(1, min);
  const from = Math.min(least + scaleIn.remove, max);
  if (!isAbove(scaleIn.below * from, scaleOut.above * least)) return [];
  const load = rounded((scaleIn.below * from) / least, Math.ceil);
  return [
    {
      id: "instancePool.autoscaling.scaleIn.remove",
      path: "instancePool.autoscaling.scaleIn.remove",
      message: `a load just below ${scaleIn.below} on ${from} is up to ${load} on ${least}, where instances are added again`,
    },
  ];
}

/** The highest threshold for removing that lets a pool rest which has just grown from `least`. */
export function calmBelow({ above, add }: ScaleOut, least: number): number {
  return rounded((above * least) / (least + add), Math.floor);
}

/** Where a pool with a target may remove instances: seven tenths of it, or less where one instance more would flap. */
export function calmBelowTarget(target: number, min: number): number {
  const least = Math.max(1, min);
  return Math.min((7 * target) / 10, (target * least) / (least + 1));
}

function isAbove(value: number, limit: number): boolean {
  return value > limit * (1 + slack);
}

/** Two decimals, or three digits of what is smaller. */
function rounded(value: number, round: (value: number) => number): number {
  const unit = 10 ** Math.max(2, 2 - Math.floor(Math.log10(value || 1)));
  const whole = value * unit;
  return (Math.abs(whole - Math.round(whole)) < slack * whole ? Math.round(whole) : round(whole)) / unit;
}
