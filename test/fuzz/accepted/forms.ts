import type { Accepted } from "./accepted.js";

type Test = Pick<Accepted, "says" | "holds">;

/** Rows of values that programs do not bring. */
export function bySettings(rows: readonly Accepted[]): Accepted[] {
  return rows.map((row) => ({ ...row, bySettings: true }));
}

/** Several rows of one type. */
export function of(type: string, tests: Readonly<Record<string, Test | readonly Test[]>>): Accepted[] {
  return Object.entries(tests).flatMap(([path, given]) => [given].flat().map((test) => ({ type, path, ...test })));
}

export function whole(low: number, high: number): Test {
  return test(`be a whole number, ${low}..${high}`, (value) => isWhole(value, low, high));
}

/** A number that is written as a text. */
export function wholeText(low: number, high: number): Test {
  return test(`be the text of a whole number, ${low}..${high}`, (value) => {
    return typeof value === "string" && /^-?\d+$/.test(value) && isWhole(Number(value), low, high);
  });
}

export function text(low: number, high: number, pattern = /^/): Test {
  return test(`be ${low}..${high} characters like ${pattern.source}`, (value) => {
    return typeof value === "string" && value.length >= low && value.length <= high && pattern.test(value);
  });
}

export function among(...words: readonly unknown[]): Test {
  return test(`be one of ${words.join(", ")}`, (value) => words.includes(value));
}

export function count(low: number, high: number): Test {
  return test(`have ${low}..${high} entries`, (value) => {
    const { length } = Array.isArray(value) ? value : Object.keys(value as object);
    return length >= low && length <= high;
  });
}

/** A test of an object, where what is unknown until deployment has to be borne. */
export function test<V = unknown>(says: string, holds: (value: V) => boolean): Test {
  return { says, holds };
}

/** Base64, and what it stands for no longer than this. */
export function encoded(bytes: number): Test {
  return test(`be base64 of up to ${bytes} bytes`, (value) => {
    if (typeof value !== "string" || !/^[A-Za-z0-9+/]+={0,2}$/.test(value)) return false;
    const data = Buffer.from(value, "base64");
    return data.toString("base64") === value && data.length <= bytes;
  });
}

/** A document as text. */
export const document: Test = test("be JSON of an object", (value) => {
  if (typeof value !== "string") return false;
  const read: unknown = JSON.parse(value);
  return typeof read === "object" && read !== null;
});

const field = /^(\*|[A-Z0-9]+(-[A-Z0-9]+)?(,[A-Z0-9]+(-[A-Z0-9]+)?)*)(\/\d+)?$/i;

export const unixCron: Test = test("be five fields of cron", (value) => {
  const fields = String(value).split(" ");
  return fields.length === 5 && fields.every((one) => one.split(",").every((part) => field.test(part)));
});

export const zone: Test = test("be an IANA time zone", (value) => {
  return typeof value === "string" && new Intl.DateTimeFormat("en", { timeZone: value }) !== undefined;
});

export const address: Test = test("be an IPv4 address", (value) => /^\d+(\.\d+){3}$/.test(String(value)));

/** An address that is known later is whole by itself. */
export const range: Test = test("be an IPv4 range without host bits", (value) => {
  if (value === "ref/32") return true;
  const [host = "", bits = ""] = String(value).split("/");
  const number = host.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return /^\d+$/.test(bits) && number % 2 ** (32 - Number(bits)) === 0;
});

export const port: Test = whole(1, 65535);

function isWhole(value: unknown, low: number, high: number): boolean {
  return Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
}
