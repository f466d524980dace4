import { unknown } from "../../../src/plan/model.js";
import type { Call, TypeRow } from "./calls.js";
import { has, joined, nonZero, number, pairs, tags } from "./forms.js";

// Source: terraform-provider-aws 6.13.0, internal/service/autoscaling/{group,policy,schedule}.go and
// internal/service/cloudwatch/{metric_alarm,dashboard}.go, read 2026-11.

const group = {
  minSize: "MinSize",
  maxSize: "MaxSize",
  desiredCapacity: { to: "DesiredCapacity", unless: 0 },
  defaultInstanceWarmup: { to: "DefaultInstanceWarmup", when: nonZero("defaultInstanceWarmup") },
  healthCheckType: "HealthCheckType",
  healthCheckGracePeriod: { to: "HealthCheckGracePeriod", unless: 0 },
  "launchTemplate.id": "LaunchTemplate.LaunchTemplateId",
  "launchTemplate.version": "LaunchTemplate.Version",
  vpcZoneIdentifiers: { to: "VPCZoneIdentifier", as: joined },
} satisfies Call["inputs"];
const named = { AutoScalingGroupName: unknown };
const preference = (name: string) => `instanceRefresh.preferences.${name}`;
const tracking = (member: string) => `TargetTrackingConfiguration.${member}`;
const step = (member: string) => `StepAdjustments[].${member}`;
const specification = (member: string) => tracking(`CustomizedMetricSpecification.${member}`);
const query = (member: string) => `Metrics[].${member}`;
const dimensions = pairs("Name", "Value");

export const scaling: Readonly<Record<string, TypeRow>> = {
  "aws:autoscaling/group:Group": {
    named: "name",
    defaults: {
      healthCheckGracePeriod: 300,
      metricsGranularity: "1Minute",
      "instanceRefresh.preferences.minHealthyPercentage": 90,
      "instanceRefresh.preferences.maxHealthyPercentage": 100,
      "instanceRefresh.preferences.skipMatching": false,
      "instanceRefresh.preferences.autoRollback": false,
      "instanceRefresh.preferences.scaleInProtectedInstances": "Ignore",
      "instanceRefresh.preferences.standbyInstances": "Ignore",
    },
    calls: [
      {
        operation: "autoscaling CreateAutoScalingGroup",
        inputs: {
          name: "AutoScalingGroupName",
          ...group,
          "targetGroupArns[]": "TargetGroupARNs[]",
          "tags[].key": "Tags[].Key",
          "tags[].value": "Tags[].Value",
          "tags[].propagateAtLaunch": "Tags[].PropagateAtLaunch",
        },
        adds: { NewInstancesProtectedFromScaleIn: false },
      },
      {
        operation: "autoscaling EnableMetricsCollection",
        when: has("enabledMetrics"),
        inputs: { metricsGranularity: "Granularity", "enabledMetrics[]": "Metrics[]" },
        adds: named,
      },
      {
        operation: "autoscaling UpdateAutoScalingGroup",
        inputs: {
          ...group,
          desiredCapacity: "DesiredCapacity",
          defaultInstanceWarmup: "DefaultInstanceWarmup",
          healthCheckGracePeriod: "HealthCheckGracePeriod",
        },
        adds: named,
      },
      {
        operation: "autoscaling AttachLoadBalancerTargetGroups",
        onDemand: true,
        inputs: { "targetGroupArns[]": "TargetGroupARNs[]" },
        adds: named,
      },
      {
        operation: "autoscaling StartInstanceRefresh",
        onDemand: true,
        inputs: {
          "instanceRefresh.strategy": "Strategy",
          [preference("minHealthyPercentage")]: "Preferences.MinHealthyPercentage",
          [preference("maxHealthyPercentage")]: "Preferences.MaxHealthyPercentage",
          [preference("instanceWarmup")]: { to: "Preferences.InstanceWarmup", as: number },
          [preference("skipMatching")]: "Preferences.SkipMatching",
          [preference("autoRollback")]: "Preferences.AutoRollback",
          [preference("scaleInProtectedInstances")]: "Preferences.ScaleInProtectedInstances",
          [preference("standbyInstances")]: "Preferences.StandbyInstances",
        },
        adds: named,
      },
    ],
    providerOnly: { waitForCapacityTimeout: "how long the provider itself waits for instances" },
  },
  "aws:autoscaling/policy:Policy": {
    named: "name",
    defaults: { enabled: true, "targetTrackingConfiguration.disableScaleIn": false },
    calls: [
      {
        operation: "autoscaling PutScalingPolicy",
        inputs: {
          name: "PolicyName",
          autoscalingGroupName: "AutoScalingGroupName",
          enabled: "Enabled",
          policyType: "PolicyType",
          adjustmentType: { to: "AdjustmentType", when: ({ policyType }) => policyType !== "TargetTrackingScaling" },
          metricAggregationType: {
            to: "MetricAggregationType",
            when: ({ policyType }) => policyType === "StepScaling",
          },
          estimatedInstanceWarmup: "EstimatedInstanceWarmup",
          "stepAdjustments[].scalingAdjustment": step("ScalingAdjustment"),
          "stepAdjustments[].metricIntervalLowerBound": { to: step("MetricIntervalLowerBound"), as: number },
          "stepAdjustments[].metricIntervalUpperBound": { to: step("MetricIntervalUpperBound"), as: number },
          "targetTrackingConfiguration.targetValue": tracking("TargetValue"),
          "targetTrackingConfiguration.disableScaleIn": tracking("DisableScaleIn"),
          "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType": tracking(
            "PredefinedMetricSpecification.PredefinedMetricType",
          ),
          "targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel": tracking(
            "PredefinedMetricSpecification.ResourceLabel",
          ),
          "targetTrackingConfiguration.customizedMetricSpecification.namespace": specification("Namespace"),
          "targetTrackingConfiguration.customizedMetricSpecification.metricName": specification("MetricName"),
          "targetTrackingConfiguration.customizedMetricSpecification.statistic": specification("Statistic"),
          "targetTrackingConfiguration.customizedMetricSpecification.metricDimensions[].name":
            specification("Dimensions[].Name"),
          "targetTrackingConfiguration.customizedMetricSpecification.metricDimensions[].value":
            specification("Dimensions[].Value"),
        },
      },
    ],
  },
  "aws:autoscaling/schedule:Schedule": {
    defaults: { minSize: 0, maxSize: 0, desiredCapacity: 0 },
    calls: [
      {
        operation: "autoscaling PutScheduledUpdateGroupAction",
        inputs: {
          autoscalingGroupName: "AutoScalingGroupName",
          scheduledActionName: "ScheduledActionName",
          recurrence: "Recurrence",
          timeZone: "TimeZone",
          minSize: { to: "MinSize", unless: -1 },
          maxSize: { to: "MaxSize", unless: -1 },
          desiredCapacity: { to: "DesiredCapacity", unless: -1 },
        },
      },
    ],
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    named: "name",
    defaults: { actionsEnabled: true, treatMissingData: "missing", threshold: 0 },
    calls: [
      {
        operation: "cloudwatch PutMetricAlarm",
        inputs: {
          name: "AlarmName",
          alarmDescription: "AlarmDescription",
          actionsEnabled: "ActionsEnabled",
          "alarmActions[]": "AlarmActions[]",
          comparisonOperator: "ComparisonOperator",
          evaluationPeriods: "EvaluationPeriods",
          treatMissingData: "TreatMissingData",
          threshold: "Threshold",
          namespace: "Namespace",
          metricName: "MetricName",
          dimensions: { to: "Dimensions", as: dimensions },
          period: "Period",
          statistic: "Statistic",
          "metricQueries[].id": query("Id"),
          "metricQueries[].expression": query("Expression"),
          "metricQueries[].label": query("Label"),
          "metricQueries[].returnData": query("ReturnData"),
          "metricQueries[].metric.namespace": query("MetricStat.Metric.Namespace"),
          "metricQueries[].metric.metricName": query("MetricStat.Metric.MetricName"),
          "metricQueries[].metric.dimensions": { to: query("MetricStat.Metric.Dimensions"), as: dimensions },
          "metricQueries[].metric.period": query("MetricStat.Period"),
          "metricQueries[].metric.stat": query("MetricStat.Stat"),
          tags,
        },
      },
    ],
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    calls: [
      {
        operation: "cloudwatch PutDashboard",
        inputs: { dashboardName: "DashboardName", dashboardBody: "DashboardBody" },
      },
    ],
  },
};
