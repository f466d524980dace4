import { unknown } from "../../../src/plan/model.js";
import type { Spoil } from "./spoil.js";

const group = "aws:autoscaling/group:Group";
const policy = "aws:autoscaling/policy:Policy";
const schedule = "aws:autoscaling/schedule:Schedule";
const alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

/** One for each rule. */
export const scalingSpoils: readonly Spoil[] = [
  [group, "name", "web:1", "name must hold no colon"],
  [group, "healthCheckType", "PING", "healthCheckType must be EC2 or ELB"],
  [group, "metricsGranularity", "5Minutes", "metricsGranularity must be 1Minute"],
  [group, "enabledMetrics", ["MinSize"], "enabledMetrics[] must be a metric of groups"],
  [group, "targetGroupArns", Array(51).fill(unknown), "targetGroupArns must be 50 at most"],
  [
    group,
    "instanceRefresh.preferences.minHealthyPercentage",
    0,
    "instanceRefresh.preferences must keep the two shares 100 apart at most",
  ],
  [group, "minSize", 3, "the whole must have its sizes in order, from 0 on"],
  [group, "vpcZoneIdentifiers", undefined, "the whole must be in subnets"],
  [
    group,
    "",
    { launchTemplate: { version: "$Latest" }, instanceRefresh: { preferences: { autoRollback: true } } },
    "the whole must roll back only to a version that is a number",
  ],
  [
    group,
    "tags[0].key",
    "aws:name",
    "tags[] must be a tag of up to 128 and 256 characters that does not begin with aws:",
  ],
  [
    policy,
    "policyType",
    "SimpleScaling",
    'metricAggregationType "Average" is dropped by the provider before autoscaling PutScalingPolicy',
    "the whole must be a whole policy of its kind",
    "policyType must be said",
  ],
  [policy, "adjustmentType", "Change", "adjustmentType must be a kind of change"],
  [policy, "metricAggregationType", "Median", "metricAggregationType must be an aggregate"],
  [policy, "estimatedInstanceWarmup", -1, "estimatedInstanceWarmup must be 0 or more"],
  [
    policy,
    "stepAdjustments[0].metricIntervalLowerBound",
    undefined,
    "stepAdjustments must follow one another without a gap, open at an end",
  ],
  [
    policy,
    "cooldown",
    300,
    "cooldown 300 reaches no call that is known",
    "the whole must be a whole policy of its kind",
  ],
  [
    policy,
    "",
    {
      policyType: "TargetTrackingScaling",
      adjustmentType: undefined,
      metricAggregationType: undefined,
      stepAdjustments: undefined,
      targetTrackingConfiguration: {
        targetValue: 0,
        predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
      },
    },
    "targetTrackingConfiguration.targetValue must be above 0",
  ],
  [schedule, "recurrence", "0 0 9 * * MON-FRI", "recurrence must be five fields of cron"],
  [schedule, "timeZone", "Seoul", "timeZone must be a zone of IANA"],
  [schedule, "minSize", 4, "the whole must have its sizes in order, where it says them"],
  [schedule, "desiredCapacity", -1, "the whole must change something"],
  [alarm, "period", 45, "period must be 10, 20, 30 or whole minutes"],
  [alarm, "treatMissingData", "drop", "treatMissingData must be a way to see gaps"],
  [alarm, "statistic", undefined, "the whole must have either one metric with a statistic or queries"],
  [alarm, "evaluationPeriods", 1441, "the whole must look back a day at most"],
  [
    alarm,
    "",
    {
      metricName: undefined,
      namespace: undefined,
      statistic: undefined,
      dimensions: undefined,
      metricQueries: [
        { id: "Above", expression: "high - low", returnData: true },
        { id: "low", returnData: true },
      ],
    },
    "metricQueries must return one of their series",
    "metricQueries[] must be either a metric or an expression",
    "metricQueries[].id must begin with a small letter",
  ],
  [
    "aws:cloudwatch/dashboard:Dashboard",
    "dashboardBody",
    '{"widgets":[{"x":12,"width":13}]}',
    "dashboardBody must be widgets on a grid of 24 columns",
  ],
];
