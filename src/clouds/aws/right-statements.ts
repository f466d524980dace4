// Sources: IAM user guide (elements of JSON policies, least privilege), Amazon S3 user guide (condition keys of conditional writes);
// read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Text } from "../../core/planned.js";
import type { DeclaredDynamicGroupPolicy, Permission } from "../../spec/dynamic-group-policy.js";
import { partitionOf, regionOf } from "./region.js";
import { type Actions, actions, everyPart, everyResource, verbs } from "./right-actions.js";
import { arnsOf, formsOf, objectsIn } from "./right-scopes.js";

export interface Statement {
  readonly Effect: "Allow";
  readonly Action: readonly string[];
  readonly Resource: "*" | readonly (Input<string> | Text)[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** A request names the object that it replaces, and fails where there is none. */
const ofWhatIsThere = { Null: { "s3:if-match": "false" } } as const;

/** What `allow` stands for: a statement for each kind of resource, and one for what knows no resources. */
export function statementsOf(it: DeclaredDynamicGroupPolicy): Statement[] {
  const { allow } = it.spec;
  const anywhere = allow.flatMap((permission) => actionsOf(permission, "anywhere"));
  return [...allow.flatMap((permission) => narrowed(it, permission)), ...statement([...new Set(anywhere)].sort(), "*")];
}

function narrowed(it: DeclaredDynamicGroupPolicy, permission: Permission): Statement[] {
  const { resource, on } = permission;
  const region = regionOf(it.spec.network);
  const partition = partitionOf(region);
  const arns = on?.flatMap((name) => arnsOf(it, name)) ?? everyResource[resource]?.(region, partition) ?? [];
  const making = on === undefined ? actionsOf(permission, "making") : [];
  const objects = arns.flatMap((arn) => objectsIn(resource, arn));
  return [
    ...statement(
      actionsOf(permission, "on"),
      arns.flatMap((arn) => formsOf(resource, arn)),
    ),
    ...statement(actionsOf(permission, "inside"), objects),
    ...statement(replacingOf(permission), objects).map((one) => ({ ...one, Condition: ofWhatIsThere })),
    ...statement(making, everyPart(region, partition)),
  ];
}

/** Of the verb alone: a larger one has these actions without a condition. */
export function replacingOf({ verb, resource }: Permission): readonly string[] {
  return actions[resource][verb].replacing ?? [];
}

/** The actions of a verb and of those that it holds. */
export function actionsOf({ verb, resource }: Permission, kind: keyof Actions): string[] {
  const held = verbs.slice(0, verbs.indexOf(verb) + 1);
  return held.flatMap((one) => actions[resource][one][kind] ?? []).sort();
}

function statement(Action: readonly string[], Resource: Statement["Resource"]): Statement[] {
  return Action.length === 0 || Resource.length === 0 ? [] : [{ Effect: "Allow", Action, Resource }];
}
