// Sources: AWS service authorization reference (forms of the ARNs of instances, groups, buckets, log groups and secrets); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import { type Text, text } from "../../core/planned.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredDynamicGroupPolicy, Family, Permission } from "../../spec/dynamic-group-policy.js";
import { settingsOf } from "./settings.js";

interface Scoped {
  readonly matches: RegExp;
  readonly what: string;
  readonly example: string;
  /** What an ARN ends with that names all objects in it. */
  readonly objects?: string;
  /** What the same resource ends with in the form that some of its actions take. */
  readonly alias?: string;
}

const group: Scoped = {
  matches: /:autoscaling:[^:]+:\d{12}:autoScalingGroup:[^:]+:autoScalingGroupName\/.+$/,
  what: "an Auto Scaling group",
  example: "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:…:autoScalingGroupName/shop",
};

/** What the rights of a family can be narrowed to. */
const scoped: Readonly<Record<Exclude<Family, "metrics">, Scoped>> = {
  compute: {
    matches: /:ec2:[^:]+:\d{12}:instance\/i-[0-9a-f]+$/,
    what: "an instance",
    example: "arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0",
  },
  "instance-pools": group,
  autoscaling: group,
  "object-storage": {
    matches: /:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    what: "a bucket",
    example: "arn:aws:s3:::shop-assets",
    objects: "/*",
  },
  logs: {
    matches: /:logs:[^:]+:\d{12}:log-group:[A-Za-z0-9_./#-]+$/,
    what: "a log group",
    example: "arn:aws:logs:eu-west-1:123456789012:log-group:shop",
    alias: ":*",
  },
  secrets: {
    matches: /:secretsmanager:[^:]+:\d{12}:secret:.+$/,
    what: "a secret",
    example: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop-AbCdEf",
  },
};

const required: readonly Family[] = ["object-storage", "logs", "secrets"];

export function scopeRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  return it.spec.allow.flatMap((permission, index) => {
    const path = `dynamicGroupPolicy.allow[${index}].on`;
    return [...presenceRules(permission, path), ...wordRules(it, permission, path)];
  });
}

function presenceRules({ resource, on }: Permission, path: string): Issue[] {
  if (resource === "metrics") {
    if (on === undefined) return [];
    return [{ path, message: "metrics cannot be narrowed: they have no ARNs", instead: "leave it out" }];
  }
  if (on !== undefined || !required.includes(resource)) return [];
  const { what, example } = scoped[resource];
  const message = `is required for "${resource}": without it, every such thing in the account is meant, not ${what}`;
  return [{ path, message, instead: `on: ["shop"], and scopes: { shop: "${example}" } in the settings` }];
}

function wordRules(it: DeclaredDynamicGroupPolicy, { resource, on = [] }: Permission, path: string): Issue[] {
  if (resource === "metrics") return [];
  const { matches, what, example } = scoped[resource];
  return on.flatMap((name, index) => {
    const at = `${path}[${index}]`;
    const unknown = unknownWord(settingsOf(it).scopes, "scopes", name, at);
    const strangers = arnsOf(it, name).filter((arn) => typeof arn === "string" && !matches.test(arn));
    return [
      ...unknown,
      ...strangers.map((arn) => ({
        path: at,
        message: `${JSON.stringify(name)} stands for ${JSON.stringify(arn)}, which is not ${what}`,
        instead: `a scope such as "${example}"`,
      })),
    ];
  });
}

/** The ARNs that a name in the settings stands for. */
export function arnsOf(it: DeclaredDynamicGroupPolicy, name: string): readonly Input<string>[] {
  const found = meaning(settingsOf(it).scopes, name) ?? [];
  return Array.isArray(found) ? (found as readonly Input<string>[]) : [found as Input<string>];
}

/** The resource that an ARN names, in every form that its actions take. */
export function formsOf(family: Family, arn: Input<string>): (Input<string> | Text)[] {
  return [arn, ...ending(arn, endingsOf(family).alias)];
}

/** All that lies in what an ARN names. */
export function objectsIn(family: Family, arn: Input<string>): (Input<string> | Text)[] {
  return ending(arn, endingsOf(family).objects);
}

function endingsOf(family: Family): Partial<Scoped> {
  return family === "metrics" ? {} : scoped[family];
}

function ending(arn: Input<string>, end: string | undefined): (string | Text)[] {
  if (end === undefined) return [];
  return [typeof arn === "string" ? arn + end : text(arn, end)];
}
