import { unknown, type Value } from "../plan/model.js";
import type { ComponentChange, FieldChange, PropertyChange } from "./model.js";
import type { Traced } from "./resources.js";

/**
 * What changes of a component's own native resources though its spec does not: an image's id, a machine, a
 * certificate, as the settings have them. What only carries on what another component changes is left out.
 */
export function withNative(components: readonly ComponentChange[], all: readonly Traced[]): ComponentChange[] {
  const specified = new Set(components.flatMap(({ fields }) => fields.map(sidesOf)));
  const found = new Map<string, Map<string, FieldChange>>();
  for (const { change } of all) {
    if (change.component === undefined || (change.operation !== "update" && change.operation !== "replace")) continue;
    const own = found.get(change.component) ?? new Map<string, FieldChange>();
    for (const property of change.properties.filter(isOwn)) {
      const field = fieldOf(property);
      if (!specified.has(sidesOf(field))) own.set(JSON.stringify(field), field);
    }
    found.set(change.component, own);
  }
  return components.map((component) => {
    const native = [...(found.get(component.urn)?.values() ?? [])];
    if (native.length === 0 || component.fields.length > 0) return component;
    return { ...component, status: component.status === "same" ? "changed" : component.status, native };
  });
}

/** Its values are known, or known to differ, and it does not follow what is made anew. */
function isOwn({ before, after, follows, hidden }: PropertyChange): boolean {
  if (follows !== undefined) return false;
  return hidden === true || (isKnown(before) && isKnown(after));
}

function isKnown(value: Value | undefined): boolean {
  return value === undefined || !JSON.stringify(value).includes(unknown);
}

function fieldOf({ path, before, after }: PropertyChange): FieldChange {
  return { path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** The same for a number and the text of it, as clouds want them. */
function sidesOf({ before, after }: FieldChange): string {
  return JSON.stringify([before, after].map((value) => (typeof value === "object" ? value : String(value))));
}
