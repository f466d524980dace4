import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { isDeclared, isPlain } from "./declared.js";
import { type Issue, show } from "./errors.js";
import { boundsAt, keysAt } from "./schema.js";
import { quote } from "./text.js";

type ZodIssue = z.core.$ZodIssue;

export interface Parsed {
  /** The options that were right. */
  readonly value: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

/** A schema is used a few times in a run: compiling it first would cost more. */
const once = { jitless: true };

/** Reads options one by one, so that one mistake hides no other. */
export function parseFields(
  fields: Readonly<Record<string, z.ZodType>>,
  args: unknown,
  path: string,
  subject: string,
): Parsed {
  if (typeof args !== "object" || args === null) {
    return { value: {}, issues: [{ path, message: "must be an object of options" }] };
  }
  const given = args as Record<string, unknown>;
  const known = Object.keys(fields);
  const unknown = Object.keys(given).filter((key) => !known.includes(key) && given[key] !== undefined);
  const issues = unknown.map((key) => unknownOption(`${path}.${key}`, subject, known));
  const value: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const result = field.safeParse(given[key], once);
    if (!result.success) issues.push(...refusals(result.error.issues, `${path}.${key}`, given[key], field));
    else if (result.data !== undefined) {
      issues.push(...hollows(given[key], result.data, `${path}.${key}`));
      value[key] = result.data;
    }
  }
  return { value, issues };
}

function refusals(found: readonly ZodIssue[], path: string, value: unknown, schema: z.ZodType): Issue[] {
  if (isEventual(value)) return [eventual(path, value)];
  return onceEach(found.flatMap((issue) => toIssues(issue, path, value, schema).map((one) => [issue, one] as const)));
}

/** What has the wrong type or size is told that alone, and once. */
function onceEach(all: readonly (readonly [ZodIssue, Issue])[]): Issue[] {
  const first = new Map<string, ZodIssue>();
  for (const [issue, { path }] of all) if (!first.has(path)) first.set(path, issue);
  return all
    .filter(
      ([issue, { path }]) => issue.code === "custom" || issue.code === "unrecognized_keys" || first.get(path) === issue,
    )
    .map(([, one]) => one);
}

/** Objects such as a Promise or a Date, which have no options and would pass for an object without any. */
function hollows(raw: unknown, parsed: unknown, path: string): Issue[] {
  if (Array.isArray(raw) && Array.isArray(parsed))
    return raw.flatMap((one, index) => hollows(one, parsed[index], `${path}[${index}]`));
  if (typeof raw !== "object" || raw === null || isDeclared(parsed) || !isPlain(parsed)) return [];
  if (!isPlain(raw) && Object.keys(raw).length === 0)
    return [isEventual(raw) ? eventual(path, raw) : hollow(path, raw)];
  return Object.entries(raw).flatMap(([key, one]) => hollows(one, parsed[key], `${path}.${key}`));
}

function hollow(path: string, value: object): Issue {
  return { path, message: `must be an object of options; got a ${value.constructor?.name}` };
}

function unknownOption(path: string, subject: string, known: readonly string[]): Issue {
  return { path, message: `is not an option of ${subject}`, instead: `one of ${[...known].sort().join(", ")}` };
}

/** zod's issue in our words: value and reason in the message, and what to write instead. */
export function toIssues(issue: ZodIssue, base: string, root: unknown, schema: z.ZodType): Issue[] {
  const path = pathTo(issue.path, base);
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  if (isEventual(value)) return [eventual(path, value)];
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(path, value, issue.expected)];
    case "invalid_value":
      return [notAmong(path, value, issue.values)];
    case "invalid_union":
      return fromUnion(issue, path, base, root, value, schema);
    case "invalid_key":
      return wrongKey(issue, base, schema);
    case "unrecognized_keys": {
      const known = keysAt(schema, issue.path, value);
      return issue.keys.map((key) => unknownKey(`${path}.${key}`, known));
    }
    case "too_small":
      return [tooSmall(path, value, issue, boundsAt(schema, issue.path))];
    case "too_big":
      return [tooBig(path, value, issue, boundsAt(schema, issue.path))];
    case "not_multiple_of":
      return [notMultiple(path, value, issue.divisor, boundsAt(schema, issue.path))];
    default:
      return [value === undefined ? missing(path, issue.message) : splitInstead(path, issue.message)];
  }
}

function pathTo(keys: readonly PropertyKey[], base: string): string {
  return keys.reduce<string>((at, key) => (typeof key === "number" ? `${at}[${key}]` : `${at}.${String(key)}`), base);
}

function missing(path: string, message: string): Issue {
  return { ...splitInstead(path, message), message: "is required" };
}

function notAmong(path: string, value: unknown, values: readonly unknown[]): Issue {
  const message = value === undefined ? "is required" : `${show(value)} is not a value of this option`;
  return { path, message, instead: oneOf(values.map(show)) };
}

function unknownKey(path: string, known: readonly string[]): Issue {
  return { path, message: "is not an option here", instead: `one of ${known.join(", ")}` };
}

/** A name that the user chose. */
function wrongKey(issue: ZodIssue & { code: "invalid_key" }, base: string, schema: z.ZodType): Issue[] {
  const name = issue.path.at(-1);
  const path = pathTo(issue.path.slice(0, -1), base);
  return issue.issues
    .flatMap((inner) => toIssues(inner as ZodIssue, "", name, schema))
    .map((found) => ({ ...found, path, message: `name ${show(name)} ${found.message}` }));
}

function isEventual(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function eventual(path: string, value: unknown): Issue {
  const got = value instanceof Promise ? "a Promise" : "an Output";
  return { path, message: `must be known before deployment; got ${got}`, instead: "a plain value" };
}

/** What zod says of a union that its author gave no text. */
const unsaid = "Invalid input";

/** A discriminated union without its discriminator lists the kinds; else the branch that came closest speaks. */
function fromUnion(
  issue: ZodIssue & { code: "invalid_union" },
  path: string,
  base: string,
  root: unknown,
  value: unknown,
  schema: z.ZodType,
): Issue[] {
  if (issue.errors.length === 0) return [notAmong(path, value, (issue as { options?: unknown[] }).options ?? [])];
  const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  if (issue.message !== unsaid && depth(closest) === 0) return [splitInstead(path, issue.message)];
  return closest.flatMap((inner) => toIssues({ ...inner, path: [...issue.path, ...inner.path] }, base, root, schema));
}

function depth(issues: readonly ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function wrongType(path: string, value: unknown, expected: string): Issue {
  if (value === undefined) return { path, message: "is required" };
  if (typeof value === "number") {
    return expected === "string"
      ? { path, message: "must be text; got a number", instead: "text in quotes" }
      : { path, message: `${String(value)} is not ${article(expected)}` };
  }
  return { path, message: `must be ${article(expected)}; got ${kindOf(value)}` };
}

export function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  return article(Array.isArray(value) ? "array" : typeof value);
}

const words: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "an object of options",
  record: "an object of names",
};

function article(type: string): string {
  return words[type] ?? `a ${type}`;
}

type Bound = { readonly origin: string; readonly inclusive?: boolean | undefined };

type Range = readonly [number, number] | undefined;

function tooSmall(path: string, value: unknown, issue: Bound & { minimum: number | bigint }, range: Range): Issue {
  const { origin, minimum, inclusive } = issue;
  if (origin === "string" && minimum === 1) return { path, message: "must not be empty" };
  if (origin === "string") return { path, message: `must have at least ${minimum} characters` };
  if (origin === "array" || origin === "object") return { path, message: `needs at least ${counted(minimum)}` };
  if (inclusive === false) {
    const upTo = range === undefined ? "" : `, up to ${range[1]}`;
    return { path, message: `${show(value)} is not above ${minimum}`, instead: `a number above ${minimum}${upTo}` };
  }
  return { path, message: `${show(value)} is below ${minimum}`, instead: numbers(range) ?? `a number from ${minimum}` };
}

function tooBig(path: string, value: unknown, issue: Bound & { maximum: number | bigint }, range: Range): Issue {
  const { origin } = issue;
  const maximum = range === undefined || origin === "string" ? issue.maximum : range[1];
  if (origin === "string") return { path, message: `has more than ${maximum} characters` };
  if (origin === "array" || origin === "object") return { path, message: `has more than ${counted(maximum)}` };
  return {
    path,
    message: `${show(value)} is above ${maximum}`,
    instead: numbers(range) ?? `a number up to ${maximum}`,
  };
}

function notMultiple(path: string, value: unknown, divisor: number | bigint, range: Range): Issue {
  const span = range === undefined ? "" : `, from ${range[0]} to ${range[1]}`;
  return { path, message: `${show(value)} is no multiple of ${divisor}`, instead: `a multiple of ${divisor}${span}` };
}

function numbers(range: Range): string | undefined {
  return range && `a number from ${range[0]} to ${range[1]}`;
}

function counted(entries: number | bigint): string {
  return entries === 1 ? "one entry" : `${entries} entries`;
}

/** Our own schemas write "reason; instead: what". */
const separator = "; instead: ";

export function because(reason: string, instead: string): string {
  return `${reason}${separator}${instead}`;
}

function splitInstead(path: string, message: string): Issue {
  const [reason = message, instead] = message.split(separator);
  return instead === undefined ? { path, message: reason } : { path, message: reason, instead };
}

function oneOf(values: readonly string[]): string {
  return quote(values, "or");
}
