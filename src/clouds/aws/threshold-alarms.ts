// Sources: Amazon CloudWatch API reference (PutMetricAlarm), Amazon EC2 Auto Scaling user guide (alarms of step scaling policies);
// read 2026-11.
import { type Planned, ref } from "../../core/planned.js";
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { metricOf } from "./metric-source.js";
import { resource } from "./resources.js";
import { labelled } from "./tags.js";

type Direction = "out" | "in";

/** How long a value holds unless the program says so. */
const usualSustain = 180;

const said = {
  out: { comparisonOperator: "GreaterThanThreshold", alarmDescription: "adds instances while it is in alarm" },
  in: {
    comparisonOperator: "LessThanThreshold",
    alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
  },
} as const;

/** The alarms that start the policies of two thresholds. */
export function thresholdAlarms(it: DeclaredInstancePool, policy: AutoscalingPolicySpec): Record<string, Planned> {
  const { scaleOut, scaleIn } = policy;
  return {
    ...(scaleOut ? { "alarm:out": alarm(it, "out", scaleOut.above) } : {}),
    ...(scaleIn ? { "alarm:in": alarm(it, "in", scaleIn.below) } : {}),
  };
}

function alarm(it: DeclaredInstancePool, direction: Direction, threshold: number): Planned {
  const { factor, absence, ...source } = metricOf(it);
  return resource("aws:cloudwatch/metricAlarm:MetricAlarm", {
    ...said[direction],
    ...source,
    threshold: threshold * factor,
    evaluationPeriods: periodsOf(it, direction),
    treatMissingData: absence[direction],
    alarmActions: [ref(`scaling:${direction}.arn`)],
    ...labelled(it.spec.tags),
  });
}

/** Whole periods that hold at least the time that is asked for. */
function periodsOf(it: DeclaredInstancePool, direction: Direction): number {
  return Math.ceil((it.spec.autoscaling?.sustain?.[direction] ?? usualSustain) / metricOf(it).period);
}

/** Where the time that is asked for is not a whole number of periods: what it becomes. */
export function roundedSustain(it: DeclaredInstancePool, direction: Direction): number | undefined {
  const asked = it.spec.autoscaling?.sustain?.[direction];
  const emitted = periodsOf(it, direction) * metricOf(it).period;
  return asked === undefined || asked === emitted ? undefined : emitted;
}
