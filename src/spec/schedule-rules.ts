import type { Issue } from "../core/errors.js";
import type { Remark } from "../core/noun.js";
import type { Schedule } from "./autoscaling-policy.js";
import type { InstancePoolSpec } from "./instance-pool.js";
import { boundsOf } from "./pool-size.js";

/** A bound, and the schedule that may have set it when it is not the pool's own. */
interface Bound {
  readonly value: number;
  readonly of?: string;
}

/** Fewest and most instances that a pool may come to have, schedules included. */
export function reachOf({ size, autoscaling }: Pick<InstancePoolSpec, "size" | "autoscaling">): {
  readonly min: number;
  readonly max: number;
} {
  const { min, max } = boundsOf(size);
  const asked = Object.values(autoscaling?.schedules ?? {});
  return {
    min: Math.min(min, ...asked.flatMap((one) => one.min ?? [])),
    max: Math.max(max, ...asked.flatMap((one) => one.max ?? [])),
  };
}

/** Bounds last until something changes them, so each schedule must fit what any other may have left. */
export function scheduleRules({ size, autoscaling }: InstancePoolSpec): Issue[] {
  if (size.kind === "fixed") return [];
  const entries = Object.entries(autoscaling?.schedules ?? {});
  return entries.flatMap(([name, schedule]) => {
    const left = (key: "min" | "max", pick: (values: number[]) => number): Bound => {
      if (schedule[key] !== undefined) return { value: schedule[key] };
      const others = entries.flatMap(([of, { [key]: value }]): Bound[] => (value === undefined ? [] : [{ value, of }]));
      const all = [{ value: size[key] }, ...others];
      const extreme = pick(all.map(({ value }) => value));
      return all.find(({ value }) => value === extreme) ?? { value: extreme };
    };
    const low = left("min", (values) => Math.max(...values));
    const high = left("max", (values) => Math.min(...values));
    return fitRules(schedule, low, high, `instancePool.autoscaling.schedules.${name}`);
  });
}

function fitRules({ size, min, max }: Schedule, low: Bound, high: Bound, path: string): Issue[] {
  if (low.value > high.value) {
    if (min === undefined && max === undefined) return [];
    const message = `leaves ${shown(low)} as the fewest and ${shown(high)} as the most`;
    return [{ path, message, instead: "min and max" }];
  }
  if (size === undefined || (size >= low.value && size <= high.value)) return [];
  const broken = size < low.value ? low : high;
  const whose = broken.of === undefined ? "" : `, which "${broken.of}" may have set`;
  return [
    {
      path: `${path}.size`,
      message: `${size} is outside ${low.value}..${high.value}${whose}`,
      instead: broken.of === undefined ? "a size within the bounds" : "min and max too",
    },
  ];
}

function shown({ value, of }: Bound): string {
  return of === undefined ? `${value}` : `${value}, of "${of}",`;
}

/** Names of the database in which the signs of offsets are turned round. */
const turned = /^Etc\/GMT([+-])(\d+)$/;

export function zoneRemarks({ autoscaling }: InstancePoolSpec): Remark[] {
  return Object.entries(autoscaling?.schedules ?? {}).flatMap(([name, { timeZone }]): Remark[] => {
    const [, sign, hours] = turned.exec(timeZone) ?? [];
    if (hours === undefined || Number(hours) === 0) return [];
    const path = `instancePool.autoscaling.schedules.${name}.timeZone`;
    const message = `"${timeZone}" is ${hours} hours ${sign === "+" ? "behind" : "ahead of"} UTC: its sign is turned round`;
    return [{ id: "instancePool.autoscaling.schedules.timeZone", path, message, fate: "note" }];
  });
}
