// Sources: Amazon EC2 Auto Scaling API reference (PutScalingPolicy, StepAdjustment, TargetTrackingConfiguration,
// PutScheduledUpdateGroupAction; botocore 1.43.11 service model), @pulumi/aws 7.48.0 (a policy without a type is a simple one; a
// schedule sends 0 for each size that is left out, and -1 leaves it as it is); read 2026-11.
import { type Planned, type Ref, ref, text } from "../../core/planned.js";
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { listenersOf } from "../../spec/instance-pool-rules.js";
import { labelOf, metricOf } from "./metric-source.js";
import { resource } from "./resources.js";
import { thresholdAlarms } from "./threshold-alarms.js";
import { warmupOf } from "./warmup.js";

const autoscalingGroupName = ref("pool.name");

/** Everything that moves the size of a pool. */
export function autoscaling(it: DeclaredInstancePool): Record<string, Planned> {
  const policy = it.spec.autoscaling;
  if (!policy) return {};
  return { ...metricPolicies(it, policy), ...schedules(policy) };
}

function metricPolicies(it: DeclaredInstancePool, policy: AutoscalingPolicySpec): Record<string, Planned> {
  if (policy.metric === undefined) return {};
  return policy.target === undefined ? steps(it, policy) : { "scaling:target": tracking(it, policy, policy.target) };
}

function steps(it: DeclaredInstancePool, policy: AutoscalingPolicySpec): Record<string, Planned> {
  const { scaleOut, scaleIn } = policy;
  const out = scaleOut && step({ metricIntervalLowerBound: "0", scalingAdjustment: scaleOut.add }, warmupOf(policy));
  const into = scaleIn && step({ metricIntervalUpperBound: "0", scalingAdjustment: -scaleIn.remove }, {});
  return {
    ...(out ? { "scaling:out": out } : {}),
    ...(into ? { "scaling:in": into } : {}),
    ...thresholdAlarms(it, policy),
  };
}

interface Step {
  readonly metricIntervalLowerBound?: string;
  readonly metricIntervalUpperBound?: string;
  readonly scalingAdjustment: number;
}

function step(adjustment: Step, warmup: { estimatedInstanceWarmup?: number }): Planned {
  return resource("aws:autoscaling/policy:Policy", {
    autoscalingGroupName,
    policyType: "StepScaling",
    adjustmentType: "ChangeInCapacity",
    metricAggregationType: "Average",
    stepAdjustments: [adjustment],
    ...warmup,
  });
}

/** A label of requests names a balancer and a group that a listener must have brought together. */
function tracking(it: DeclaredInstancePool, policy: AutoscalingPolicySpec, target: number): Planned {
  const { requestsOf } = policy;
  const dependsOn = requestsOf ? listenersOf(requestsOf).map((listener) => ref(listener, "listener")) : [];
  return resource(
    "aws:autoscaling/policy:Policy",
    {
      autoscalingGroupName,
      policyType: "TargetTrackingScaling",
      ...warmupOf(policy),
      targetTrackingConfiguration: {
        targetValue: target * metricOf(it).factor,
        disableScaleIn: policy.growOnly ?? false,
        ...tracked(it, policy),
      },
    },
    dependsOn.length === 0 ? {} : { options: { dependsOn } },
  );
}

function tracked(it: DeclaredInstancePool, { metric, requestsOf }: AutoscalingPolicySpec) {
  const { namespace, metricName, statistic, dimensions } = metricOf(it);
  if (metric !== "memory") {
    const label = requestsOf ? { resourceLabel: text(...labelOf(requestsOf)) } : {};
    return { predefinedMetricSpecification: { predefinedMetricType: metricName, ...label } };
  }
  const metricDimensions = Object.entries(dimensions).map(([name, value]) => ({ name, value: value as Ref }));
  return { customizedMetricSpecification: { namespace, metricName, statistic, metricDimensions } };
}

/** The service's word for "as it is". */
const unchanged = -1;

function schedules({ schedules: given = {} }: AutoscalingPolicySpec): Record<string, Planned> {
  const entries = Object.entries(given).map(([name, { cron, timeZone, size, min, max }]) => [
    `schedule:${name}`,
    resource("aws:autoscaling/schedule:Schedule", {
      autoscalingGroupName,
      scheduledActionName: name,
      recurrence: cron,
      timeZone,
      minSize: min ?? unchanged,
      maxSize: max ?? unchanged,
      desiredCapacity: size ?? unchanged,
    }),
  ]);
  return Object.fromEntries(entries);
}
