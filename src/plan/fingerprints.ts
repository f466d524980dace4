import { createHmac } from "node:crypto";
import { PlanError } from "./errors.js";
import { secret, type Value } from "./model.js";
import { isRecord } from "./project.js";

/** What a plan says instead of a secret. */
export type Mark = (value: Value) => string;

const digits = 8;

/**
 * With a key: `[secret 1a2b3c4d]`, the first 32 bits of an HMAC-SHA256 of the value. Equal values of two plans made with one
 * key have equal marks; different ones differ but for one in 4,294,967,296. Whoever has the key can test a guess of the value,
 * so it should be random and stay with whoever compares the plans.
 */
export function markWith(key: string | undefined): Mark {
  if (key === undefined) return () => secret;
  if (key.trim() === "") {
    throw new PlanError(
      'fingerprint: "" is no key: every secret could be guessed from its mark\n  instead: a random text, the same for both plans',
    );
  }
  return (value) => {
    const hash = createHmac("sha256", key).update(canonical(value)).digest("hex");
    return `[secret ${hash.slice(0, digits)}]`;
  };
}

const marks = /^\[secret(?: [0-9a-f]{8})?\]$/;

/** Whether a value of a plan stands for a secret, marked or not. */
export function isSecret(value: unknown): boolean {
  return typeof value === "string" && marks.test(value);
}

/** A text for readers: no mark of a secret is told apart. */
export function withoutMarks(text: string): string {
  return text.replaceAll(/\[secret [0-9a-f]{8}\]/g, secret);
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (!isRecord(value)) return JSON.stringify(value) ?? "null";
  const entries = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${entries.join(",")}}`;
}
