import { of, type ProgramRule, type Rule } from "./rule.js";

// Sources, read 2026-11: the Auto Scaling API reference (2011-01-01) and user guide, the CloudWatch API reference
// (2010-08-01).

interface Group {
  readonly minSize: number;
  readonly maxSize: number;
  readonly desiredCapacity?: number;
  readonly launchTemplate?: { readonly version?: string };
  readonly instanceRefresh?: { readonly preferences?: { readonly autoRollback?: boolean } };
}
interface Refresh {
  readonly minHealthyPercentage?: number;
  readonly maxHealthyPercentage?: number;
}
interface Step {
  readonly metricIntervalLowerBound?: string;
  readonly metricIntervalUpperBound?: string;
}
interface Tracking {
  readonly predefinedMetricSpecification?: { readonly predefinedMetricType?: string; readonly resourceLabel?: unknown };
  readonly customizedMetricSpecification?: unknown;
}
interface Policy {
  readonly policyType?: string;
  readonly cooldown?: unknown;
  readonly scalingAdjustment?: unknown;
  readonly adjustmentType?: string;
  readonly stepAdjustments?: readonly Step[];
  readonly targetTrackingConfiguration?: Tracking;
}
interface Schedule {
  readonly minSize?: number;
  readonly maxSize?: number;
  readonly desiredCapacity?: number;
}
interface Query {
  readonly metric?: unknown;
  readonly expression?: unknown;
  readonly returnData?: boolean;
}
interface Alarm {
  readonly period?: number;
  readonly evaluationPeriods?: number;
  readonly metricName?: unknown;
  readonly statistic?: unknown;
  readonly metricQueries?: readonly Query[];
}

const metrics = [
  ["MinSize", "MaxSize", "DesiredCapacity", "InServiceInstances", "PendingInstances", "StandbyInstances"],
  ["TerminatingInstances", "TotalInstances", "InServiceCapacity", "PendingCapacity", "StandbyCapacity"],
  ["TerminatingCapacity", "TotalCapacity"],
].flatMap((names) => names.map((name) => `Group${name}`));

const isAlias = (version = "") => version === "$Latest" || version === "$Default";
const only = ({ cooldown, scalingAdjustment }: Policy) => cooldown === undefined && scalingAdjustment === undefined;

function isTracking(policy: Policy): boolean {
  const { targetTrackingConfiguration: given, stepAdjustments, adjustmentType } = policy;
  const { predefinedMetricSpecification: named, customizedMetricSpecification: own } = given ?? {};
  const isLabelled = named?.predefinedMetricType !== "ALBRequestCountPerTarget" || named.resourceLabel !== undefined;
  const isAlone = only(policy) && stepAdjustments === undefined && adjustmentType === undefined;
  return isAlone && isLabelled && (named === undefined) !== (own === undefined);
}

function isStepping(policy: Policy): boolean {
  const { targetTrackingConfiguration: given, stepAdjustments = [], adjustmentType } = policy;
  const isAlone = only(policy) && given === undefined && adjustmentType !== undefined;
  return isAlone && stepAdjustments.length >= 1 && stepAdjustments.length <= 20;
}

/** From one step to the next without a gap, with an open end; a step that is open at both is no step. */
function isUnbroken(steps: readonly Step[]): boolean {
  const low = ({ metricIntervalLowerBound: bound }: Step) => (bound === undefined ? -Infinity : Number(bound));
  const high = ({ metricIntervalUpperBound: bound }: Step) => (bound === undefined ? Infinity : Number(bound));
  const sorted = [...steps].sort((one, other) => low(one) - low(other));
  const isJoined = sorted.slice(1).every((step, index) => low(step) === high(sorted[index] as Step));
  const isOpen = steps.some((step) => low(step) === -Infinity || high(step) === Infinity);
  const isBounded = (step: Step) => low(step) > -Infinity || high(step) < Infinity;
  return isJoined && isOpen && steps.every((step) => low(step) < high(step) && isBounded(step));
}

const field = /^(?:\*|(?:\d+|[A-Z]{3})(?:-(?:\d+|[A-Z]{3}))?)(?:\/\d+)?$/i;
const bounds = [60, 24, 31, 12, 7];

/** Five fields; numbers within their field's range. */
function isCron(text: string): boolean {
  const fields = text.split(" ");
  return (
    fields.length === 5 &&
    fields.every((one, index) =>
      one.split(",").every((part) => {
        const numbers = (part.replace(/\/\d+$/, "").match(/\d+/g) ?? []).map(Number);
        return field.test(part) && numbers.every((number) => number <= (bounds[index] as number));
      }),
    )
  );
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

const isOrdered = ({ minSize = 0, maxSize = 0, desiredCapacity = 0 }: Schedule) =>
  (maxSize === -1 || (minSize <= maxSize && desiredCapacity <= maxSize)) &&
  (desiredCapacity === -1 || minSize <= desiredCapacity);

export const scalingRules: readonly Rule[] = [
  ...of("aws:autoscaling/group:Group", "CreateAutoScalingGroup, StartInstanceRefresh", {
    name: ["hold no colon", (name: string) => !name.includes(":")],
    healthCheckType: ["be EC2 or ELB", (type: string) => type === "EC2" || type === "ELB"],
    metricsGranularity: ["be 1Minute", (word: string) => word === "1Minute"],
    "enabledMetrics[]": ["be a metric of groups", (name: string) => metrics.includes(name)],
    targetGroupArns: ["be 50 at most", (all: readonly unknown[]) => all.length <= 50],
    "instanceRefresh.preferences": [
      "keep the two shares 100 apart at most",
      ({ minHealthyPercentage = 90, maxHealthyPercentage = 100 }: Refresh) =>
        maxHealthyPercentage - minHealthyPercentage <= 100,
    ],
    0: [
      "have its sizes in order, from 0 on",
      ({ minSize, maxSize, desiredCapacity = minSize }: Group) =>
        minSize >= 0 && minSize <= desiredCapacity && desiredCapacity <= maxSize,
    ],
    1: [
      "roll back only to a version that is a number",
      ({ launchTemplate, instanceRefresh }: Group) =>
        instanceRefresh?.preferences?.autoRollback !== true || !isAlias(launchTemplate?.version),
    ],
    2: ["be in subnets", (group: object) => "vpcZoneIdentifiers" in group],
  }),
  ...of("aws:autoscaling/policy:Policy", "PutScalingPolicy", {
    policyType: ["be said", (type: string) => type === "StepScaling" || type === "TargetTrackingScaling"],
    adjustmentType: [
      "be a kind of change",
      (type: string) => ["ChangeInCapacity", "ExactCapacity", "PercentChangeInCapacity"].includes(type),
    ],
    metricAggregationType: ["be an aggregate", (type: string) => ["Average", "Minimum", "Maximum"].includes(type)],
    estimatedInstanceWarmup: ["be 0 or more", (seconds: number) => seconds >= 0],
    stepAdjustments: ["follow one another without a gap, open at an end", isUnbroken],
    "targetTrackingConfiguration.targetValue": ["be above 0", (value: number) => value > 0],
    0: [
      "be a whole policy of its kind",
      (policy: Policy) => (policy.policyType === "StepScaling" ? isStepping(policy) : isTracking(policy)),
    ],
  }),
  ...of("aws:autoscaling/schedule:Schedule", "PutScheduledUpdateGroupAction", {
    recurrence: ["be five fields of cron", isCron],
    timeZone: ["be a zone of IANA", isZone],
    0: ["have its sizes in order, where it says them", isOrdered],
    1: [
      "change something",
      ({ minSize = 0, maxSize = 0, desiredCapacity = 0 }: Schedule) => minSize + maxSize + desiredCapacity > -3,
    ],
  }),
  ...of("aws:cloudwatch/metricAlarm:MetricAlarm", "PutMetricAlarm", {
    period: [
      "be 10, 20, 30 or whole minutes",
      (seconds: number) => [10, 20, 30].includes(seconds) || seconds % 60 === 0,
    ],
    treatMissingData: [
      "be a way to see gaps",
      (word: string) => ["missing", "ignore", "breaching", "notBreaching"].includes(word),
    ],
    metricQueries: [
      "return one of their series",
      (queries: NonNullable<Alarm["metricQueries"]>) =>
        queries.filter(({ returnData = true }) => returnData).length === 1,
    ],
    "metricQueries[]": [
      "be either a metric or an expression",
      ({ metric, expression }: Query) => (metric === undefined) !== (expression === undefined),
    ],
    "metricQueries[].id": ["begin with a small letter", (id: string) => /^[a-z][A-Za-z0-9_]*$/.test(id)],
    0: [
      "look back a day at most",
      ({ period = 60, evaluationPeriods = 1 }: Alarm) => period * evaluationPeriods <= 86400,
    ],
    1: [
      "have either one metric with a statistic or queries",
      ({ metricName, statistic, metricQueries }: Alarm) =>
        metricQueries === undefined
          ? metricName !== undefined && statistic !== undefined
          : metricName === undefined && statistic === undefined,
    ],
  }),
  ...of("aws:cloudwatch/dashboard:Dashboard", "PutDashboard", {
    dashboardBody: [
      "be widgets on a grid of 24 columns",
      (body: string) =>
        (JSON.parse(body) as { widgets: { x: number; width: number }[] }).widgets.every(
          ({ x, width }) => x >= 0 && x + width <= 24,
        ),
    ],
  }),
];

export const scalingProgramRules: readonly ProgramRule[] = [
  {
    fact: "a dashboard's name is letters, digits, - and _",
    source: "PutDashboard",
    breaches: (program) =>
      program.of("aws:cloudwatch/dashboard:Dashboard").flatMap((one) =>
        program.referred(one, "dashboardName").flatMap(({ id, name, inputs }) => {
          const isName = /^[A-Za-z0-9_-]{1,255}$/.test(String(inputs.name ?? `${name}-0a1b2c3`));
          return isName ? [] : [`${one.id} of ${id}`];
        }),
      ),
  },
];
