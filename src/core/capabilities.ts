import type { z } from "zod";
import type { Answer } from "./answers.js";
import { rowsOfNoun } from "./capability-rows.js";
import type { PlannedCloud } from "./cloud.js";
import { pathOf } from "./noun.js";

/** What every cloud makes of every option: all tables as one document. Its shape changes with `version` only. */
export interface Capabilities {
  readonly version: 1;
  readonly clouds: Readonly<Record<string, "available" | "planned">>;
  readonly rows: readonly Row[];
}

/** One option, or one of its values. */
export interface Row {
  /** `BackendSet`. */
  readonly noun: string;
  /** As a program writes it: `stickiness.duration`, `members.<name>.weight`. */
  readonly path: string;
  /** The kind whose option this is, where kinds have options of their own. */
  readonly kind?: string;
  /** The word, where every word has its fate. */
  readonly value?: string;
  /** What the option takes on every cloud. */
  readonly range?: readonly [number, number];
  readonly length?: readonly [number, number];
  readonly answers: Readonly<Record<string, Answer>>;
}

export interface Described {
  readonly name: string;
  readonly fields: Readonly<Record<string, z.ZodType>>;
}

type Tables = Readonly<Record<string, PlannedCloud>>;

/** In the order of the nouns' options. */
export function capabilities(nouns: readonly Described[], available: Tables, planned: Tables = {}): Capabilities {
  const all = { ...available, ...planned };
  const status = Object.keys(all).map((cloud) => [cloud, cloud in available ? "available" : "planned"]);
  const rows = nouns.flatMap((noun) => {
    const tables = Object.entries(all).map(([cloud, { nouns }]) => [cloud, nouns[pathOf(noun)]?.support] as const);
    return rowsOfNoun(noun, new Map(tables));
  });
  return { version: 1, clouds: Object.fromEntries(status), rows };
}
