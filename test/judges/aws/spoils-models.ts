import type { Spoil } from "./spoil.js";

const long = (length: number) => "x".repeat(length);
const group = "aws:autoscaling/group:Group";
const targets = "aws:lb/targetGroup:TargetGroup";
const template = "aws:ec2/launchTemplate:LaunchTemplate";

/** One of each kind of constraint of a model, with all that is to be said of it. */
export const modelSpoils: readonly Spoil[] = [
  [
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "comparisonOperator",
    "Above",
    'cloudwatch PutMetricAlarm ComparisonOperator: "Above" is none of its words',
  ],
  [
    group,
    "instanceRefresh.strategy",
    "rolling",
    'autoscaling StartInstanceRefresh Strategy: "rolling" is none of its words',
  ],
  [
    group,
    "instanceRefresh.preferences.maxHealthyPercentage",
    99,
    "autoscaling StartInstanceRefresh Preferences.MaxHealthyPercentage: 99 is below 100",
  ],
  [
    group,
    "instanceRefresh.preferences.minHealthyPercentage",
    101,
    "autoscaling StartInstanceRefresh Preferences.MinHealthyPercentage: 101 is above 100",
  ],
  [
    group,
    "instanceRefresh.preferences.instanceWarmup",
    "soon",
    "autoscaling StartInstanceRefresh Preferences.InstanceWarmup: NaN is no integer",
  ],
  [group, "name", "", "autoscaling CreateAutoScalingGroup AutoScalingGroupName: 0 characters is below 1"],
  [group, "name", long(256), "autoscaling CreateAutoScalingGroup AutoScalingGroupName: 256 characters is above 255"],
  [group, "placementGroup", "near", 'placementGroup "near" reaches no call that is known'],
  [
    group,
    "defaultInstanceWarmup",
    0,
    "defaultInstanceWarmup 0 is dropped by the provider before autoscaling CreateAutoScalingGroup",
  ],
  [
    targets,
    "healthCheck.interval",
    301,
    "elbv2 CreateTargetGroup HealthCheckIntervalSeconds: 301 is above 300",
    "elbv2 ModifyTargetGroup HealthCheckIntervalSeconds: 301 is above 300",
  ],
  [
    targets,
    "deregistrationDelay",
    3601,
    "elbv2 ModifyTargetGroupAttributes deregistration_delay.timeout_seconds: 3601 is not a whole number, 0..3600",
  ],
  [
    targets,
    "preserveClientIp",
    "true",
    "elbv2 ModifyTargetGroupAttributes preserve_client_ip.enabled: is of network balancers only",
  ],
  [
    template,
    "metadataOptions.httpTokens",
    "always",
    'ec2 CreateLaunchTemplate LaunchTemplateData.MetadataOptions.HttpTokens: "always" is none of its words',
    'ec2 CreateLaunchTemplateVersion LaunchTemplateData.MetadataOptions.HttpTokens: "always" is none of its words',
  ],
  [
    template,
    "networkInterfaces[0].associatePublicIpAddress",
    "no",
    'ec2 CreateLaunchTemplate LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress: "no" is no boolean',
    'ec2 CreateLaunchTemplateVersion LaunchTemplateData.NetworkInterfaces[0].AssociatePublicIpAddress: "no" is no boolean',
  ],
  ["aws:iam/role:Role", "name", "a role", 'iam CreateRole RoleName: "a role" is not like [\\w+=,.@-]+'],
  ["aws:iam/role:Role", "name", long(65), "iam CreateRole RoleName: 65 characters is above 64"],
  ["aws:iam/rolePolicy:RolePolicy", "role", undefined, "iam PutRolePolicy RoleName: is missing"],
  [
    "aws:lb/listenerRule:ListenerRule",
    "priority",
    50001,
    "elbv2 CreateRule Priority: 50001 is above 50000",
    "elbv2 SetRulePriorities RulePriorities[0].Priority: 50001 is above 50000",
  ],
  [
    "aws:lb/listener:Listener",
    "tcpIdleTimeoutSeconds",
    350,
    "tcpIdleTimeoutSeconds 350 is dropped by the provider before elbv2 ModifyListenerAttributes",
  ],
  [
    "aws:acm/certificate:Certificate",
    "privateKey",
    long(8193),
    "acm ImportCertificate PrivateKey: 8193 bytes is above 8192",
  ],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    "idleTimeout",
    4001,
    "elbv2 ModifyLoadBalancerAttributes idle_timeout.timeout_seconds: 4001 is not a whole number, 1..4000",
  ],
];
