import { z } from "zod";

type Schema = z.core.JSONSchema.BaseSchema;
type Bounds = readonly [number, number];

/** What a schema says of one option, as far as tables of fates follow it. */
export interface Shape {
  /** The words that it takes. */
  readonly words?: readonly string[];
  /** Its own options. */
  readonly fields?: Readonly<Record<string, Shape>>;
  /** Its own options by the kind that has them. */
  readonly kinds?: Readonly<Record<string, Shape>>;
  /** The options of its long form, where a plain value will do as well. */
  readonly long?: Readonly<Record<string, Shape>>;
  /** What each of its entries is. */
  readonly each?: Shape;
  readonly range?: Bounds;
  readonly length?: Bounds;
}

/** Values that a schema only tests, such as components and outputs, have no shape. */
export function shapeOf(schema: z.ZodType): Shape {
  return read(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
}

function read(schema: Schema): Shape {
  const { enum: words, items, properties, additionalProperties, oneOf, anyOf } = schema;
  if (items) return read(items as Schema);
  if (words) return { words: words.map(String) };
  if (properties) return { fields: each(properties as Record<string, Schema>) };
  if (oneOf ?? anyOf) return ofForms((oneOf ?? anyOf) as Schema[]);
  if (typeof additionalProperties === "object") return { each: read(additionalProperties as Schema) };
  const { minimum, maximum, minLength = 0, maxLength } = schema;
  if (minimum !== undefined && maximum !== undefined) return { range: [minimum, maximum] };
  return maxLength === undefined ? {} : { length: [minLength, maxLength] };
}

function each(schemas: Readonly<Record<string, Schema>>): Record<string, Shape> {
  return Object.fromEntries(Object.entries(schemas).map(([key, schema]) => [key, read(schema)]));
}

function ofForms(schemas: readonly Schema[]): Shape {
  const long = schemas.find(({ properties }) => properties && !properties.kind)?.properties;
  return { kinds: kindsOf(schemas), ...(long ? { long: each(long as Record<string, Schema>) } : {}) };
}

function kindsOf(schemas: readonly Schema[]): Record<string, Shape> {
  const named = schemas.flatMap((schema) => {
    const kind = (schema.properties?.kind as Schema | undefined)?.const;
    return typeof kind === "string" ? [[kind, read(schema)] as const] : [];
  });
  return Object.fromEntries(named);
}
