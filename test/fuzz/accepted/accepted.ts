import { Output } from "@pulumi/pulumi";
import { type Declared, isPlain } from "../../../src/core/declared.js";
import { childName } from "../../../src/core/names.js";
import { isPlaceholder, type Placeholder, type Planned } from "../../../src/core/planned.js";

/** What a service takes of a value though its SDK's types take more. */
export interface Accepted {
  /** A type's token, or the begin of several. */
  readonly type: string;
  /** `healthCheck.interval`; `[]` for each entry of a list; empty for all arguments; `@name` for the logical name. */
  readonly path: string;
  /** Whether only settings bring such a value. */
  readonly bySettings?: boolean;
  /** Completes "must …". */
  readonly says: string;
  readonly holds: (value: never) => boolean;
}

/** Stands for what is known only at deployment. */
const unknown = Symbol("unknown");

/** What a service would refuse of a component's plan. */
export function refusalsOf(it: Declared, table: readonly Accepted[]): string[] {
  return Object.entries(it.plan.resources).flatMap(([role, planned]) => {
    const { type, args } = planned;
    const whole = resolved(args);
    const broken = brokenTexts(whole).map((text) => `${it.key} ${role}: ${text}`);
    const refused = rowsFor(table, type)
      .flatMap((one) => wrongValues(one, whole, () => nameOf(it, role, planned)))
      .map((text) => `${it.key} ${role} (${type}): ${text}`);
    return [...broken, ...refused];
  });
}

const known = new Map<readonly Accepted[], Map<string, Accepted[]>>();

function rowsFor(table: readonly Accepted[], type: string): Accepted[] {
  const byType = known.get(table) ?? new Map<string, Accepted[]>();
  known.set(table, byType);
  const found = byType.get(type) ?? table.filter((one) => type.startsWith(one.type));
  byType.set(type, found);
  return found;
}

/** What was never compared with a value: misspelled, or no longer made. */
export function unmet(table: readonly Accepted[]): string[] {
  return table.filter((one) => !one.bySettings && !compared.has(one)).map(({ type, path }) => `${type} ${path}`);
}

function nameOf(it: Declared, role: string, { owner = it, naming }: Planned): string {
  return childName(owner.name, role, naming);
}

const compared = new Set<Accepted>();

function wrongValues(one: Accepted, args: unknown, name: () => string): string[] {
  const { path, says, holds } = one;
  const values = path === "@name" ? [name()] : valuesAt(args, path === "" ? [] : path.split("."));
  const met = values.filter((value) => value !== unknown);
  if (met.length > 0) compared.add(one);
  return met
    .filter((value) => !holds(value as never))
    .map((value) => `${path || "the arguments"} must ${says}; got ${shown(value)}`);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === "symbol" ? "<unknown>" : inner));
  return (text ?? String(value)).slice(0, 400);
}

function valuesAt(value: unknown, [step, ...rest]: readonly string[]): unknown[] {
  if (step === undefined) return value === undefined ? [] : [value];
  if (step.endsWith("[]")) {
    const list = (value as Record<string, unknown> | undefined)?.[step.slice(0, -2)];
    return Array.isArray(list) ? list.flatMap((one) => valuesAt(one, rest)) : [];
  }
  return isPlain(value) ? valuesAt(value[step], rest) : [];
}

/** The values as the service would get them; references become the text `ref` within others. */
function resolved(value: unknown): unknown {
  if (Output.isInstance(value) || value instanceof Promise) return unknown;
  if (isPlaceholder(value)) return filled(value);
  if (Array.isArray(value)) return value.map(resolved);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolved(one)]));
}

function filled(value: Placeholder): unknown {
  if ("ref" in value) return unknown;
  if ("text" in value) return value.text.map((part) => asText(resolved(part))).join("");
  if ("json" in value) return JSON.stringify(resolved(value.json), (_, inner) => (inner === unknown ? "ref" : inner));
  if ("secret" in value) return resolved(value.secret);
  const from = resolved(value.from);
  return typeof from === "string" ? value.by(from) : unknown;
}

function asText(value: unknown): string {
  return value === unknown ? "ref" : String(value);
}

/** Marks of values that were put into a text, or reckoned with, without being there. */
function brokenTexts(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value === "string") return /undefined|\[object |\bNaN\b/.test(value) ? [`${path} is ${shown(value)}`] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => brokenTexts(one, `${path}[${index}]`));
  if (value === null || typeof value === "function") return [`${path} is ${value === null ? "null" : "a function"}`];
  return isPlain(value) ? Object.entries(value).flatMap(([key, one]) => brokenTexts(one, `${path}.${key}`)) : [];
}
