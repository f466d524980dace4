// Sources: AWS service authorization reference (actions, their access levels and resource types, of EC2, EC2 Auto Scaling, S3,
// CloudWatch, CloudWatch Logs and Secrets Manager), Amazon S3 user guide (enforcing conditional writes); read 2026-11.
import type { Family, Verb } from "../../spec/dynamic-group-policy.js";

/** What one verb adds to those below it. */
export interface Actions {
  /** Actions that know no resource but all. */
  readonly anywhere?: readonly string[];
  /** Actions on the resources of the family: groups, buckets, log groups. */
  readonly on?: readonly string[];
  /** Actions on what lies in them: objects. */
  readonly inside?: readonly string[];
  /** Actions that make more of them, of parts of other types; not for scopes, which name what is there. */
  readonly making?: readonly string[];
  /** Actions on what lies in them that make new ones too: only for requests that name what they replace. */
  readonly replacing?: readonly string[];
}

export const verbs: readonly Verb[] = ["inspect", "read", "use", "manage"];

export const actions: Readonly<Record<Family, Readonly<Record<Verb, Actions>>>> = {
  compute: {
    inspect: { anywhere: ["ec2:DescribeInstances", "ec2:DescribeInstanceStatus"] },
    read: {
      anywhere: ["ec2:DescribeImages", "ec2:DescribeTags", "ec2:DescribeVolumes"],
      on: ["ec2:GetConsoleOutput"],
    },
    use: { on: ["ec2:RebootInstances", "ec2:StartInstances", "ec2:StopInstances"] },
    manage: {
      on: ["ec2:CreateTags", "ec2:DeleteTags", "ec2:ModifyInstanceAttribute", "ec2:TerminateInstances"],
      making: ["ec2:RunInstances"],
    },
  },
  "instance-pools": {
    inspect: { anywhere: ["autoscaling:DescribeAutoScalingGroups", "autoscaling:DescribeAutoScalingInstances"] },
    read: { anywhere: ["autoscaling:DescribeInstanceRefreshes", "autoscaling:DescribeScalingActivities"] },
    use: {
      on: [
        "autoscaling:CancelInstanceRefresh",
        "autoscaling:EnterStandby",
        "autoscaling:ExitStandby",
        "autoscaling:SetDesiredCapacity",
        "autoscaling:SetInstanceHealth",
        "autoscaling:SetInstanceProtection",
        "autoscaling:StartInstanceRefresh",
      ],
    },
    manage: {
      on: [
        "autoscaling:AttachInstances",
        "autoscaling:CreateAutoScalingGroup",
        "autoscaling:DeleteAutoScalingGroup",
        "autoscaling:DetachInstances",
        "autoscaling:TerminateInstanceInAutoScalingGroup",
        "autoscaling:UpdateAutoScalingGroup",
      ],
    },
  },
  autoscaling: {
    inspect: { anywhere: ["autoscaling:DescribePolicies", "autoscaling:DescribeScheduledActions"] },
    read: { anywhere: ["autoscaling:DescribeScalingActivities"] },
    use: { on: ["autoscaling:ExecutePolicy", "autoscaling:ResumeProcesses", "autoscaling:SuspendProcesses"] },
    manage: {
      on: [
        "autoscaling:DeletePolicy",
        "autoscaling:DeleteScheduledAction",
        "autoscaling:PutScalingPolicy",
        "autoscaling:PutScheduledUpdateGroupAction",
      ],
    },
  },
  "object-storage": {
    inspect: { on: ["s3:GetBucketLocation", "s3:ListBucket"] },
    read: { inside: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"] },
    use: { inside: ["s3:PutObjectTagging"], replacing: ["s3:PutObject"] },
    manage: {
      on: ["s3:CreateBucket", "s3:DeleteBucket", "s3:ListBucketMultipartUploads", "s3:ListBucketVersions"],
      inside: [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
      ],
    },
  },
  logs: {
    inspect: { on: ["logs:DescribeLogStreams"] },
    read: { anywhere: ["logs:GetQueryResults"], on: ["logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery"] },
    use: { on: ["logs:CreateLogStream", "logs:PutLogEvents"] },
    manage: {
      on: [
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DeleteLogStream",
        "logs:DeleteRetentionPolicy",
        "logs:PutRetentionPolicy",
      ],
    },
  },
  metrics: {
    inspect: { anywhere: ["cloudwatch:DescribeAlarms", "cloudwatch:ListMetrics"] },
    read: { anywhere: ["cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics"] },
    use: { anywhere: ["cloudwatch:PutMetricData"] },
    manage: {
      on: [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DisableAlarmActions",
        "cloudwatch:EnableAlarmActions",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:SetAlarmState",
      ],
    },
  },
  secrets: {
    inspect: { on: ["secretsmanager:DescribeSecret", "secretsmanager:ListSecretVersionIds"] },
    read: { on: ["secretsmanager:GetSecretValue"] },
    use: { on: ["secretsmanager:PutSecretValue", "secretsmanager:UpdateSecretVersionStage"] },
    manage: {
      on: [
        "secretsmanager:DeleteSecret",
        "secretsmanager:RestoreSecret",
        "secretsmanager:RotateSecret",
        "secretsmanager:UpdateSecret",
      ],
    },
  },
};

type Resources = (region: string, partition: string) => string[];

const groups: Resources = (region, partition) => [
  `arn:${partition}:autoscaling:${region}:*:autoScalingGroup:*:autoScalingGroupName/*`,
];

/** The resources of a family that no scope narrows: those of one region of the account. */
export const everyResource: Readonly<Partial<Record<Family, Resources>>> = {
  compute: (region, partition) => [`arn:${partition}:ec2:${region}:*:instance/*`],
  "instance-pools": groups,
  autoscaling: groups,
  metrics: (region, partition) => [`arn:${partition}:cloudwatch:${region}:*:alarm:*`],
};

/** Types of what an instance is made of. */
const types = [
  "image",
  "instance",
  "key-pair",
  "launch-template",
  "network-interface",
  "security-group",
  "snapshot",
  "subnet",
  "volume",
];

export const everyPart: Resources = (region, partition) =>
  types.map((type) => `arn:${partition}:ec2:${region}:*:${type}/*`);
