import { isPlain } from "../../src/core/declared.js";

type Kind = "string" | "integer" | "number" | "boolean";

/** What a value may be: of a kind, a list, or an object. */
export type Shape = Kind | readonly [Shape] | Fields;

/**
 * Behind a key and a blank: `!` required, `~` a change replaces, `$` secret, `-` deprecated.
 * The key `*` stands for all keys of a map.
 */
export interface Fields {
  readonly [key: string]: Shape;
}

export interface Finding {
  readonly path: string;
  readonly says: string;
}

/** Stands for what is known only at deployment. */
export const unknown = Symbol("unknown");

/** Where a value does not fit a schema: kinds, required and unknown keys, deprecated ones, and secrets given openly. */
export function misfitsOf(inputs: object, fields: Fields, secrets: readonly string[] = []): Finding[] {
  const open = Object.keys(inputs).filter((key) => marksOf(fields, key)?.includes("$") && !secrets.includes(key));
  return [...misfits(inputs, fields, ""), ...open.map((path) => ({ path, says: "is a secret, given openly" }))];
}

/** Every property of a schema that a value has, with `[]` for the elements of a list and `*` for the keys of a map. */
export function propertiesOf(value: unknown, shape: Shape, path = ""): string[] {
  if (typeof shape === "string" || value === unknown) return [];
  if (isList(shape)) {
    const elements = Array.isArray(value) ? value : [];
    return elements.flatMap((one) => propertiesOf(one, shape[0], `${path}[]`));
  }
  return entriesOf(value, shape).flatMap(({ key, inner, element }) => {
    const at = inPath(path, "*" in shape ? "*" : key);
    return [at, ...(element === undefined ? [] : propertiesOf(inner, element, at))];
  });
}

const marksOfFields = new WeakMap<Fields, Map<string, string>>();

/** The marks of a key; `undefined` where a schema has no such key. */
export function marksOf(fields: Fields, key: string): string | undefined {
  const known = marksOfFields.get(fields) ?? new Map(Object.keys(fields).map(split));
  marksOfFields.set(fields, known);
  return key === "*" ? undefined : known.get(key);
}

function misfits(value: unknown, shape: Shape, path: string): Finding[] {
  if (value === unknown) return [];
  if (typeof shape === "string") return isOf(value, shape) ? [] : [wrongKind(value, shape, path)];
  if (isList(shape)) {
    if (!Array.isArray(value)) return [wrongKind(value, "list", path)];
    return value.flatMap((one, index) => misfits(one, shape[0], `${path}[${index}]`));
  }
  if (!isPlain(value)) return [wrongKind(value, "*" in shape ? "map" : "object", path)];
  const inside = entriesOf(value, shape).flatMap(({ key, inner, element, marks }) => {
    const at = inPath(path, key);
    if (element === undefined) return [{ path: at, says: "is no input" }];
    const old = marks.includes("-") ? [{ path: at, says: "is deprecated" }] : [];
    return [...old, ...misfits(inner, element, at)];
  });
  const missing = requiredIn(shape).filter((key) => value[key] === undefined);
  return [...inside, ...missing.map((key) => ({ path: inPath(path, key), says: "is required" }))];
}

const kinds: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  string: (value) => typeof value === "string",
  integer: (value) => Number.isInteger(value),
  number: (value) => Number.isFinite(value),
  boolean: (value) => typeof value === "boolean",
};

function isOf(value: unknown, kind: Kind): boolean {
  return kinds[kind](value);
}

function wrongKind(value: unknown, kind: string, path: string): Finding {
  return { path, says: `is no ${kind}: ${JSON.stringify(value)}` };
}

function isList(shape: Exclude<Shape, string>): shape is readonly [Shape] {
  return Array.isArray(shape);
}

interface Entry {
  readonly key: string;
  readonly inner: unknown;
  readonly element: Shape | undefined;
  readonly marks: string;
}

function entriesOf(value: unknown, fields: Fields): Entry[] {
  if (!isPlain(value)) return [];
  const given = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return given.map(([key, inner]) => {
    const marks = marksOf(fields, key);
    const element = marks === undefined ? fields["*"] : fields[marks === "" ? key : `${key} ${marks}`];
    return { key, inner, element, marks: marks ?? "" };
  });
}

function split(key: string): [string, string] {
  const [name = "", marks = ""] = key.split(" ");
  return [name, marks];
}

function requiredIn(fields: Fields): string[] {
  return Object.keys(fields)
    .map(split)
    .flatMap(([name, marks]) => (marks.includes("!") ? [name] : []));
}

function inPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
