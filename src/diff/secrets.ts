import type { Value } from "../plan/model.js";

const marks = /\[secret(?: ([^\]\s]{1,128}))?\]/g;
const hidden = "[secret]";

/** `hidden`: they differ in a secret. `uncompared`: only in one that nobody can compare. */
export type Comparison = "same" | "different" | "hidden" | "uncompared";

/** Secrets are compared by their fingerprints, which both sides must have. */
export function compareTexts(before: string, after: string): Comparison {
  const [own, others] = [fingerprintsIn(before), fingerprintsIn(after)];
  if (before !== after && redactText(before) !== redactText(after)) return "different";
  const pairs = own.map((one, at) => [one, others[at]]);
  if (pairs.some(([a, b]) => a !== undefined && b !== undefined && a !== b)) return "hidden";
  return pairs.some(([a, b]) => a === undefined || b === undefined) ? "uncompared" : "same";
}

export function holdsSecret(text: string): boolean {
  return text.search(marks) !== -1;
}

function fingerprintsIn(text: string): (string | undefined)[] {
  return text.includes("[secret") ? [...text.matchAll(marks)].map(([, fingerprint]) => fingerprint) : [];
}

function redactText(text: string): string {
  return text.includes("[secret ") ? text.replaceAll(marks, hidden) : text;
}

/** The same without fingerprints, for readers. */
export function redact<T>(value: T): T {
  return redacted(value as Value) as T;
}

function redacted(value: Value): Value {
  if (typeof value === "string") return redactText(value);
  if (Array.isArray(value)) return value.map(redacted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [redactText(key), redacted(one)]));
}
