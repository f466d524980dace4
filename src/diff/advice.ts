import type { Advice, Reviewed, ReviewedChange } from "../core/review.js";
import { grouped } from "../plan/grouped.js";
import type { PlanResource } from "../plan/model.js";
import type { Knowledge } from "./effects.js";
import type { AdviceLine } from "./model.js";
import type { Traced } from "./resources.js";
import { byText } from "./urns.js";

/** What each cloud advises on its own resources: a change of one may call for something because of others that stay. */
export function adviceOn(
  all: readonly Traced[],
  { reviewOf }: Knowledge,
  label: (urn: string) => string,
): AdviceLine[] {
  const byCloud = grouped(all, ({ change }) => reviewOf(change.type));
  const components = new Map(all.map(({ change }) => [change.urn, change.component]));
  const lines = [...byCloud].flatMap(([review, changes]) => review?.advise(changes.map(reviewedChange)) ?? []);
  const told = lines.map((one) => lineOf(one, components.get(one.about) ?? one.about, label));
  const once = new Map(told.map((line) => [JSON.stringify([line.component, line.id, line.message]), line]));
  return [...once].sort(([a], [b]) => byText(a, b)).map(([, line]) => line);
}

function lineOf({ id, message }: Advice, about: string, label: (urn: string) => string): AdviceLine {
  return { id, component: label(about), message };
}

function reviewedChange({ change, base, head }: Traced): ReviewedChange {
  return {
    operation: change.operation,
    ...(base === undefined ? {} : { before: reviewed(base) }),
    ...(head === undefined ? {} : { after: reviewed(head) }),
    properties: change.properties.map(({ path }) => path),
  };
}

export function reviewed({ urn, type, name, inputs, propertyDependencies, component }: PlanResource): Reviewed {
  return { urn, type, name, inputs, propertyDependencies, ...(component === undefined ? {} : { component }) };
}
