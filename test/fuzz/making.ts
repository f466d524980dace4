import type { Row } from "../../src/core/capabilities.js";
import type { Declared } from "../../src/core/declared.js";
import type { Noun } from "../../src/core/noun.js";
import { prepare } from "../../src/core/prepare.js";
import type { Stack } from "../conformance/harness.js";
import type { Chooser } from "./chooser.js";
import type { Fit } from "./fits/fit.js";
import { type Choices, optionsAt } from "./options.js";

export type Loose = Record<string, unknown>;
export type Samples = Readonly<Record<string, readonly unknown[]>>;

/** One component of a program, and what it was made of. */
export interface Made {
  readonly noun: Noun<unknown>;
  readonly args: Loose;
  readonly samples: Samples;
  readonly it: Declared;
  /** Whether the cloud has no such thing. */
  readonly refused: boolean;
}

/** A program while it is made. */
export interface Making {
  readonly stack: Stack;
  readonly rows: readonly Row[];
  readonly choose: Chooser;
  readonly fit: Fit;
  readonly made: Made[];
}

/** What is chosen for a noun whose facets follow from these parts of its spec. */
export function choicesFor<S>(making: Making, noun: Noun<S>, spec: Partial<S>, samples: Samples = {}): Choices {
  const { stack, rows, choose } = making;
  const facets = { ...stack.cloud.facets, ...noun.facets?.(spec) };
  return { cloud: stack.cloud.name, noun: noun.name, rows, facets, choose, samples };
}

/** Options that the cloud takes; a fixed name is one that nobody else has. */
export function someOptions(choices: Choices, name: string): Loose {
  const physical = { [`${choices.noun}.physicalName`]: [`fixed-${name}`] };
  return optionsAt({ ...choices, samples: { ...physical, ...choices.samples } });
}

export function declare<S>(
  making: Making,
  noun: Noun<S>,
  name: string,
  { samples = {} }: Choices,
  args: Loose,
): Declared<S> {
  const fitting = making.fit.fits[noun.name]?.(args, making) ?? args;
  const it = making.stack.declare(noun, name, fitting);
  making.made.push({ noun: noun as Noun<unknown>, args: fitting, samples, it, refused: false });
  return it;
}

/** Notes what a cloud has not at all, to see it refused. */
export function refuse<S>({ stack: { cloud }, made }: Making, noun: Noun<S>, name: string, args: Loose): never[] {
  const { it } = prepare(noun, name, { cloud, ...args });
  made.push({ noun: noun as Noun<unknown>, args, samples: {}, it, refused: true });
  return [];
}

/** Each of several once; the first of those that are the same stays. */
export function once<T>(values: readonly T[], keyOf: (value: T) => unknown): T[] {
  const known = new Set<unknown>();
  return values.filter((value) => {
    const key = keyOf(value);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** The options without some of them. */
export function omit(args: Loose, ...keys: readonly string[]): Loose {
  return Object.fromEntries(Object.entries(args).filter(([key]) => !keys.includes(key)));
}
