import { Output } from "@pulumi/pulumi";
import { type Declared, isPlain, reachable } from "../../../src/core/declared.js";
import { childName } from "../../../src/core/names.js";
import { isPlaceholder, type Placeholder, type Planned } from "../../../src/core/planned.js";
import { type Plan, secret, unknown } from "../../../src/plan/model.js";

export type Inputs = Readonly<Record<string, unknown>>;

/** A native resource as the provider gets it. */
export interface Resource {
  /** Unique within its program. */
  readonly id: string;
  readonly type: string;
  /** From which the provider derives a name where none is given. */
  readonly name: string;
  readonly inputs: Inputs;
  /** The ids of the resources that an input refers to. */
  readonly refers: Readonly<Record<string, readonly string[]>>;
}

/** Whether only a deployment knows a value. */
export function isUnknown(value: unknown): boolean {
  return value === unknown || value === secret;
}

/** The native resources of a recorded plan. */
export function resourcesOfPlan({ resources }: Plan): Resource[] {
  return resources
    .filter(({ kind, type }) => kind === "resource" && type.startsWith("aws:"))
    .map(({ urn, type, name, inputs, propertyDependencies }) => ({
      id: urn,
      type,
      name,
      inputs,
      refers: propertyDependencies,
    }));
}

/** The native resources of components that were only planned, each once. */
export function resourcesOfComponents(components: readonly Declared[]): Resource[] {
  const found = components.flatMap((it) =>
    Object.entries(it.plan.resources).map(([role, planned]) => resourceOf(it, role, planned)),
  );
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

function resourceOf(it: Declared, role: string, planned: Planned): Resource {
  const { type, args, naming, owner = it } = planned;
  const refers = Object.entries(args).map(([key, value]) => [key, referencesIn(it, value)] as const);
  return {
    id: idOf(it, role, planned),
    type,
    name: childName(owner.name, role, naming),
    inputs: resolved(args) as Inputs,
    refers: Object.fromEntries(refers),
  };
}

/** Two components' resources of one role and one owner are one. */
function idOf(it: Declared, role: string, { owner = it }: Planned): string {
  return `${owner.key} ${role}`;
}

function referencesIn(it: Declared, value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => referencesIn(it, one));
  if (typeof value !== "object" || value === null || Output.isInstance(value)) return [];
  if (isPlaceholder(value) && "ref" in value) return [target(it, value.ref, value.of)];
  return isPlain(value) ? Object.values(value).flatMap((one) => referencesIn(it, one)) : [];
}

function target(it: Declared, path: string, of: string | undefined): string {
  const from = of === undefined ? it : reachable(it).get(of);
  const found = [...Object.entries(from?.plan.resources ?? {}), ...(from?.shared ?? [])].find(
    ([role]) => path === role || path.startsWith(`${role}.`),
  );
  if (!from || !found) throw new Error(`${it.key} refers to ${path} of ${of}, which plans none`);
  return idOf(from, ...found);
}

function resolved(value: unknown): unknown {
  if (Output.isInstance(value) || value instanceof Promise) return unknown;
  if (isPlaceholder(value)) return filled(value);
  if (Array.isArray(value)) return value.map(resolved);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
}

/** A document is known but for the ids in it; a text with an unknown part is not. */
function filled(value: Placeholder): unknown {
  if ("ref" in value) return unknown;
  if ("json" in value) return JSON.stringify(resolved(value.json));
  if ("secret" in value) return resolved(value.secret);
  if ("text" in value) {
    const parts = value.text.map(resolved);
    return parts.some(isUnknown) ? unknown : parts.join("");
  }
  const from = resolved(value.from);
  return typeof from === "string" && !isUnknown(from) ? value.by(from) : unknown;
}
