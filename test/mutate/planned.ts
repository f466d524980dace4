import { isPlain } from "../../src/core/declared.js";
import type * as original from "../../src/core/planned.js";

type Planned = original.Planned;

/** One property of one type of resource: `defaultActions[].type`. */
export interface Property {
  readonly type: string;
  readonly path: string;
}

const seen = new Map<string, Property>();
let watching = false;
let blanked: Property | undefined;

/** Every property that is planned meanwhile. */
export async function watch(run: () => Promise<unknown>): Promise<Property[]> {
  watching = true;
  await run();
  watching = false;
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
  const resourcesOf = (<Types extends object>() => {
    const make = module.resourcesOf<Types>();
    return (...args: Parameters<typeof make>) => passThrough(make(...args));
  }) as typeof module.resourcesOf;
  return { ...module, resourcesOf };
}

function passThrough(planned: Planned): Planned {
  if (watching) note(planned.type, { ...planned.args }, "");
  if (watching) note(planned.type, { ...planned.options }, "options.");
  if (blanked?.type !== planned.type) return planned;
  const [first, ...rest] = blanked.path.split(".");
  if (first === "options") return { ...planned, options: without(planned.options, rest) as object };
  return { ...planned, args: without(planned.args, blanked.path.split(".")) as Planned["args"] };
}

function note(type: string, values: Record<string, unknown>, prefix: string): void {
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || key.includes(".")) continue;
    const inside = Array.isArray(value) ? value : [value];
    const path = `${prefix}${key}`;
    seen.set(`${type} ${path}`, { type, path });
    for (const one of inside) if (isPlain(one) && !isSymbol(one)) note(type, one, `${path}.`);
  }
}

function isSymbol(value: Record<string, unknown>): boolean {
  return typeof value.ref === "string" || Array.isArray(value.text) || "secret" in value;
}

function without(value: unknown, path: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => without(one, path));
  const [first, ...rest] = path;
  if (first === undefined || !isPlain(value) || !(first in value)) return value;
  const { [first]: inner, ...others } = value;
  return rest.length === 0 ? others : { ...value, [first]: without(inner, rest) };
}
