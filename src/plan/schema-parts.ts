import { z } from "zod";
import type { Value, Values } from "./model.js";

/** How much of anything a plan may hold. */
export const limits = { name: 2048, text: 100_000, list: 20_000 } as const;

/** A URN, a name, a type, a path. */
export const name = z.string().max(limits.name);
export const text = z.string().max(limits.text);

export function listOf<T extends z.ZodType>(element: T) {
  return z.array(element).max(limits.list);
}

export function recordOf<T extends z.ZodType>(value: T) {
  return z.record(name, value);
}

export const value: z.ZodType<Value> = z.lazy(() =>
  z.union([z.null(), z.boolean(), z.number(), text, listOf(value), values]),
);

export const values: z.ZodType<Values> = z.record(
  name,
  z.lazy(() => value),
);

const alias = z.union([name, recordOf(z.union([name, z.boolean()]))]);

/** Resource options as they apply. */
export const options = z.strictObject({
  additionalSecretOutputs: listOf(name).optional(),
  aliases: listOf(alias).optional(),
  customTimeouts: recordOf(name).optional(),
  deleteBeforeReplace: z.boolean().optional(),
  deletedWith: name.optional(),
  hideDiffs: listOf(name).optional(),
  ignoreChanges: listOf(name).optional(),
  import: name.optional(),
  pluginDownloadUrl: name.optional(),
  protect: z.boolean().optional(),
  replaceOnChanges: listOf(name).optional(),
  replaceWith: listOf(name).optional(),
  replacementTrigger: value.optional(),
  retainOnDelete: z.boolean().optional(),
  version: name.optional(),
});
