import type { Value } from "../plan/model.js";
import type { Operation } from "./model.js";

/** What the engine itself says that it would do with a resource. */
export interface ObservedChange {
  readonly operation: Operation;
  /** Paths of the properties that make it anew. */
  readonly replaceReasons: readonly string[];
  readonly properties: readonly ObservedProperty[];
  readonly deletedFirst?: true;
  /** Of what exists. */
  readonly id?: string;
  readonly protected?: true;
}

export interface ObservedProperty {
  /** In the syntax of Pulumi's property paths. */
  readonly path: string;
  readonly before?: Value;
  readonly after?: Value;
  readonly hidden?: true;
}

/** By URN, of the head or of the base. Whatever it does not name, the engine leaves as it is. */
export type Observed = ReadonlyMap<string, ObservedChange>;
