import type { Reviewed, ReviewedChange } from "../../src/core/review.js";

/** A native resource with no more than a test is about. */
export function reviewed(type: string, name: string, more: Partial<Reviewed> = {}): Reviewed {
  return { urn: `urn:${name}`, type, name, inputs: {}, propertyDependencies: {}, ...more };
}

export function changed(
  operation: ReviewedChange["operation"],
  one: Reviewed,
  properties: readonly string[] = [],
): ReviewedChange {
  if (operation === "create") return { operation, after: one, properties };
  if (operation === "delete") return { operation, before: one, properties };
  return { operation, before: one, after: one, properties };
}
