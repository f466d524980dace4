import type { z } from "zod";

type Path = readonly PropertyKey[];

/** What zod knows of a schema, as far as texts need it. */
interface Definition {
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly values?: readonly unknown[];
}

/** Smallest and largest number that a schema takes at a path, where it has both. */
export function boundsAt(schema: z.ZodType, path: Path): readonly [number, number] | undefined {
  for (const part of partsAt(schema, path)) {
    const { minValue, maxValue } = part as { minValue?: number | null; maxValue?: number | null };
    if (isBound(minValue) && isBound(maxValue)) return [minValue, maxValue];
  }
  return undefined;
}

function isBound(value: number | null | undefined): value is number {
  return Number.isFinite(value) && Math.abs(value as number) < Number.MAX_SAFE_INTEGER;
}

/** Whether a schema takes names that its user chooses. */
export function takesNames(schema: z.ZodType): boolean {
  return formsOf(schema).some((form) => definitionOf(form).valueType !== undefined);
}

/** The options that an object may hold at a path; of several forms, that of the value's kind. */
export function keysAt(schema: z.ZodType, path: Path, value: unknown): string[] {
  const shapes = partsAt(schema, path).map((part) => definitionOf(part).shape ?? {});
  const kind = (value as { kind?: unknown }).kind;
  const fitting = shapes.filter((shape) => shape.kind && definitionOf(shape.kind).values?.includes(kind));
  const known = fitting.length > 0 ? fitting : shapes;
  return [...new Set(known.flatMap((shape) => Object.keys(shape)))].sort();
}

function partsAt(schema: z.ZodType, path: Path): z.ZodType[] {
  const forms = formsOf(schema);
  const [key, ...rest] = path;
  if (key === undefined) return forms;
  return forms.flatMap((form) => {
    const { shape, element, valueType } = definitionOf(form);
    const part = shape?.[String(key)] ?? element ?? valueType;
    return part ? partsAt(part, rest) : [];
  });
}

/** A schema without what stands around it; a union is each of its branches. */
function formsOf(schema: z.ZodType): z.ZodType[] {
  const { innerType, in: source, options } = definitionOf(schema);
  const inner = innerType ?? source;
  if (inner) return formsOf(inner);
  return options ? options.flatMap(formsOf) : [schema];
}

function definitionOf(schema: z.ZodType): Definition {
  return (schema as unknown as { _zod: { def: Definition } })._zod.def;
}
