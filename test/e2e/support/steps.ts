import type { EngineEvent, StepEventMetadata } from "@pulumi/pulumi/automation/events.js";

/** One resource that an operation touches. */
export interface DetailedStep {
  /** create, update, replace, delete, import … */
  readonly operation: string;
  readonly type: string;
  /** The last part of the URN. */
  readonly name: string;
  readonly urn: string;
  /** The properties that differ, as the provider tells them. */
  readonly properties: readonly string[];
}

/** Steps that leave a resource as it is, or are halves of a replacement that is told as one. */
const quiet = new Set([
  "same",
  "read",
  "refresh",
  "create-replacement",
  "delete-replaced",
  "discard",
  "discard-replaced",
]);

export function changesOf(events: readonly EngineEvent[]): DetailedStep[] {
  return events.flatMap(({ resourcePreEvent }) => (resourcePreEvent ? stepOf(resourcePreEvent.metadata) : []));
}

function stepOf({ op, urn, type, detailedDiff, diffs }: StepEventMetadata): DetailedStep[] {
  if (quiet.has(op)) return [];
  const properties = Object.keys(detailedDiff ?? {});
  const named = properties.length > 0 ? properties : (diffs ?? []);
  return [{ operation: op, type, name: urn.split("::").at(-1) ?? urn, urn, properties: [...named].sort() }];
}

/** `update loadbalancer/monitor:Monitor shop:web/monitor [delay]`: one line a step, sorted, for whole comparisons. */
export function linesOf(steps: readonly DetailedStep[]): string[] {
  return steps
    .map(({ operation, type, name, properties }) => {
      const differing = properties.length > 0 ? ` [${properties.join(", ")}]` : "";
      return `${operation} ${type.split(":").slice(1).join(":")} ${name}${differing}`;
    })
    .sort();
}
