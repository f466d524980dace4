import { isSensitive } from "../plan/masking.js";
import { secret } from "../plan/model.js";

const fingerprint = /\[secret [^\]\s]{1,128}\]/g;

/** The last gate: no fingerprint of a secret, and no value of a property that carries one, leaves through a renderer. */
export function masked<T>(diff: T): T {
  return mask(diff) as T;
}

function mask(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(fingerprint, secret);
  if (Array.isArray(value)) return value.map(mask);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [mask(key), maskField(key, inner)]);
  const whole = Object.fromEntries(entries) as Record<string, unknown>;
  return carriesSecret(whole.path) ? { ...whole, ...sidesOf(whole) } : whole;
}

function maskField(key: string, value: unknown): unknown {
  return isSensitive(key) && value !== undefined && value !== null ? secret : mask(value);
}

/** `metadata.user_data`, `launch[0].userData`. */
function carriesSecret(path: unknown): boolean {
  return typeof path === "string" && path.split(/[.[\]"']+/).some((part) => part !== "" && isSensitive(part));
}

function sidesOf(change: Record<string, unknown>): Record<string, unknown> {
  const sides = ["before", "after"].filter((side) => side in change && change[side] !== undefined);
  return Object.fromEntries(sides.map((side) => [side, secret]));
}
