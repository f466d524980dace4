import { z } from "zod";
import type { Plan } from "./model.js";
import { listOf, name, options, recordOf, text, type value, values } from "./schema-parts.js";

export const planVersion = 1;

const component = z.strictObject({
  urn: name,
  type: name,
  noun: name.regex(/^[A-Z][A-Za-z0-9]*$/),
  name,
  key: name,
  cloud: name,
  parent: name.optional(),
  spec: values,
  customised: listOf(name),
  documents: values,
  outputs: values,
  options,
  source: name.optional(),
});

const resource = z.strictObject({
  urn: name,
  kind: z.enum(["resource", "component", "provider", "read"]),
  type: name,
  name,
  parent: name.optional(),
  component: name.optional(),
  id: name.optional(),
  inputs: values,
  outputs: values.optional(),
  dependencies: listOf(name),
  propertyDependencies: recordOf(listOf(name)),
  provider: name.optional(),
  providers: recordOf(name).optional(),
  options,
  source: name.optional(),
});

const note = z.strictObject({
  id: name,
  fate: z.enum(["near", "emulated", "warning", "note"]),
  path: name.optional(),
  message: text,
  about: name.optional(),
});

export const exposure = z.strictObject({
  direction: z.enum(["in", "out"]),
  at: name,
  place: name,
  peer: name,
  from: name.optional(),
  protocol: name,
  ports: z.string().regex(/^(any|\d{1,5}(-\d{1,5})?)$/),
  by: listOf(name),
});

const count = z.int().min(0);

const size = z.strictObject({
  pool: name,
  min: count,
  max: count,
  initial: count.optional(),
  machine: name,
  placement: z.enum(["public", "private"]),
  scaling: listOf(text),
});

const planSchema = z.strictObject({
  version: z.literal(planVersion),
  project: name,
  stack: name,
  cloud: name.optional(),
  components: listOf(component),
  resources: listOf(resource),
  outputs: values,
  notes: listOf(note),
  exposure: listOf(exposure),
  sizes: listOf(size),
});

/** A plan as a file: editors find its schema by the first field. */
export const planFileSchema = planSchema.extend({ $schema: name.optional() });

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** What zod says of a type: lists and fields that can be written, `undefined` where a field may be absent. */
export type Written<T> =
  Same<T, z.output<typeof value>> extends true
    ? T
    : Same<T, z.output<typeof values>> extends true
      ? T
      : T extends readonly (infer Element)[]
        ? Written<Element>[]
        : T extends object
          ? { -readonly [Key in keyof T]: Written<Exclude<T[Key], undefined>> | Absent<T, Key> }
          : T;

type Absent<T, Key extends keyof T> = string extends Key
  ? never
  : Partial<Pick<T, Key>> extends Pick<T, Key>
    ? undefined
    : never;

/** Does not compile when the schema and the model say different things. */
true satisfies Same<Written<Plan>, z.output<typeof planSchema>>;
