// Sources: Identity documentation (policy syntax and verbs; resource types and variables of Compute, Object Storage, Logging,
// Monitoring and Vault); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import { type Ref, sentence as symbolic, type Text } from "../../core/planned.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredDynamicGroupPolicy, Family, Permission } from "../../spec/dynamic-group-policy.js";
import { type OciScope, settingsOf } from "./settings.js";

/** What a family can be narrowed to, and by which variable of the policy language. */
const narrowed = {
  "object-storage": { kind: "bucket", variable: "target.bucket.name", example: '{ bucket: "shop-assets" }' },
  logs: { kind: "logGroup", variable: "target.loggroup.id", example: '{ logGroup: "ocid1.loggroup.…" }' },
  secrets: { kind: "secret", variable: "target.secret.id", example: '{ secret: "ocid1.vaultsecret.…" }' },
} as const satisfies Partial<Record<Family, object>>;

type Part = Input<string> | Ref;

interface Wording {
  /** The group's name, as a statement says it. */
  readonly group: string | Ref;
  readonly types: (permission: Permission) => readonly string[];
  readonly verb: (verb: Permission["verb"]) => string;
}

export function statementsOf(it: DeclaredDynamicGroupPolicy, { group, types, verb }: Wording): (string | Text)[] {
  const place = placeOf(it);
  const own = it.spec.allow.flatMap((permission) =>
    types(permission).flatMap((type) =>
      conditionsOf(it, permission).map((condition) =>
        sentence(["Allow dynamic-group ", group, ` to ${verb(permission.verb)} ${type} in `, ...place, ...condition]),
      ),
    ),
  );
  const further = meaning(settingsOf(it).rights, it.name)?.statements ?? [];
  return [...own, ...further.map((one) => sentence(withGroup(one, group)))];
}

function placeOf(it: DeclaredDynamicGroupPolicy): Part[] {
  const { compartmentId, compartmentName } = settingsOf(it);
  if (it.spec.scope === "tenancy" || isTenancy(compartmentId)) return ["tenancy"];
  return compartmentName === undefined ? ["compartment id ", compartmentId] : [`compartment ${compartmentName}`];
}

export function isTenancy(compartmentId: Input<string>): boolean {
  return typeof compartmentId === "string" && compartmentId.startsWith("ocid1.tenancy.");
}

/** One statement for each scope; without any, one for everything. */
function conditionsOf(it: DeclaredDynamicGroupPolicy, { on, resource }: Permission): Part[][] {
  if (on === undefined) return [[]];
  return on.map((name) => conditionOf(resource, meaning(settingsOf(it).scopes, name)));
}

function conditionOf(resource: Family, scope: OciScope | undefined): Part[] {
  if (scope === undefined || scope === "compartment" || !isNarrowed(resource)) return [];
  return [` where ${narrowed[resource].variable} = '`, ...Object.values(scope), "'"];
}

function isNarrowed(resource: Family): resource is keyof typeof narrowed {
  return resource in narrowed;
}

/** With the word before its name, whether the settings say it or not: a subject without it is no subject. */
function withGroup(statement: string, group: string | Ref): Part[] {
  const parts = statement.split(/(?:\bdynamic-group )?\{group\}/i);
  return parts.flatMap((part, index) => (index === 0 ? [part] : ["dynamic-group ", group, part]));
}

/** Plain text where all of it is known. */
export function sentence(parts: readonly Part[]): string | Text {
  return parts.every((part) => typeof part === "string") ? parts.join("") : symbolic(...parts);
}

export function scopeRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  const { scopes } = settingsOf(it);
  return it.spec.allow.flatMap(({ resource, on }, index) => {
    const path = `dynamicGroupPolicy.allow[${index}].on`;
    if (on === undefined) return missing(resource, path);
    return on.flatMap((name, at) => [
      ...unknownWord(scopes, "scopes", name, `${path}[${at}]`),
      ...unfit(resource, meaning(scopes, name), `${path}[${at}]`),
    ]);
  });
}

function missing(resource: Family, path: string): Issue[] {
  if (!isNarrowed(resource)) return [];
  const { kind, example } = narrowed[resource];
  const message = `is required: "${resource}" can be narrowed to a ${kind}`;
  return [{ path, message, instead: `names of scopes in the settings, each ${example} or "compartment"` }];
}

function unfit(resource: Family, scope: OciScope | undefined, path: string): Issue[] {
  if (scope === undefined || scope === "compartment") return [];
  const [kind] = Object.keys(scope);
  if (!isNarrowed(resource)) {
    const message = `is a ${kind}, and "${resource}" cannot be narrowed`;
    return [{ path, message, instead: 'leave it out, or a scope that is "compartment"' }];
  }
  const { kind: own, example } = narrowed[resource];
  if (kind === own) return [];
  return [{ path, message: `is a ${kind}, and "${resource}" is narrowed to a ${own}`, instead: example }];
}
