import type { Accepted } from "./accepted.js";
import { among, count, document, of, test, text, unixCron, whole, wholeText, zone } from "./forms.js";

interface Group {
  minSize: number;
  maxSize: number;
  desiredCapacity?: number;
}
interface Refresh {
  minHealthyPercentage?: number;
  maxHealthyPercentage?: number;
}
interface Step {
  metricIntervalLowerBound?: string;
  metricIntervalUpperBound?: string;
}
interface Policy {
  policyType?: string;
  cooldown?: number;
  scalingAdjustment?: number;
  adjustmentType?: string;
  estimatedInstanceWarmup?: number;
  metricAggregationType?: string;
  stepAdjustments?: readonly Step[];
  targetTrackingConfiguration?: {
    predefinedMetricSpecification?: { predefinedMetricType: string; resourceLabel?: unknown };
    customizedMetricSpecification?: unknown;
  };
}
interface Schedule {
  minSize?: number;
  maxSize?: number;
  desiredCapacity?: number;
}
interface Alarm {
  period?: number;
  evaluationPeriods: number;
  statistic?: unknown;
  extendedStatistic?: unknown;
  metricQueries?: unknown;
}

const groupMetrics = [
  "MinSize",
  "MaxSize",
  "DesiredCapacity",
  "InServiceInstances",
  "PendingInstances",
  "StandbyInstances",
];
const metricNames = [...groupMetrics, "TerminatingInstances", "TotalInstances"].map((name) => `Group${name}`);

/** From one open end to the other, without a gap. */
function isUnbroken(steps: readonly Step[]): boolean {
  const sorted = [...steps].sort(
    (a, b) => bound(a.metricIntervalLowerBound, -Infinity) - bound(b.metricIntervalLowerBound, -Infinity),
  );
  const joined = sorted
    .slice(1)
    .every((step, index) => step.metricIntervalLowerBound === sorted[index]?.metricIntervalUpperBound);
  const open = steps.filter(
    (step) => step.metricIntervalLowerBound === undefined || step.metricIntervalUpperBound === undefined,
  );
  return joined && open.length > 0 && sorted.every((step) => Object.keys(step).length > 1);
}

function bound(text: string | undefined, open: number): number {
  return text === undefined ? open : Number(text);
}

function isTracking({
  targetTrackingConfiguration: given,
  cooldown,
  scalingAdjustment,
  adjustmentType,
  stepAdjustments,
}: Policy): boolean {
  const alone = [cooldown, scalingAdjustment, adjustmentType, stepAdjustments].every((one) => one === undefined);
  const { predefinedMetricSpecification: named, customizedMetricSpecification: own } = given ?? {};
  const labelled = named?.predefinedMetricType !== "ALBRequestCountPerTarget" || named.resourceLabel !== undefined;
  return alone && labelled && (named === undefined) !== (own === undefined);
}

function isSteps({
  stepAdjustments = [],
  cooldown,
  scalingAdjustment,
  adjustmentType,
  targetTrackingConfiguration,
}: Policy): boolean {
  const alone = [cooldown, scalingAdjustment, targetTrackingConfiguration].every((one) => one === undefined);
  const known = ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"].includes(adjustmentType ?? "");
  return alone && known && stepAdjustments.length > 0 && stepAdjustments.length <= 20 && isUnbroken(stepAdjustments);
}

function isPolicy(policy: Policy): boolean {
  if (policy.policyType === "TargetTrackingScaling") return isTracking(policy);
  return policy.policyType === "StepScaling" && isSteps(policy);
}

export const awsScaling: readonly Accepted[] = [
  ...of("aws:autoscaling/group:Group", {
    "": test<Group>("have its sizes in order", ({ minSize, maxSize, desiredCapacity = minSize }) =>
      minSize <= desiredCapacity && desiredCapacity <= maxSize),
    name: text(1, 255, /^[^:]+$/),
    minSize: whole(0, 10000),
    maxSize: whole(0, 10000),
    "launchTemplate.version": test("be no alias, which would show no change", (version) =>
      version !== "$Latest" && version !== "$Default"),
    healthCheckType: among("EC2", "ELB"),
    healthCheckGracePeriod: whole(0, 2147483647),
    defaultInstanceWarmup: whole(-1, 2147483647),
    waitForCapacityTimeout: among("0"),
    targetGroupArns: count(0, 50),
    vpcZoneIdentifiers: count(1, 100),
    metricsGranularity: among("1Minute"),
    enabledMetrics: test<string[]>("be names of metrics", (names) => names.every((name) => metricNames.includes(name))),
    "tags[].key": text(1, 128, /^(?!aws:)/i),
    "tags[].value": text(0, 256),
    tags: count(0, 50),
    "instanceRefresh.strategy": among("Rolling"),
    "instanceRefresh.preferences": test<Refresh>("keep the bounds 100 apart", ({
      minHealthyPercentage: low = 90,
      maxHealthyPercentage: high = 100,
    }) => high - low <= 100 && high >= 100 && high <= 200),
    "instanceRefresh.preferences.minHealthyPercentage": whole(0, 100),
    "instanceRefresh.preferences.instanceWarmup": wholeText(0, 2147483647),
  }),
  ...of("aws:autoscaling/policy:Policy", {
    "": test<Policy>("be a whole policy of its type", isPolicy),
    estimatedInstanceWarmup: whole(0, 2147483647),
    metricAggregationType: among("Average", "Minimum", "Maximum"),
    "targetTrackingConfiguration.targetValue": test<number>("be above 0", (value) => value > 0),
    "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType": among(
      "ASGAverageCPUUtilization",
      "ALBRequestCountPerTarget",
    ),
  }),
  ...of("aws:autoscaling/schedule:Schedule", {
    "": [
      test<Schedule>("say each size, -1 where it stays", ({ minSize, maxSize, desiredCapacity }) =>
        [minSize, maxSize, desiredCapacity].every((size) => Number.isInteger(size) && (size as number) >= -1)),
      test<Schedule>("change something", ({ minSize = -1, maxSize = -1, desiredCapacity = -1 }) =>
        minSize + maxSize + desiredCapacity > -3),
      test<Schedule>("have its sizes in order", ({ minSize = -1, maxSize = -1, desiredCapacity = -1 }) =>
        (maxSize === -1 || (minSize <= maxSize && desiredCapacity <= maxSize)) &&
        (desiredCapacity === -1 || minSize <= desiredCapacity)),
    ],
    scheduledActionName: text(1, 255),
    recurrence: unixCron,
    timeZone: zone,
  }),
  ...of("aws:cloudwatch/metricAlarm:MetricAlarm", {
    "": [
      test<Alarm>("look back a day at most", ({ period = 60, evaluationPeriods }) =>
        period * evaluationPeriods <= 86400),
      test<Alarm>("have one statistic", ({ statistic, extendedStatistic, metricQueries }) =>
        [statistic, extendedStatistic, metricQueries].filter((one) => one !== undefined).length === 1),
    ],
    alarmDescription: text(0, 1024),
    evaluationPeriods: whole(1, 1440),
    period: test<number>("be 10, 20, 30 or whole minutes", (seconds) =>
      [10, 20, 30].includes(seconds) || (seconds > 0 && seconds % 60 === 0)),
    statistic: among("Average", "Sum", "Minimum", "Maximum", "SampleCount"),
    comparisonOperator: among(
      "GreaterThanThreshold",
      "GreaterThanOrEqualToThreshold",
      "LessThanThreshold",
      "LessThanOrEqualToThreshold",
    ),
    treatMissingData: among("missing", "ignore", "breaching", "notBreaching"),
    alarmActions: count(1, 5),
  }),
  ...of("aws:cloudwatch/dashboard:Dashboard", { dashboardBody: document }),
];
