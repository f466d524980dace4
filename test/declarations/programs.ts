import fc from "fast-check";
import { type Declared, isPlain } from "../../src/core/declared.js";
import { type Noun, pathOf } from "../../src/core/noun.js";
import { nouns } from "../../src/spec/nouns.js";
import type { Refused, Stack } from "../conformance/harness.js";
import { optionsOf, type Use } from "./options.js";

type Options = Record<string, unknown>;

/** Components in the order of their declaration. */
export type Recipe = readonly { readonly noun: string; readonly name: string; readonly options: Options }[];

/** As the settings name them. */
const names: Readonly<Record<string, readonly string[]>> = {
  Network: ["shop"],
  Tier: ["web", "app"],
  LoadBalancer: ["front", "inner"],
  BackendSet: ["pages", "api", "files"],
  Listener: ["https", "http", "other", "last"],
};

/** Programs with every noun, their options taken from the nouns' own schemas. */
export const recipes: fc.Arbitrary<Recipe> = fc.tuple(
  ...nouns.flatMap(({ name: noun, fields }) =>
    (names[noun] ?? ["one"]).map((name) => optionsOf(fields).map((options) => ({ noun, name, options }))),
  ),
);

/** Declares a program's components; what a cloud refuses is left out, one option after the other. */
export function declareAll(stack: Stack, recipe: Recipe): Declared[] {
  const made: Declared[] = [];
  for (const { noun, name, options } of recipe) {
    const definition = nouns.find((one) => one.name === noun) as Noun<unknown>;
    const balancer = "loadBalancer" in options ? pick(options.loadBalancer as Use, made) : undefined;
    const near = made.filter(({ parent }) => parent === undefined || parent === balancer);
    const it = declareWithin(stack, definition, name, fitting(resolve(options, near) as Options, balancer));
    if (it) made.push(it);
  }
  return made;
}

function resolve(value: unknown, made: readonly Declared[]): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, made)).filter((one) => one !== undefined);
  if (!isPlain(value)) return value;
  if (typeof value.use === "string") return pick(value as unknown as Use, made);
  const entries = Object.entries(value).map(([key, one]) => [key, resolve(one, made)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

function pick({ use, index }: Use, made: readonly Declared[]): Declared | undefined {
  const found = made.filter(({ noun }) => noun === use);
  return found[index % Math.max(found.length, 1)];
}

const families = {
  application: { http: "http", https: "https", tcp: "http", tls: "https" },
  network: { http: "tcp", https: "tls", tcp: "tcp", tls: "tls" },
} as const;

/** Protocols fit the balancer, and encrypted listeners have a certificate. */
function fitting(options: Options, balancer: Declared | undefined): Options {
  if (!balancer) return options;
  const { kind } = balancer.spec as { kind: "application" | "network" };
  const protocol = families[kind][options.protocol as keyof typeof families.application];
  const encrypted = protocol === "https" || protocol === "tls";
  const certificate = encrypted && !("healthCheck" in options) ? { certificate: options.certificate ?? "shop" } : {};
  return { ...oneWay(options), loadBalancer: balancer, protocol, ...certificate };
}

/** A listener forwards or redirects. */
function oneWay(options: Options): Options {
  const { redirect, backendSet, routes, ...rest } = options;
  if (!isPlain(redirect) || redirect.to === undefined) return { ...rest, backendSet, routes };
  return Number(options.port) % 2 === 0 ? { ...rest, redirect } : { ...rest, backendSet, routes };
}

function declareWithin(stack: Stack, noun: Noun<unknown>, name: string, options: Options): Declared | undefined {
  try {
    return stack.declare(noun, name, options);
  } catch (error) {
    const refused = (error as Partial<Refused>).refused;
    if (!refused) throw error;
    const paths = refused.map(({ path }) => known(options, stepsOf(path, noun))).filter(({ length }) => length > 0);
    if (paths.length === 0) return undefined;
    return declareWithin(stack, noun, name, paths.reduce(without, options));
  }
}

function stepsOf(path: string, noun: Noun<unknown>): string[] {
  const [first, ...rest] = path.split(/[.[\]]+/).filter((step) => step !== "");
  return first === pathOf(noun) ? rest : [];
}

/** As much of a path as there is: what lacks something is left out itself. */
function known(value: unknown, [first, ...rest]: readonly string[]): string[] {
  if (first === undefined || !isPlain(value) || value[first] === undefined) return [];
  return [first, ...known(value[first], rest)];
}

/** Without the option at a path, and without what is empty then. */
function without(value: Options, [first, ...rest]: readonly string[]): Options {
  if (first === undefined || !(first in value)) return value;
  const { [first]: inner, ...others } = value;
  if (rest.length === 0 || !isPlain(inner)) return others;
  const fewer = without(inner, rest);
  return Object.keys(fewer).length === 0 ? others : { ...others, [first]: fewer };
}
