import { output } from "@pulumi/pulumi";
import fc from "fast-check";
import { isPlain } from "../../src/core/declared.js";
import type { Recipe } from "./recipes.js";

/** One change that makes a program worse, somewhere in it. */
export interface Spoil {
  /** Which of all places; taken modulo their number. */
  readonly at: number;
  readonly how: (value: unknown) => unknown;
  readonly name: string;
}

class Own {
  readonly value = 1;
}

const circular: Record<string, unknown> = {};
circular.self = circular;

const wrong: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  2 ** 53,
  10n,
  "",
  " ",
  "0",
  "-",
  "x".repeat(300),
  "x".repeat(20_000),
  "x".repeat(50_000),
  "한국어 이름",
  "two\nlines",
  "tab\there",
  "'quoted\"",
  "#{interpolated}",
  "$(command)",
  "a:b::c",
  "999.1.1.1",
  "0.0.0.0/0",
  "10.0.0.0/33",
  "10.0.0.1/8",
  "fe80::/10",
  "constructor",
  "__proto__",
  [],
  [[]],
  [null],
  {},
  { kind: "other" },
  { ref: "balancer.id" },
  { toString: "text" },
  Object.create(null),
  circular,
  Symbol("sign"),
  () => 1,
  new Date(0),
  new Map(),
  /x/,
  new Own(),
  output("later"),
  Promise.resolve("later"),
  { use: "Tier", index: 0 },
  { use: "LoadBalancer", index: 0 },
  { use: "InstancePool", index: 0 },
];

/** Values that are almost right. */
const near: Readonly<Record<string, (value: unknown) => unknown>> = {
  "one more": (value) => (typeof value === "number" ? value + 1 : value),
  "one less": (value) => (typeof value === "number" ? value - 1 : value),
  "a half": (value) => (typeof value === "number" ? value + 0.5 : value),
  "as text": (value) => (typeof value === "number" ? String(value) : value),
  "as number": (value) => (typeof value === "string" ? Number.parseInt(value, 10) || 7 : value),
  capitals: (value) => (typeof value === "string" ? value.toUpperCase() : value),
  "with a blank": (value) => (typeof value === "string" ? `${value} ` : value),
  "cut short": (value) => (typeof value === "string" ? value.slice(0, -1) : value),
  "made long": (value) => (typeof value === "string" ? value.padEnd(129, "x") : value),
  listed: (value) => [value],
  twice: (value) => (Array.isArray(value) ? [...value, ...value] : [value, value]),
  "the first alone": (value) => (Array.isArray(value) ? value[0] : value),
  "with an unknown option": (value) => (isPlain(value) ? { ...value, colour: "red" } : value),
  "with another name": (value) =>
    isPlain(value) ? Object.fromEntries(Object.entries(value).map(([key, one]) => [`${key}-ü`, one])) : value,
  "with a long name": (value) =>
    isPlain(value) ? { ...value, [`k${"e".repeat(110)}y`]: Object.values(value)[0] } : value,
  "with many names": (value) =>
    isPlain(value)
      ? Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n${index}`, Object.values(value)[0]]))
      : value,
  "without its first option": (value) => (isPlain(value) ? Object.fromEntries(Object.entries(value).slice(1)) : value),
  "left out": () => undefined,
};

const changes: readonly Omit<Spoil, "at">[] = [
  ...wrong.map((value, index) => ({ name: `wrong ${index}`, how: () => value })),
  ...Object.entries(near).map(([name, how]) => ({ name, how })),
];

export const spoils: fc.Arbitrary<Spoil> = fc
  .tuple(fc.nat({ max: 100_000 }), fc.constantFrom(...changes))
  .map(([at, change]) => ({ ...change, at, toString: () => `${change.name} at ${at}` }));

export function spoil(recipe: Recipe, given: readonly Spoil[]): Recipe {
  return given.reduce<Recipe>((spoiled, { at, how }) => {
    const places = spoiled.flatMap(({ options }, index) => placesIn(options).map((path) => [index, path] as const));
    const [index, path] = places[at % places.length] as (typeof places)[number];
    return spoiled.map((one, each) =>
      each === index ? { ...one, options: changed(one.options, path, how) as Record<string, unknown> } : one,
    );
  }, recipe);
}

type Path = readonly string[];

function placesIn(value: unknown, path: Path = []): Path[] {
  const inner = Array.isArray(value) || (isPlain(value) && value !== circular) ? Object.entries(value as object) : [];
  return [...(path.length === 0 ? [] : [path]), ...inner.flatMap(([key, one]) => placesIn(one, [...path, key]))];
}

function changed(value: unknown, [step, ...rest]: Path, how: Spoil["how"]): unknown {
  if (step === undefined) return how(value);
  if (Array.isArray(value)) return value.map((one, index) => (String(index) === step ? changed(one, rest, how) : one));
  const holder = value as Record<string, unknown>;
  return { ...holder, [step]: changed(holder[step], rest, how) };
}
