import type { Adapter } from "../../src/core/cloud.js";
import { isDepends, isFate } from "../../src/core/support.js";

type Nouns = Readonly<Record<string, Adapter<never>>>;
type Name = string | number | boolean;

/** A cloud's own name for an option or a value, where its table says it. */
export interface NativeName {
  readonly path: string;
  readonly name: Name;
  readonly entry: { as?: Name };
}

/** Every name in a cloud's tables; an entry that several options share is one. */
export function namesOf(nouns: Nouns): NativeName[] {
  const found = new Map<object, NativeName>();
  for (const [noun, { support }] of Object.entries(nouns)) collect(support, noun, found);
  return [...found.values()];
}

function collect(value: unknown, path: string, found: Map<object, NativeName>): void {
  if (typeof value !== "object" || value === null) return;
  if (isFate(value)) {
    const entry = value as { as?: Name };
    if (entry.as !== undefined && !found.has(entry)) found.set(entry, { path, name: entry.as, entry });
    return;
  }
  const inside = isDepends(value) ? value.cases : value;
  for (const [key, one] of Object.entries(inside)) collect(one, `${path}.${key}`, found);
}

/** Gives the entry another name until the returned function is called. */
export function rename({ entry, name }: NativeName): () => void {
  entry.as = other(name);
  return () => {
    entry.as = name;
  };
}

function other(name: Name): Name {
  if (typeof name === "string") return `${name}x`;
  return typeof name === "number" ? name + 1 : !name;
}
