import type { Value, Values } from "../plan/model.js";
import { isValues } from "../plan/words.js";
import type { Path } from "./paths.js";
import { compareTexts } from "./secrets.js";
import { byText } from "./urns.js";

export interface Difference {
  readonly path: Path;
  readonly before?: Value;
  readonly after?: Value;
  /** In a secret. */
  readonly hidden?: true;
}

/** How values are compared. */
export interface Reading {
  /** A text of the base in words of the head: names of what was renamed. */
  readonly inHeadTerms: (text: string) => string;
  /** Told of each pair of secrets that cannot be compared. */
  readonly onUncompared: () => void;
}

/** Where two values differ, lists by index; what only one of them has is one difference. */
export function differences(
  before: Value | undefined,
  after: Value | undefined,
  reading: Reading,
  path: Path = [],
): Difference[] {
  if (before === undefined) return after === undefined ? [] : [{ path, after }];
  if (after === undefined) return [{ path, before }];
  if (typeof before === "string" && typeof after === "string") return inTexts(before, after, reading, path);
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, reading, path);
  if (isValues(before) && isValues(after)) return inValues(before, after, reading, path);
  return before === after ? [] : [{ path, before, after }];
}

function inTexts(before: string, after: string, { inHeadTerms, onUncompared }: Reading, path: Path): Difference[] {
  switch (compareTexts(inHeadTerms(before), after)) {
    case "same":
      return [];
    case "uncompared":
      onUncompared();
      return [];
    case "hidden":
      return [{ path, before, after, hidden: true }];
    case "different":
      return [{ path, before, after }];
  }
}

function inLists(before: readonly Value[], after: readonly Value[], reading: Reading, path: Path): Difference[] {
  const longer = before.length > after.length ? before : after;
  return longer.flatMap((_, at) => differences(before[at], after[at], reading, [...path, at]));
}

function inValues(before: Values, after: Values, reading: Reading, path: Path): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort(byText);
  return keys.flatMap((key) => differences(own(before, key), own(after, key), reading, [...path, key]));
}

export function own(values: Values, key: string): Value | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

/** A value without what a pattern names; an element of a list leaves a hole, so that the others keep their places. */
export function without(value: Value, [first, ...rest]: Path): Value {
  if (first === undefined) return value;
  if (Array.isArray(value)) {
    const holed = (one: Value): Value => (rest.length === 0 ? null : without(one, rest));
    return value.map((one: Value, at) => (first === "*" || first === at ? holed(one) : one));
  }
  if (!isValues(value)) return value;
  const entries = Object.entries(value).flatMap(([key, one]): [string, Value][] => {
    if (first !== "*" && first !== key) return [[key, one]];
    return rest.length === 0 ? [] : [[key, without(one, rest)]];
  });
  return Object.fromEntries(entries);
}

/** Texts that match, with their paths. */
export function textsIn(value: Value | undefined, matches: (text: string) => boolean, path: Path = []): Path[] {
  if (typeof value === "string") return matches(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one: Value, at) => textsIn(one, matches, [...path, at]));
  if (!isValues(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => textsIn(one, matches, [...path, key]));
}
