// Source: terraform-provider-aws 6.13.0, internal/service/{autoscaling,cloudwatch}/*.go (calls of each resource), read 2026-11.
import type { TypePermissions } from "../../core/permissions.js";

function autoscaling(...operations: readonly string[]): string[] {
  return operations.map((operation) => `autoscaling:${operation}`);
}

function cloudwatch(...operations: readonly string[]): string[] {
  return operations.map((operation) => `cloudwatch:${operation}`);
}

const tags = autoscaling("CreateOrUpdateTags", "DeleteTags");

/** The caller must be allowed what a template does when instances are launched of it. */
const launches = ["ec2:RunInstances", "ec2:CreateTags", "iam:PassRole"];

export const scalingPermissions = {
  "aws:autoscaling/group:Group": {
    by: ["InstancePool"],
    create: [
      ...autoscaling("CreateAutoScalingGroup", "EnableMetricsCollection", "CreateOrUpdateTags"),
      ...launches,
      "iam:CreateServiceLinkedRole",
    ],
    read: [
      ...autoscaling(
        "DescribeAutoScalingGroups",
        "DescribeLoadBalancerTargetGroups",
        "DescribeScalingActivities",
        "DescribeTrafficSources",
        "DescribeWarmPool",
      ),
      "elasticloadbalancing:DescribeTargetHealth",
    ],
    update: [
      ...autoscaling(
        "UpdateAutoScalingGroup",
        "AttachLoadBalancerTargetGroups",
        "DetachLoadBalancerTargetGroups",
        "AttachTrafficSources",
        "DetachTrafficSources",
        "StartInstanceRefresh",
        "CancelInstanceRefresh",
        "DescribeInstanceRefreshes",
        "SuspendProcesses",
        "ResumeProcesses",
        "EnableMetricsCollection",
        "DisableMetricsCollection",
      ),
      ...tags,
      ...launches,
    ],
    delete: autoscaling("DeleteAutoScalingGroup", "SetInstanceProtection", "UpdateAutoScalingGroup"),
  },
  "aws:autoscaling/policy:Policy": {
    by: ["InstancePool"],
    create: autoscaling("PutScalingPolicy"),
    read: autoscaling("DescribePolicies"),
    update: autoscaling("PutScalingPolicy"),
    delete: autoscaling("DeletePolicy"),
  },
  "aws:autoscaling/schedule:Schedule": {
    by: ["InstancePool"],
    create: autoscaling("PutScheduledUpdateGroupAction"),
    read: autoscaling("DescribeScheduledActions"),
    update: autoscaling("PutScheduledUpdateGroupAction"),
    delete: autoscaling("DeleteScheduledAction"),
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    by: ["InstancePool"],
    create: cloudwatch("PutMetricAlarm", "TagResource"),
    read: cloudwatch("DescribeAlarms", "ListTagsForResource"),
    update: cloudwatch("PutMetricAlarm", "TagResource", "UntagResource"),
    delete: cloudwatch("DeleteAlarms"),
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    by: ["InstancePool"],
    create: cloudwatch("PutDashboard"),
    read: cloudwatch("GetDashboard"),
    update: cloudwatch("PutDashboard"),
    delete: cloudwatch("DeleteDashboards"),
  },
} satisfies Readonly<Record<string, TypePermissions>>;
