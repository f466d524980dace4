import { isPlain } from "../../src/core/declared.js";
import type * as original from "../../src/core/planned.js";
import type { Fields, Shape } from "../declarations/table.js";
import { tableOf } from "../declarations/tables.js";

type Planned = original.Planned;

/** One property of one type of resource: `defaultActions[].type`. */
export interface Property {
  readonly type: string;
  readonly path: string;
}

/** Nothing, the properties of the SDK, or the keys of maps as well. */
type Attention = "nothing" | "properties" | "keys";

const seen = new Map<string, Property>();
let attention: Attention = "nothing";
let blanked: Property | undefined;
let placeholders: Pick<typeof original, "isPlaceholder" | "json">;

/** Takes note of what is planned from here on. */
export function watch(next: Attention): void {
  attention = next;
}

export function plannedProperties(): Property[] {
  return [...seen.values()];
}

/** Leaves a property out of every plan until the returned function is called. */
export function blank(property: Property): () => void {
  blanked = property;
  return () => {
    blanked = undefined;
  };
}

/** The module of planned resources, with constructors that watch and leave out. */
export function changed(module: typeof original): typeof original {
  placeholders = module;
  const resourcesOf = (<Types extends object>() => {
    const make = module.resourcesOf<Types>();
    return (...args: Parameters<typeof make>) => passThrough(make(...args));
  }) as typeof module.resourcesOf;
  return { ...module, resourcesOf };
}

function passThrough(planned: Planned): Planned {
  if (attention !== "nothing") {
    note(planned.type, { ...planned.args }, "");
    note(planned.type, { ...planned.options }, "options.");
  }
  if (blanked?.type !== planned.type) return planned;
  const [first, ...rest] = blanked.path.split(".");
  if (first === "options") return { ...planned, options: without(planned.options, rest) as object };
  return { ...planned, args: without(planned.args, blanked.path.split(".")) as Planned["args"] };
}

function note(type: string, values: Record<string, unknown>, prefix: string): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || key.includes(".")) continue;
    const path = `${prefix}${key}`;
    seen.set(`${type} ${path}`, { type, path });
    if (attention === "properties" && isMap(type, path)) continue;
    for (const one of Array.isArray(value) ? value : [value]) noteInside(type, one, `${path}.`);
  }
}

function noteInside(type: string, value: unknown, prefix: string): void {
  const inside = documentIn(value) ?? value;
  if (isPlain(inside) && !placeholders.isPlaceholder(inside)) note(type, inside, prefix);
}

/** Whether the SDK takes any keys there. */
function isMap(type: string, path: string): boolean {
  const table = tableOf(type.split(":")[0] ?? "");
  let fields: Fields = table.types[type]?.inputs ?? {};
  for (const step of path.split(".")) {
    const shape = elementOf(fields[step]);
    if (typeof shape !== "object" || "list" in shape) return false;
    if ("map" in shape) return true;
    fields = table.objects[shape.object]?.fields ?? {};
  }
  return false;
}

function elementOf(shape: Shape | undefined): Shape | undefined {
  return typeof shape === "object" && "list" in shape ? elementOf(shape.list) : shape;
}

/** A document is looked into; other placeholders are values. */
function documentIn(value: unknown): unknown {
  return placeholders.isPlaceholder(value) && "json" in value ? value.json : undefined;
}

function without(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, path));
  const document = documentIn(value);
  if (document !== undefined) return placeholders.json(without(document, path));
  const [first, ...rest] = path;
  if (first === undefined || !isPlain(value) || !(first in value)) return value;
  const { [first]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [first]: without(inner, rest) };
}
