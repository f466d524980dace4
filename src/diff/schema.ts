import { z } from "zod";
import { disruptions } from "../core/review.js";
import { exposure, type Written } from "../plan/schema.js";
import { listOf, name, text } from "../plan/schema-parts.js";
import type { Diff, FailedDiff } from "./model.js";
import * as parts from "./schema-parts.js";

const diffVersion = 1;

const head = {
  version: z.literal(diffVersion),
  kind: z.enum(["offline", "preview"]),
  project: name,
  stack: name,
};

export const diffSchema = z.strictObject({
  ...head,
  base: parts.side,
  head: parts.side,
  counts: parts.counts,
  verdict: z.strictObject({
    state: z.enum(["changes", "none"]),
    worst: z.enum(disruptions),
    exposure: z.enum(["wider", "narrower", "changed", "same"]),
    degraded: parts.count,
  }),
  risks: listOf(parts.risk),
  exposure: listOf(
    z.strictObject({
      status: z.enum(["added", "removed", "same"]),
      wider: z.literal(true).optional(),
      narrower: z.literal(true).optional(),
      way: exposure,
    }),
  ),
  rights: listOf(z.strictObject({ status: z.enum(["added", "removed"]), component: name, right: text })),
  components: listOf(parts.component),
  notes: listOf(parts.note),
  advice: listOf(z.strictObject({ id: name, component: name.optional(), message: text })),
  capacity: parts.capacity,
  topology: parts.topology,
  resources: listOf(parts.resource),
  outputs: listOf(parts.field),
  diagnostics: listOf(parts.diagnostic),
  policies: listOf(parts.policy).optional(),
});

export const failedDiffSchema = z.strictObject({
  ...head,
  failed: z.strictObject({ side: z.enum(["base", "head"]), message: text }),
  diagnostics: listOf(parts.diagnostic),
});

const one = z.union([diffSchema, failedDiffSchema]);

/** What `--format json` writes: one document for one stack, a list for several. */
export const diffFileSchema = z.union([one, listOf(one)]);

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** Does not compile when the schema and the model say different things. */
true satisfies Same<Written<Diff>, z.output<typeof diffSchema>>;
true satisfies Same<Written<FailedDiff>, z.output<typeof failedDiffSchema>>;
