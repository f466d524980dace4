// Sources: Heat template guide (OS::Heat::ScalingPolicy, OS::Aodh::GnocchiAggregationByResourcesAlarm), heat cooldown.py (one
// rest for a whole group; signals within it are dropped), aodh gnocchi evaluator (values of a group: the rate of the mean of
// counters), Ceilometer measurements (cpu in ns, memory.usage in MiB); read 2026-11.
import { calmBelowTarget } from "../../spec/flap-rules.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { boundsOf } from "../../spec/pool-size.js";
import { machineOf } from "./launch.js";
import { measured, signalTo } from "./measurement.js";
import { schedules } from "./schedules.js";
import { type Direction, type Timing, timingOf } from "./timing.js";

/** A size goes up above a value, and down below one. */
interface Threshold {
  readonly value: number;
  readonly change: number;
}

/** Where instances are added, and where they are removed, if ever. */
export function thresholdsOf({ spec }: DeclaredInstancePool): { readonly out?: Threshold; readonly in?: Threshold } {
  const { target, growOnly, scaleOut, scaleIn } = spec.autoscaling ?? {};
  if (target !== undefined)
    return {
      out: { value: target, change: 1 },
      ...(growOnly
        ? {}
        : {
            in: { value: Math.floor(calmBelowTarget(target, boundsOf(spec.size).min) * 100 + 1e-6) / 100, change: 1 },
          }),
    };
  return {
    ...(scaleOut ? { out: { value: scaleOut.above, change: scaleOut.add } } : {}),
    ...(scaleIn ? { in: { value: scaleIn.below, change: scaleIn.remove } } : {}),
  };
}

/** What moves the size of a group, as resources of its template. */
export function scaling(it: DeclaredInstancePool): Record<string, object> {
  const { autoscaling } = it.spec;
  if (!autoscaling) return {};
  const timing = timingOf(it);
  const { out, in: into } = thresholdsOf(it);
  return {
    ...(out ? steps(it, "out", out, timing) : {}),
    ...(into ? steps(it, "in", into, timing) : {}),
    ...schedules(autoscaling, timing),
  };
}

const forms = {
  out: { policy: "scaleOut", alarm: "scaleOutAlarm", sign: 1, operator: "gt" },
  in: { policy: "scaleIn", alarm: "scaleInAlarm", sign: -1, operator: "lt" },
} as const;

function steps(it: DeclaredInstancePool, direction: Direction, { value, change }: Threshold, timing: Timing) {
  const { policy, alarm, sign, operator } = forms[direction];
  const metric = it.spec.autoscaling?.metric === "memory" ? "memory" : "cpu";
  return {
    [policy]: {
      type: "OS::Heat::ScalingPolicy",
      properties: {
        auto_scaling_group_id: { get_resource: "group" },
        adjustment_type: "change_in_capacity",
        scaling_adjustment: sign * change,
        cooldown: timing.cooldown[direction],
      },
    },
    [alarm]: {
      type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
      properties: {
        ...measured(metric),
        granularity: timing.granularity,
        evaluation_periods: timing.periods[direction],
        comparison_operator: operator,
        threshold: inUnits(it, metric, value, timing.granularity),
        repeat_actions: true,
        alarm_actions: [signalTo(policy)],
      },
    },
  };
}

/** Percent as nanoseconds of all processors within one value's time, or as MiB. */
function inUnits(it: DeclaredInstancePool, metric: string, percent: number, granularity: number): number {
  const { vcpus, memory = 0 } = machineOf(it.spec.template);
  if (metric === "memory") return (percent * memory) / 100;
  return Math.round((percent / 100) * granularity * 1e9 * vcpus);
}
