import type { z } from "zod";
import { isRecord } from "./project.js";
import { limits } from "./schema-parts.js";

/** Where a document leaves its form, and how. */
export interface Breach {
  readonly path: string;
  readonly reason: string;
}

/** Levels of lists and objects, those of the plan itself included. */
const deepest = 34;
/** Beyond it nobody reads on. */
const enough = 100;

/** What no plan holds, whatever its fields: found before anything else looks at it, without recursion. */
export function strangeness(document: unknown): Breach[] {
  const breaches: Breach[] = [];
  const open: Step[] = [{ value: document, depth: 0 }];
  for (let step = open.pop(); step && breaches.length < enough; step = open.pop()) {
    const reason = oddity(step);
    if (reason !== undefined) breaches.push({ path: pathOf(stepsTo(step)), reason });
    else for (const inner of within(step)) open.push(inner);
  }
  return breaches.reverse();
}

/** What a schema found, in words. */
export function breachesOf(issues: readonly z.core.$ZodIssue[], document: unknown): Breach[] {
  return issues.slice(0, enough).flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), reason: "is no field of it" }));
    }
    const found = valueAt(document, issue.path);
    return [
      { path: pathOf(issue.path), reason: found === undefined ? "is missing" : `${shown(found)} ${reasonOf(issue)}` },
    ];
  });
}

/** A value in few printable characters. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "nothing";
  return printable(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

const longest = 60;

interface Step {
  readonly value: unknown;
  readonly depth: number;
  readonly key?: PropertyKey;
  readonly above?: Step;
}

function oddity({ value, depth, key }: Step): string | undefined {
  if (key === "__proto__") return "is no name of a field";
  if (typeof key === "string" && key.length > limits.name) return `its name has more than ${limits.name} characters`;
  if (typeof value === "string" && value.length > limits.text) return `has more than ${limits.text} characters`;
  if (typeof value === "number" && !Number.isFinite(value)) return "is too large a number";
  if (typeof value !== "object" || value === null) return undefined;
  if (depth > deepest) return `lies more than ${deepest} levels deep`;
  return Object.keys(value).length > limits.list ? `has more than ${limits.list} parts` : undefined;
}

function within(step: Step): Step[] {
  if (typeof step.value !== "object" || step.value === null) return [];
  const isList = Array.isArray(step.value);
  return Object.entries(step.value).map(([key, value]) => ({
    value,
    depth: step.depth + 1,
    key: isList ? Number(key) : key,
    above: step,
  }));
}

function stepsTo({ key, above }: Step): PropertyKey[] {
  return key === undefined || !above ? [] : [...stepsTo(above), key];
}

function reasonOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return `is no ${nouns[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `is not ${issue.values.map((one) => JSON.stringify(one)).join(" or ")}`;
    case "too_big":
      return `has more than ${issue.maximum} ${issue.origin === "string" ? "characters" : "parts"}`;
    case "too_small":
      return `is less than ${issue.minimum}`;
    default:
      return "has not the form that it must have";
  }
}

const nouns: Readonly<Record<string, string>> = {
  string: "text",
  record: "object",
  array: "list",
  int: "whole number",
};

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)];
    return isRecord(value) && Object.hasOwn(value, key) ? value[String(key)] : undefined;
  }, document);
}

/** `resources[3].inputs["my key"]`. */
function pathOf(path: readonly PropertyKey[]): string {
  const steps = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[\w$]{1,60}$/.test(String(key)) ? `.${String(key)}` : `[${shown(String(key))}]`;
  });
  return steps.join("").replace(/^\./, "") || "all of it";
}

/** Nothing that a terminal would obey, and no letters that turn the line around. */
function printable(text: string): string {
  return text.replaceAll(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
