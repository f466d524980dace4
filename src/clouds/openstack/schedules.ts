// Sources: aodh evaluator (alarms with time constraints are looked at each minute within them, and within the minute before, which
// _is_exact_match takes for the start; repeated actions in every state),
// Heat template guide (time_constraints, exact_capacity); read 2026-11.
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";
import { measured, signalTo } from "./measurement.js";
import type { Timing } from "./timing.js";

/** Seconds for one look of Aodh, twice, so that none is missed. */
const looks = 120;
const shortest = 180;
/** How early Aodh may take a start for reached. Seconds. */
export const ahead = 60;

/** How long the group rests once a schedule has its size, so that a metric does not undo it at once. Seconds. */
export function restOf({ metric }: AutoscalingPolicySpec, { cooldown }: Timing): number {
  return metric === undefined ? 0 : Math.max(cooldown.out, cooldown.in);
}

/** How long a schedule asks for its size. A rest of the group that is going on when it begins is over before it ends. Seconds. */
export function windowOf(policy: AutoscalingPolicySpec, timing: Timing): number {
  return Math.max(shortest, restOf(policy, timing) + looks);
}

/** Alarms that act whatever they measure, and are awake at the schedule's times only. */
export function schedules(policy: AutoscalingPolicySpec, timing: Timing): Record<string, object> {
  const duration = windowOf(policy, timing);
  const pairs = Object.entries(policy.schedules ?? {}).map(([name, { cron, timeZone, size }]) => {
    const change = `schedulePolicy-${name}`;
    const action = [signalTo(change)];
    return {
      [change]: {
        type: "OS::Heat::ScalingPolicy",
        properties: {
          auto_scaling_group_id: { get_resource: "group" },
          adjustment_type: "exact_capacity",
          scaling_adjustment: size,
          cooldown: restOf(policy, timing),
        },
      },
      [`scheduleAlarm-${name}`]: {
        type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
        properties: {
          ...measured("cpu"),
          granularity: timing.granularity,
          evaluation_periods: 1,
          comparison_operator: "gt",
          threshold: -1,
          repeat_actions: true,
          alarm_actions: action,
          ok_actions: action,
          insufficient_data_actions: action,
          time_constraints: [{ name, start: cron, duration, timezone: timeZone }],
        },
      },
    };
  });
  return Object.assign({}, ...pairs);
}
