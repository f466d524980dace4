import type { Row } from "../../src/core/capabilities.js";
import { isDeclared } from "../../src/core/declared.js";
import { holderOf, wholeOf } from "./samples.js";

type Loose = Record<string, unknown>;

/** The arguments with another value at a path; `<name>` stands for the first name that is there, a list for its first entry. */
export function withValue(args: Loose, path: readonly string[], value: unknown): Loose {
  const [first = "", ...rest] = path;
  const key = first === "<name>" ? (Object.keys(args)[0] ?? "one") : first;
  return { ...args, [key]: rest.length === 0 ? value : within(args[key], rest, value) };
}

function within(holder: unknown, path: readonly string[], value: unknown): unknown {
  if (!Array.isArray(holder)) return withValue((holder ?? {}) as Loose, path, value);
  const [first, ...others] = holder;
  return [withValue((first ?? {}) as Loose, path, value), ...others];
}

/** The arguments with all that must stand around an option. */
export function withSurroundings(args: Loose, row: Row): Loose {
  const path = row.path.split(".");
  const kinded = row.kind === undefined ? args : withValue(args, path.slice(0, -1), wholeOf(row));
  return path.slice(0, -1).reduce((around, _, index) => {
    const steps = path.slice(0, index + 1);
    const holder = holderOf(`${row.noun}.${steps.join(".")}`);
    return holder === undefined || valueAt(around, steps) !== undefined ? around : withValue(around, steps, holder);
  }, kinded);
}

function valueAt(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (Array.isArray(value)) return valueAt(value[0], [first, ...rest]);
  if (typeof value !== "object" || value === null || isDeclared(value)) return undefined;
  const key = first === "<name>" ? (Object.keys(value)[0] ?? "one") : first;
  return valueAt((value as Loose)[key], rest);
}
