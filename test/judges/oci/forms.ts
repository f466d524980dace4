// Source of the form of ids: Resource identifiers (ocid1.<type>.<realm>.[region].<unique id>); read 2026-11.
import { isIPv4 } from "node:net";
import type { Form } from "../rules.js";

export function that<T>(must: string, holds: (value: T) => boolean): Form {
  return { must, holds: holds as Form["holds"] };
}

export function oneOf(...values: readonly (string | number | boolean)[]): Form {
  return that<string | number | boolean>(`be ${values.join(" | ")}`, (value) => values.includes(value));
}

export function whole(low: number, high: number): Form {
  return that<number>(`be ${low}..${high}`, (value) => isWithin(value, low, high));
}

export function wholeText(low: number, high: number): Form {
  return that<string>(
    `be ${low}..${high} in text`,
    (value) => /^(0|[1-9]\d*)$/.test(value) && isWithin(Number(value), low, high),
  );
}

export function length(low: number, high: number): Form {
  return that<string>(`have ${low}..${high} characters`, (value) => isWithin([...value].length, low, high));
}

export function like(pattern: RegExp): Form {
  return that<string>(`match ${pattern.source}`, (value) => pattern.test(value));
}

export function count(low: number, high: number): Form {
  return that<readonly unknown[]>(`have ${low}..${high} entries`, ({ length: given }) => isWithin(given, low, high));
}

/** No two entries are the same, or the same in what `by` takes of them. */
export function distinct<T>(what: string, by: (entry: T) => unknown = (entry) => entry): Form {
  return that<readonly T[]>(
    `name each ${what} once`,
    (list) => new Set(list.map((one) => JSON.stringify(by(one)))).size === list.length,
  );
}

/** Services or providers put in something else where it is left out. */
export function given(key: string): Form {
  return that<Record<string, unknown>>(`say ${key}`, (value) => value[key] !== undefined);
}

export function absent(key: string, why: string): Form {
  return that<Record<string, unknown>>(`not say ${key}: ${why}`, (value) => value[key] === undefined);
}

/** Of two keys at most one. */
export function notBoth(one: string, other: string): Form {
  return that<Record<string, unknown>>(
    `not say both ${one} and ${other}`,
    (value) => value[one] === undefined || value[other] === undefined,
  );
}

export function ocid(...kinds: readonly string[]): Form {
  const pattern = new RegExp(
    `^ocid1\\.(${kinds.join("|")})\\.[a-z0-9-]+\\.[a-z0-9-]*(\\.[a-z0-9-]+)?\\.[A-Za-z0-9_-]+$`,
  );
  return that<string>(`be the OCID of a ${kinds.join(" | ")}`, (value) => pattern.test(value));
}

export const port = whole(1, 65535);

interface Ports {
  readonly min: number;
  readonly max: number;
}
export const ports = that<Ports>(
  "be ports from 1 to 65535 in order",
  ({ min, max }) => min >= 1 && min <= max && max <= 65535,
);

export const address = that<string>("be an IPv4 address", isIPv4);
export const range = that<string>("be an IPv4 range without host bits", isRange);

export function isRange(text: string): boolean {
  const [, host = "", bits = ""] = /^([\d.]+)\/(0|[1-9]\d?)$/.exec(text) ?? [];
  return isIPv4(host) && Number(bits) <= 32 && numberOf(host) % 2 ** (32 - Number(bits)) === 0;
}

export function numberOf(host: string): number {
  return host.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** ISO 8601, minutes and hours: `PT3M`, `PT1H`. */
export function duration(low: number, high: number): Form {
  return that<string>(`be an ISO 8601 duration of ${low}..${high} minutes`, (value) => {
    const [, days = "0", hours = "0", minutes = "0"] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(value) ?? [];
    const total = Number(days) * 1440 + Number(hours) * 60 + Number(minutes);
    return /\d[DHM]$/.test(value) && isWithin(total, low, high);
  });
}

function isWithin(value: number, low: number, high: number): boolean {
  return Number.isInteger(value) && value >= low && value <= high;
}
