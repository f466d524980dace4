import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { adoptedNetwork, argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

type Permission = Record<string, unknown>;
type Policy = { policy: { json: { Version: string; Statement: Permission[] } } };

function statementsOf(allow: Permission[], settings: Record<string, unknown> = {}) {
  const { policy } = argsOf(stackOn(settings).rights({ allow }), "rolePolicy") as Policy;
  return policy.json.Statement;
}
const allow = (Action: string[], ...Resource: unknown[]) => ({ Effect: "Allow", Action, Resource });
const anywhere = (...Action: string[]) => ({ Effect: "Allow", Action, Resource: "*" });

const bucket = "arn:aws:s3:::shop-assets";
const logGroup = "arn:aws:logs:ap-northeast-2:123456789012:log-group:shop-audit";
const secret = "arn:aws:secretsmanager:ap-northeast-2:123456789012:secret:shop-AbCdEf";
const regional = (part: string) => `arn:aws:ec2:ap-northeast-2:*:${part}`;
const groups = "arn:aws:autoscaling:ap-northeast-2:*:autoScalingGroup:*:autoScalingGroupName/*";

test("rights are a role that instances take, its policy, and the profile that templates name", () => {
  const rights = stackOn().rights({ tags: { team: "web" } });
  expect(made(rights)).toEqual({
    role: {
      type: "aws:iam/role:Role",
      args: {
        description: "instances of a template",
        assumeRolePolicy: {
          json: {
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
          },
        },
        tags: { team: "web" },
      },
      naming: { max: 56, allowed: /[A-Za-z0-9._-]/u, filler: "-" },
    },
    rolePolicy: {
      type: "aws:iam/rolePolicy:RolePolicy",
      args: {
        role: { ref: "role.name" },
        policy: {
          json: {
            Version: "2012-10-17",
            Statement: [
              allow(["s3:GetBucketLocation", "s3:ListBucket"], bucket),
              allow(["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"], `${bucket}/*`),
            ],
          },
        },
      },
    },
    profile: {
      type: "aws:iam/instanceProfile:InstanceProfile",
      args: { role: { ref: "role.name" }, tags: { team: "web" } },
    },
  });
  expect(notesOf(rights)).toEqual([]);
});

test("a fixed name is that of the role and of the profile", () => {
  const rights = stackOn().rights({ physicalName: "shop-web" });
  const names = ["role", "profile"].map((role) => (argsOf(rights, role) as { name: string }).name);
  expect(names).toEqual(["shop-web", "shop-web"]);
});

test("objects that are there are overwritten by use, in requests that name them", () => {
  const rights = stackOn().rights({ allow: [{ verb: "use", resource: "object-storage", on: ["assets"] }] });
  const { policy } = argsOf(rights, "rolePolicy") as Policy;
  expect(policy.json.Statement).toEqual([
    allow(["s3:GetBucketLocation", "s3:ListBucket"], bucket),
    allow(["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:PutObjectTagging"], `${bucket}/*`),
    { ...allow(["s3:PutObject"], `${bucket}/*`), Condition: { Null: { "s3:if-match": "false" } } },
  ]);
  expect(notesOf(rights)).toEqual([
    'near:dynamicGroupPolicy.allow.verb.use: "use" overwrites an object only with If-Match and its ETag, in one upload: a request without it could make a new object',
  ]);
});

test("buckets are listed by inspect, and manage writes and deletes what is in them", () => {
  expect(statementsOf([{ verb: "inspect", resource: "object-storage", on: ["assets"] }])).toEqual([
    allow(["s3:GetBucketLocation", "s3:ListBucket"], bucket),
  ]);
  expect(statementsOf([{ verb: "manage", resource: "object-storage", on: ["assets"] }])).toEqual([
    allow(
      [
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:GetBucketLocation",
        "s3:ListBucket",
        "s3:ListBucketMultipartUploads",
        "s3:ListBucketVersions",
      ],
      bucket,
    ),
    allow(
      [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ],
      `${bucket}/*`,
    ),
  ]);
});

test("instances are seen everywhere, and touched in the account's region", () => {
  const use = ["ec2:GetConsoleOutput", "ec2:RebootInstances", "ec2:StartInstances", "ec2:StopInstances"];
  const seen = anywhere(
    "ec2:DescribeImages",
    "ec2:DescribeInstanceStatus",
    "ec2:DescribeInstances",
    "ec2:DescribeTags",
    "ec2:DescribeVolumes",
  );
  expect(statementsOf([{ verb: "inspect", resource: "compute" }])).toEqual([
    anywhere("ec2:DescribeInstanceStatus", "ec2:DescribeInstances"),
  ]);
  expect(statementsOf([{ verb: "use", resource: "compute" }])).toEqual([allow(use, regional("instance/*")), seen]);
  const manage = ["ec2:CreateTags", "ec2:DeleteTags", ...use, "ec2:ModifyInstanceAttribute", "ec2:TerminateInstances"];
  expect(statementsOf([{ verb: "manage", resource: "compute" }])).toEqual([
    allow(manage.sort(), regional("instance/*")),
    allow(
      ["ec2:RunInstances"],
      ...[
        ...["image/*", "instance/*", "key-pair/*", "launch-template/*", "network-interface/*"],
        ...["security-group/*", "snapshot/*", "subnet/*", "volume/*"],
      ].map(regional),
    ),
    seen,
  ]);
});

test("instances that are named are the only ones, and no others can be started", () => {
  const arn = "arn:aws:ec2:ap-northeast-2:123456789012:instance/i-0a1";
  const [touched, ...rest] = statementsOf([{ verb: "manage", resource: "compute", on: ["one"] }], {
    scopes: { one: arn },
  });
  expect(touched?.Resource).toEqual([arn]);
  expect(rest.map(({ Resource }) => Resource)).toEqual(["*"]);
});

test("groups are used, managed, and moved by their policies", () => {
  const shown = ["instance-pools", "autoscaling"].map((resource) => statementsOf([{ verb: "use", resource }]));
  expect(shown).toEqual([
    [
      allow(
        [
          "autoscaling:CancelInstanceRefresh",
          "autoscaling:EnterStandby",
          "autoscaling:ExitStandby",
          "autoscaling:SetDesiredCapacity",
          "autoscaling:SetInstanceHealth",
          "autoscaling:SetInstanceProtection",
          "autoscaling:StartInstanceRefresh",
        ],
        groups,
      ),
      anywhere(
        "autoscaling:DescribeAutoScalingGroups",
        "autoscaling:DescribeAutoScalingInstances",
        "autoscaling:DescribeInstanceRefreshes",
        "autoscaling:DescribeScalingActivities",
      ),
    ],
    [
      allow(["autoscaling:ExecutePolicy", "autoscaling:ResumeProcesses", "autoscaling:SuspendProcesses"], groups),
      anywhere(
        "autoscaling:DescribePolicies",
        "autoscaling:DescribeScalingActivities",
        "autoscaling:DescribeScheduledActions",
      ),
    ],
  ]);
});

test("manage of groups and policies makes and deletes them", () => {
  const touched = ["instance-pools", "autoscaling"].map((resource) => {
    const [first] = statementsOf([{ verb: "manage", resource }]);
    const { Action } = first as { Action: string[] };
    return Action.filter((action) => /:(Attach|Create|Delete|Detach|Put|Terminate|Update)/.test(action));
  });
  expect(touched).toEqual([
    [
      "autoscaling:AttachInstances",
      "autoscaling:CreateAutoScalingGroup",
      "autoscaling:DeleteAutoScalingGroup",
      "autoscaling:DetachInstances",
      "autoscaling:TerminateInstanceInAutoScalingGroup",
      "autoscaling:UpdateAutoScalingGroup",
    ],
    [
      "autoscaling:DeletePolicy",
      "autoscaling:DeleteScheduledAction",
      "autoscaling:PutScalingPolicy",
      "autoscaling:PutScheduledUpdateGroupAction",
    ],
  ]);
});

test("log groups are named in both forms that actions take", () => {
  expect(statementsOf([{ verb: "use", resource: "logs", on: ["audit"] }])).toEqual([
    allow(
      [
        "logs:CreateLogStream",
        "logs:DescribeLogStreams",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:PutLogEvents",
        "logs:StartQuery",
      ],
      logGroup,
      `${logGroup}:*`,
    ),
    anywhere("logs:GetQueryResults"),
  ]);
});

test("metrics have no ARNs, their alarms have", () => {
  const published = ["cloudwatch:DescribeAlarms", "cloudwatch:GetMetricData", "cloudwatch:GetMetricStatistics"];
  const all = anywhere(...published, "cloudwatch:ListMetrics", "cloudwatch:PutMetricData");
  expect(statementsOf([{ verb: "use", resource: "metrics" }])).toEqual([all]);
  expect(statementsOf([{ verb: "manage", resource: "metrics" }])).toEqual([
    allow(
      [
        "cloudwatch:DeleteAlarms",
        "cloudwatch:DisableAlarmActions",
        "cloudwatch:EnableAlarmActions",
        "cloudwatch:PutMetricAlarm",
        "cloudwatch:SetAlarmState",
      ],
      "arn:aws:cloudwatch:ap-northeast-2:*:alarm:*",
    ),
    all,
  ]);
});

test("a secret is read by its ARN", () => {
  expect(statementsOf([{ verb: "read", resource: "secrets", on: ["password"] }])).toEqual([
    allow(
      ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:ListSecretVersionIds"],
      secret,
    ),
  ]);
});

test("a name may stand for several ARNs, some of which are known at deployment", () => {
  const arn = pulumi.output("arn:aws:s3:::shop-media");
  const scopes = { assets: [bucket, arn] };
  expect(statementsOf([{ verb: "read", resource: "object-storage", on: ["assets"] }], { scopes })).toEqual([
    allow(["s3:GetBucketLocation", "s3:ListBucket"], bucket, arn),
    allow(["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"], `${bucket}/*`, { text: [arn, "/*"] }),
  ]);
});

test("actions that know no resources are one statement, each once", () => {
  const both = ["instance-pools", "autoscaling"].map((resource) => ({ verb: "read", resource }));
  expect(statementsOf(both)).toEqual([
    anywhere(
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeInstanceRefreshes",
      "autoscaling:DescribePolicies",
      "autoscaling:DescribeScalingActivities",
      "autoscaling:DescribeScheduledActions",
    ),
  ]);
});

test("ARNs begin as the partition of the region wants", () => {
  const resourceIn = (zone: string) => {
    const [first] = statementsOf([{ verb: "use", resource: "compute" }], { zones: [`${zone}a`, `${zone}b`] });
    return first?.Resource;
  };
  const regions = {
    "cn-north-1": "aws-cn",
    "us-gov-west-1": "aws-us-gov",
    "us-iso-east-1": "aws-iso",
    "us-isob-east-1": "aws-iso-b",
    "eu-isoe-west-1": "aws-iso-e",
    "us-isof-south-1": "aws-iso-f",
    "eusc-de-east-1": "aws-eusc",
    "eu-west-1": "aws",
  };
  expect(Object.keys(regions).map(resourceIn)).toEqual(
    Object.entries(regions).map(([region, partition]) => [`arn:${partition}:ec2:${region}:*:instance/*`]),
  );
  expect(statementsOf([{ verb: "use", resource: "compute" }], adoptedNetwork)[0]?.Resource).toEqual([
    regional("instance/*"),
  ]);
});

test("what no scope narrows is listed", () => {
  const rights = stackOn().rights({
    allow: [
      { verb: "read", resource: "compute" },
      { verb: "use", resource: "metrics" },
      { verb: "read", resource: "secrets", on: ["password"] },
    ],
    scope: "compartment",
  });
  expect(notesOf(rights)).toEqual([
    "near:dynamicGroupPolicy.scope.compartment: the account stands for it: what no scope narrows reaches all of the account's region",
    "note:dynamicGroupPolicy.scope: rights on compute and metrics reach all of the account in ap-northeast-2",
  ]);
});

test("what takes no scope is told beside rights that have one", () => {
  const scopes = { one: "arn:aws:ec2:ap-northeast-2:123456789012:instance/i-0a1" };
  const rights = stackOn({ scopes }).rights({
    allow: [
      { verb: "use", resource: "compute", on: ["one"] },
      { verb: "inspect", resource: "metrics" },
    ],
  });
  expect(notesOf(rights)).toEqual([
    "note:dynamicGroupPolicy.scope: rights on metrics reach all of the account in ap-northeast-2",
    "note:dynamicGroupPolicy.allow.on: some actions on compute take no scope: they reach all of the account in ap-northeast-2",
  ]);
});

test("scopes that only a deployment knows count as nothing", () => {
  const scopes = {
    assets: Array.from({ length: 400 }, (_, index) => pulumi.output(`arn:aws:s3:::shop-media-${index}`)),
  };
  const [first] = statementsOf([{ verb: "read", resource: "object-storage", on: ["assets"] }], { scopes });
  expect(first?.Resource).toHaveLength(400);
});

test("the settings add statements and managed policies", () => {
  const statement = {
    Sid: "Decrypt",
    Effect: "Allow",
    Action: ["kms:Decrypt"],
    Resource: "arn:aws:kms:ap-northeast-2:123456789012:key/demo",
    Condition: { StringEquals: { "kms:ViaService": "s3.ap-northeast-2.amazonaws.com" } },
  };
  const policyArn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy";
  const stack = stackOn({ rights: { web: { statements: [statement], managedPolicies: [policyArn] } } });
  const rights = stack.rights();
  const { policy } = argsOf(rights, "rolePolicy") as Policy;
  expect(policy.json.Statement[2]).toEqual(statement);
  expect(rolesOf(rights)).toEqual(["role", "rolePolicy", "managedPolicy:CloudWatchAgentServerPolicy", "profile"]);
  expect(argsOf(rights, "managedPolicy:CloudWatchAgentServerPolicy")).toEqual({
    role: { ref: "role.name" },
    policyArn,
  });
  expect(rolesOf(stack.rights({}, "other"))).toEqual(["role", "rolePolicy", "profile"]);
});
