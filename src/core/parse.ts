import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import { type Issue, show } from "./errors.js";
import { quote } from "./text.js";

type ZodIssue = z.core.$ZodIssue;

export interface Parsed {
  /** The options that were right. */
  readonly value: Record<string, unknown>;
  readonly issues: readonly Issue[];
}

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
    const result = field.safeParse(given[key]);
    if (!result.success && isEventual(given[key])) issues.push(eventual(`${path}.${key}`, given[key]));
    else if (!result.success)
      issues.push(...result.error.issues.flatMap((issue) => toIssues(issue, `${path}.${key}`, given[key])));
    else if (result.data !== undefined) value[key] = result.data;
  }
  return { value, issues };
}

function unknownOption(path: string, subject: string, known: readonly string[]): Issue {
  return { path, message: `is not an option of ${subject}`, instead: `one of ${[...known].sort().join(", ")}` };
}

/** zod's issue in our words: value and reason in the message, and what to write instead. */
export function toIssues(issue: ZodIssue, base: string, root: unknown): Issue[] {
  const path = issue.path.reduce<string>(
    (at, key) => (typeof key === "number" ? `${at}[${key}]` : `${at}.${String(key)}`),
    base,
  );
  const value = issue.path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], root);
  if (isEventual(value)) return [eventual(path, value)];
  switch (issue.code) {
    case "invalid_type":
      return [wrongType(path, value, issue.expected)];
    case "invalid_value":
      return [
        { path, message: `${show(value)} is not a value of this option`, instead: oneOf(issue.values.map(show)) },
      ];
    case "invalid_union":
      return fromUnion(issue, path, base, root, value);
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: `${path}.${key}`, message: "is not an option here" }));
    case "too_small":
      return [tooSmall(path, value, issue)];
    case "too_big":
      return [tooBig(path, value, issue)];
    default:
      return [splitInstead(path, issue.message)];
  }
}

function isEventual(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function eventual(path: string, value: unknown): Issue {
  const got = value instanceof Promise ? "a Promise" : "an Output";
  return { path, message: `must be known before deployment; got ${got}`, instead: "a plain value" };
}

/** A discriminated union without its discriminator lists the kinds; else the branch that came closest speaks. */
function fromUnion(
  issue: ZodIssue & { code: "invalid_union" },
  path: string,
  base: string,
  root: unknown,
  value: unknown,
): Issue[] {
  if (issue.errors.length === 0) {
    const kinds = (issue as { options?: unknown[] }).options ?? [];
    return [{ path, message: `${show(value)} is not a value of this option`, instead: oneOf(kinds.map(show)) }];
  }
  const closest = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0] ?? [];
  return closest.flatMap((inner) => toIssues({ ...inner, path: [...issue.path, ...inner.path] }, base, root));
}

function depth(issues: readonly ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

function wrongType(path: string, value: unknown, expected: string): Issue {
  if (value === undefined) return { path, message: "is required" };
  const asText = expected === "string" && typeof value === "number";
  const message = `must be ${article(expected)}; got ${article(Array.isArray(value) ? "array" : typeof value)}`;
  return asText ? { path, message, instead: "text in quotes" } : { path, message };
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

function tooSmall(path: string, value: unknown, issue: Bound & { minimum: number | bigint }): Issue {
  if (issue.origin === "string") return { path, message: `must have at least ${issue.minimum} characters` };
  if (issue.origin === "array" || issue.origin === "object")
    return { path, message: `needs at least ${issue.minimum} entries` };
  return { path, message: `${show(value)} is below ${issue.minimum}`, instead: `a number from ${issue.minimum}` };
}

function tooBig(path: string, value: unknown, issue: Bound & { maximum: number | bigint }): Issue {
  if (issue.origin === "string") return { path, message: `has more than ${issue.maximum} characters` };
  if (issue.origin === "array" || issue.origin === "object")
    return { path, message: `has more than ${issue.maximum} entries` };
  return { path, message: `${show(value)} is above ${issue.maximum}`, instead: `a number up to ${issue.maximum}` };
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
