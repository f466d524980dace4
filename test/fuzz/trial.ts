import { createContext, Script } from "node:vm";
import { type Declared, enlist, isPlain } from "../../src/core/declared.js";
import { type Issue, WebtierError } from "../../src/core/errors.js";
import { type Noun, pathOf } from "../../src/core/noun.js";
import { prepare } from "../../src/core/prepare.js";
import { nouns } from "../../src/spec/nouns.js";
import type { Stack } from "../conformance/harness.js";
import type { Recipe, Use } from "./recipes.js";

type Options = Record<string, unknown>;

/** What became of a program. */
export interface Trial {
  readonly planned: readonly Declared[];
  readonly refusals: readonly Refusal[];
}

export interface Refusal {
  readonly noun: string;
  readonly options: Options;
  readonly issues: readonly Issue[];
}

/** Declares a program's components; what is refused is tried again without the options that are to blame. */
export function tryAll(stack: Stack, recipe: Recipe): Trial {
  const planned: Declared[] = [];
  const refusals: Refusal[] = [];
  for (const { noun, name, options } of recipe) {
    const definition = nouns.find((one) => one.name === noun) as Noun<unknown>;
    const balancer = isUse(options.loadBalancer) ? pick(options.loadBalancer, planned) : undefined;
    const near = balancer ? planned.filter(({ parent }) => parent === undefined || parent === balancer) : planned;
    const given = fitting(resolve(options, near) as Options, balancer);
    const it = tryOne(stack, definition, name, sized(given), (refusal) => refusals.push(refusal));
    if (it) planned.push(it);
  }
  return { planned, refusals };
}

/** What a cloud only comes near to, though its settings ask for all or nothing. */
export function inexactIn({ key, cloud, plan }: Declared): string[] {
  const near = cloud.exact ? (plan.notes ?? []).filter(({ fate }) => fate === "near" || fate === "emulated") : [];
  return near.map(({ path, message }) => `${key} is planned inexactly: ${path}: ${message}`);
}

const context = createContext({ work: () => undefined });
const script = new Script("work()");

/** Ends what takes longer than its time, even a loop. Milliseconds. */
export function within<T>(time: number, work: () => T): T {
  context.work = work;
  return script.runInContext(context, { timeout: time }) as T;
}

function isUse(value: unknown): value is Use {
  return isPlain(value) && typeof value.use === "string" && typeof value.index === "number";
}

function resolve(value: unknown, made: readonly Declared[]): unknown {
  if (Array.isArray(value)) return value.map((one) => resolve(one, made)).filter((one) => one !== undefined);
  if (!isPlain(value) || value.self === value) return value;
  if (isUse(value)) return pick(value, made);
  const entries = Object.entries(value).map(([key, one]) => [key, resolve(one, made)] as const);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}

function pick({ use, index }: Use, made: readonly Declared[]): Declared | undefined {
  const found = made.filter(({ noun }) => noun === use);
  return found[index % Math.max(found.length, 1)];
}

const families: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  application: { tcp: "http", tls: "https" },
  network: { http: "tcp", https: "tls" },
};

/** Bounds go with a policy, and a number without one. */
function sized(options: Options): Options {
  const { size, autoscaling, ...rest } = options;
  if (!("template" in options) || options.gracePeriod === undefined) return options;
  return {
    ...rest,
    size: isPlain(size) && autoscaling === undefined ? 2 : size,
    ...(isPlain(size) ? { autoscaling } : {}),
  };
}

/** Protocols fit the balancer, and encrypted listeners have a certificate. */
function fitting(options: Options, balancer: Declared | undefined): Options {
  if (!balancer) return options;
  const { kind } = balancer.spec as { kind: string };
  const spoken = typeof options.protocol === "string" ? families[kind]?.[options.protocol] : undefined;
  const protocol = spoken ?? options.protocol;
  const encrypted = protocol === "https" || protocol === "tls";
  const certificate = encrypted && !("healthCheck" in options) ? { certificate: options.certificate ?? "shop" } : {};
  return { ...oneWay(options), loadBalancer: balancer, protocol, ...certificate };
}

/** A listener forwards or redirects. */
function oneWay(options: Options): Options {
  const { redirect, backendSet, routes, ...rest } = options;
  if (redirect === undefined || (typeof options.port === "number" && options.port % 2 === 0))
    return { ...rest, backendSet, routes };
  return { ...rest, redirect };
}

function tryOne(
  stack: Stack,
  noun: Noun<unknown>,
  name: string,
  options: Options,
  refuse: (refusal: Refusal) => void,
): Declared | undefined {
  const { it, issues } = preparedOrRefused(stack, noun, name, options);
  if (it && issues.length === 0) {
    enlist(it);
    return it;
  }
  refuse({ noun: noun.name, options, issues });
  const paths = issues.map(({ path }) => known(options, stepsOf(path, noun))).filter(({ length }) => length > 0);
  if (paths.length === 0) return undefined;
  return tryOne(stack, noun, name, sized(paths.reduce(without, options)), refuse);
}

function preparedOrRefused(stack: Stack, noun: Noun<unknown>, name: string, options: Options) {
  try {
    return prepare(noun, name, { cloud: stack.cloud, ...options });
  } catch (error) {
    if (error instanceof WebtierError) return { it: undefined, issues: error.issues };
    throw error;
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
