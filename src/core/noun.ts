import type { z } from "zod";
import type { Declared } from "./declared.js";
import type { Issue } from "./errors.js";
import type { Facets } from "./support.js";

/** What one kind of component accepts, on every cloud. */
export interface Noun<S> {
  /** `BackendSet`. */
  readonly name: string;
  /** One schema per option; options are parsed apart, so that one mistake hides no other. */
  readonly fields: Readonly<Record<string, z.ZodType>>;
  /** Keys whose values no plan, state or error may show. */
  readonly sensitive?: readonly string[];
  /** The component it belongs to unless the program names another parent. */
  readonly parent?: (spec: Partial<S>) => Declared | undefined;
  /** Facts that fates depend on; must bear an incomplete spec. */
  readonly facets?: (spec: Partial<S>) => Facets;
  /** Mistakes that are mistakes on every cloud. */
  readonly rules?: (it: Declared<S>) => Issue[];
  /** Remarks that hold on every cloud. */
  readonly remarks?: (it: Declared<S>) => Remark[];
}

export interface Remark {
  /** Default `warning`. */
  readonly fate?: "warning" | "note";
  readonly id: string;
  readonly path: string;
  readonly message: string;
}

/** `BackendSet` -> `backendSet`. */
export function pathOf(noun: { readonly name: string }): string {
  return noun.name.charAt(0).toLowerCase() + noun.name.slice(1);
}
