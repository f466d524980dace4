import { isUnknown } from "./resource.js";
import { of, type Rule } from "./rule.js";

// Source: Tagging AWS resources, user guide, read 2026-11.

type Tags = Readonly<Record<string, unknown>>;

const isTag = (key: string, value: unknown) =>
  [...key].length >= 1 &&
  [...key].length <= 128 &&
  !/^aws:/i.test(key) &&
  (isUnknown(value) || [...String(value)].length <= 256);

const tags: readonly [string, (tags: Tags) => boolean] = [
  "have 50 tags at most, of keys up to 128 and values up to 256 characters, no key beginning with aws:",
  (given) => Object.keys(given).length <= 50 && Object.entries(given).every(([key, value]) => isTag(key, value)),
];

const untagged = [
  "aws:autoscaling/policy:Policy",
  "aws:autoscaling/schedule:Schedule",
  "aws:cloudwatch/dashboard:Dashboard",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
];
const otherwise = ["aws:autoscaling/group:Group", "aws:ec2/launchTemplate:LaunchTemplate"];

/** How tags may be, wherever a type has them. */
export function tagRules(types: readonly string[]): Rule[] {
  const source = "Tagging AWS resources";
  const plain = types.filter((type) => !untagged.includes(type) && !otherwise.includes(type));
  return [
    ...plain.flatMap((type) => of(type, source, { tags })),
    ...of("aws:ec2/launchTemplate:LaunchTemplate", source, { "tagSpecifications[].tags": tags }),
    ...of("aws:autoscaling/group:Group", source, {
      "tags[]": [
        "be a tag of up to 128 and 256 characters that does not begin with aws:",
        ({ key, value }: { key: string; value: unknown }) => isTag(key, value),
      ],
    }),
  ];
}
