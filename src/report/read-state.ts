import { z } from "zod";
import { readValues } from "./engine-values.js";
import type { State } from "./record.js";

/** A resource of a state, of `preview --json` (apitype.ResourceV3) or of an event (apitype.StepEventStateMetadata). */
export const stateSchema = z.looseObject({
  urn: z.string(),
  type: z.string(),
  custom: z.boolean().nullish(),
  external: z.boolean().nullish(),
  id: z.string().nullish(),
  parent: z.string().nullish(),
  provider: z.string().nullish(),
  protect: z.boolean().nullish(),
  retainOnDelete: z.boolean().nullish(),
  inputs: z.record(z.string(), z.unknown()).nullish(),
  outputs: z.record(z.string(), z.unknown()).nullish(),
  dependencies: z.array(z.string()).nullish(),
  propertyDependencies: z.record(z.string(), z.array(z.string()).nullable()).nullish(),
  aliases: z.array(z.string()).nullish(),
  ignoreChanges: z.array(z.string()).nullish(),
  sourcePosition: z.string().nullish(),
  stackTrace: z.array(z.looseObject({ sourcePosition: z.string().nullish() })).nullish(),
});

export function stateOf(raw: z.infer<typeof stateSchema>): State {
  const source = [raw.sourcePosition, ...(raw.stackTrace ?? []).map(({ sourcePosition }) => sourcePosition)].flatMap(
    placeOf,
  )[0];
  const named = Object.entries({ id: raw.id, parent: raw.parent, provider: raw.provider, source });
  return {
    urn: raw.urn,
    type: raw.type,
    custom: raw.custom ?? false,
    external: raw.external ?? false,
    protect: raw.protect ?? false,
    retainOnDelete: raw.retainOnDelete ?? false,
    inputs: readValues(raw.inputs ?? {}),
    outputs: readValues(raw.outputs ?? {}),
    dependencies: [...(raw.dependencies ?? [])].sort(),
    propertyDependencies: linksOf(raw.propertyDependencies ?? {}),
    aliases: raw.aliases ?? [],
    ignoreChanges: raw.ignoreChanges ?? [],
    ...Object.fromEntries(named.filter(([, value]) => typeof value === "string" && value !== "")),
  };
}

function linksOf(raw: Readonly<Record<string, readonly string[] | null>>): Record<string, readonly string[]> {
  const links = Object.entries(raw).flatMap(([key, urns]): [string, string[]][] =>
    urns === null || urns.length === 0 ? [] : [[key, [...urns].sort()]],
  );
  return Object.fromEntries(links);
}

/** `project:///index.ts#27,18` is `index.ts:27:18`; code of others is left out. */
function placeOf(position: string | null | undefined): string[] {
  const [, path, line, column] = position?.match(/^project:\/\/\/([^#]+)#(\d+)(?:,(\d+))?$/) ?? [];
  if (path === undefined || path.split("/").some((part) => part === ".." || part === "node_modules")) return [];
  return [`${path}:${line}:${column ?? 1}`];
}
