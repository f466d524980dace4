import { type Case, inSection } from "./cases.js";

type Permission = Record<string, unknown>;

const right = (
  says: string,
  path: string,
  text: string,
  bad: Permission,
  good: Permission,
  scopes?: Record<string, unknown>,
): Case => ({
  says,
  bad: (stack) => stack.rights({ allow: [bad] }),
  good: (stack) => stack.rights({ allow: [good] }),
  path: `dynamicGroupPolicy.allow[0].${path}`,
  text,
  ...(scopes ? { settings: { scopes } } : {}),
});

const arns = {
  compute: "arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0",
  group: "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:…:autoScalingGroupName/shop",
  "object-storage": "arn:aws:s3:::shop-assets",
  logs: "arn:aws:logs:eu-west-1:123456789012:log-group:shop",
  secrets: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
};
const known = { "object-storage": "assets", logs: "audit", secrets: "password" } as const;

const required = (resource: keyof typeof known, what: string): Case =>
  right(
    `least privilege: ${resource} by name`,
    "on",
    `is required for "${resource}": without it, every such thing in the account is meant, not ${what}; instead: on: ["shop"], and scopes: { shop: "${arns[resource]}" } in the settings`,
    { verb: "read", resource },
    { verb: "read", resource, on: [known[resource]] },
  );

const another = (resource: string, what: string, example: string, arn: string, good: string): Case =>
  right(
    `a scope of ${resource} is ${what}: not ${arn}`,
    "on[0]",
    `"one" stands for "${arn}", which is not ${what}; instead: a scope such as "${example}"`,
    { verb: "read", resource, on: ["one"] },
    { verb: "read", resource, on: ["two"] },
    { one: arn, two: good },
  );

const odd = (name: string) => `"${name}" must be letters, digits and _+=,.@-`;
const roleName = (says: string, bad: string, good: string, text: string): Case => ({
  says,
  bad: (stack) => stack.rights({ physicalName: bad }),
  good: (stack) => stack.rights({ physicalName: good }),
  path: "dynamicGroupPolicy.physicalName",
  text,
});

const group = "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:0a1:autoScalingGroupName/shop";
const instance = "arn:aws:ec2:eu-west-1:123456789012:instance/i-0a1";

/** Buckets that fill a policy but for the name of the last one, which has so many characters. */
function buckets(length: number): string[] {
  const names = Array.from({ length: 127 }, (_, index) => `${index}`.padStart(63, "a"));
  return [...names, "b".repeat(40), "c".repeat(length)].map((name) => `arn:aws:s3:::${name}`);
}

const statementOf = (action: string, resource: string) => ({
  Effect: "Allow",
  Action: `s3:${action}`,
  Resource: resource,
  Condition: { StringLike: { "aws:PrincipalTag/team": " web " } },
});

export const rights = [
  ...inSection("aws 1.2", [
    roleName(
      "role name up to 64 characters",
      "a".repeat(65),
      "a".repeat(64),
      "has 65 characters; 1..64 are allowed here",
    ),
    roleName("role name: no blanks", "shop web", "shop_web+=,.@-", odd("shop web")),
    roleName("role name: no slash", "shop/web", "shop-web", odd("shop/web")),
    roleName("role name: no Korean", "웹", "web", odd("웹")),
    {
      says: "tags of roles: letters, digits, blanks and _.:/=+-@",
      bad: (stack) => stack.rights({ tags: { team: "web#1" } }),
      good: (stack) => stack.rights({ tags: { 팀: "웹 1_.:/=+-@" } }),
      path: "dynamicGroupPolicy.tags.team",
      text: '"team=web#1" holds a character that tags of roles do not take; instead: letters, digits, blanks and _.:/=+-@',
    },
  ]),
  ...inSection("aws 1.11", [
    required("object-storage", "a bucket"),
    required("logs", "a log group"),
    required("secrets", "a secret"),
    right(
      "metrics have no ARNs",
      "on",
      "metrics cannot be narrowed: they have no ARNs; instead: leave it out",
      { verb: "use", resource: "metrics", on: ["assets"] },
      { verb: "use", resource: "metrics" },
    ),
    right(
      "a scope must be known",
      "on[0]",
      '"media" is not among scopes in the settings; instead: "assets", "audit" or "password"',
      { verb: "read", resource: "object-storage", on: ["media"] },
      { verb: "read", resource: "object-storage", on: ["assets"] },
    ),
    {
      says: "PutObject makes objects too",
      settings: { fidelity: "exact" },
      bad: (stack) => stack.rights({ allow: [{ verb: "use", resource: "object-storage", on: ["assets"] }] }),
      good: (stack) => stack.rights({ allow: [{ verb: "manage", resource: "object-storage", on: ["assets"] }] }),
      path: "dynamicGroupPolicy.allow[0].verb",
      text: '"use" overwrites an object only with If-Match and its ETag, in one upload: a request without it could make a new object, and the settings ask for exact fidelity; instead: "read" or "manage", or fidelity: "accept" in the settings',
    },
    {
      says: "inline policies of a role: 10,240 characters together, blanks not counted",
      settings: { scopes: { few: buckets(15), many: buckets(16) } },
      bad: (stack) => stack.rights({ allow: [{ verb: "inspect", resource: "object-storage", on: ["many"] }] }),
      good: (stack) => stack.rights({ allow: [{ verb: "inspect", resource: "object-storage", on: ["few"] }] }),
      path: "dynamicGroupPolicy.allow",
      text: "makes a policy of 10241 characters; a role takes 10240 in its own policies; instead: fewer scopes and statements, or rights: { <name>: { managedPolicies: [ … ] } } in the settings",
    },
    {
      says: "inline policies of a role: statements of the settings count too",
      settings: { rights: { web: { statements: [statementOf("a".repeat(5000), "b".repeat(5200))] } } },
      bad: (stack) => stack.rights(),
      good: (stack) => stack.rights({}, "other"),
      path: "dynamicGroupPolicy.allow",
      text: "makes a policy of 10585 characters; a role takes 10240 in its own policies; instead: fewer scopes and statements, or rights: { <name>: { managedPolicies: [ … ] } } in the settings",
    },
    another("object-storage", "a bucket", arns["object-storage"], arns.logs, arns["object-storage"]),
    another("object-storage", "a bucket", arns["object-storage"], "arn:aws:s3:::shop/images", "arn:aws-cn:s3:::shop"),
    another("logs", "a log group", arns.logs, arns["object-storage"], arns.logs),
    another("logs", "a log group", arns.logs, `${arns.logs}:log-stream:one`, `${arns.logs}/web`),
    another("secrets", "a secret", arns.secrets, arns.logs, arns.secrets),
    another("compute", "an instance", arns.compute, group, instance),
    another("instance-pools", "an Auto Scaling group", arns.group, instance, group),
    another("autoscaling", "an Auto Scaling group", arns.group, instance, group),
    {
      says: "a role is for its template's instances",
      bad: (stack) => stack.rights({ members: "compartment" }),
      good: (stack) => stack.rights({ members: "pool" }),
      path: "dynamicGroupPolicy.members",
      text: '"compartment" is not available: a role is for the instances whose template names it; instead: "pool"',
    },
    {
      says: "a role belongs to an account",
      bad: (stack) => stack.rights({ scope: "tenancy" }),
      good: (stack) => stack.rights({ scope: "compartment" }),
      path: "dynamicGroupPolicy.scope",
      text: '"tenancy" is not available: a role has no rights in other accounts of an organization; instead: "compartment", or rights: { <name>: { statements: [ … ] } } in the settings that lets it take roles there',
    },
    {
      says: "an account is not a compartment",
      settings: { fidelity: "exact" },
      bad: (stack) => stack.rights({ scope: "compartment" }),
      good: (stack) => stack.rights(),
      path: "dynamicGroupPolicy.scope",
      text: '"compartment" is not available: the account stands for it: what no scope narrows reaches all of the account\'s region, and the settings ask for exact fidelity; instead: a value that is native here, or fidelity: "accept" in the settings',
    },
  ]),
];
