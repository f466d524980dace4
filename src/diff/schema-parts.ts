import { z } from "zod";
import { disruptions } from "../core/review.js";
import { listOf, name, text, value } from "../plan/schema-parts.js";

export const count = z.int().min(0);
const effect = z.enum(disruptions);
const yes = z.literal(true).optional();
const part = z.enum(["added", "removed", "changed", "same"]);

export const side = z.strictObject({
  label: name,
  cloud: name.optional(),
  commit: name.optional(),
  untrusted: yes,
});

export const counts = z.strictObject({
  create: count,
  update: count,
  replace: count,
  delete: count,
  move: count,
  same: count,
});

export const risk = z.strictObject({
  kind: z.enum(["destroy", "replace", "update", "cloud"]),
  effect,
  urn: name,
  type: name,
  name,
  component: name.optional(),
  protected: yes,
  id: name.optional(),
  because: listOf(name),
  follows: listOf(name),
  says: text,
  source: name.optional(),
});

const fieldShape = { path: name, before: value.optional(), after: value.optional() };
export const field = z.strictObject(fieldShape);

export const component = z.strictObject({
  status: z.enum(["added", "removed", "changed", "renamed", "same"]),
  urn: name,
  baseUrn: name.optional(),
  noun: name,
  name,
  baseName: name.optional(),
  label: name,
  depth: count,
  before: text.optional(),
  after: text.optional(),
  fields: listOf(field),
  native: listOf(field).optional(),
  customised: listOf(name),
  source: name.optional(),
});

export const note = z.strictObject({
  status: z.enum(["added", "removed", "same"]),
  id: name,
  fate: z.enum(["near", "emulated", "warning", "note"]),
  component: name.optional(),
  path: name.optional(),
  message: text,
});

const amount = z.strictObject({ min: z.number(), max: z.number() });

export const capacity = z.strictObject({
  rows: listOf(
    z.strictObject({
      what: name,
      of: name.optional(),
      machine: name.optional(),
      before: amount.optional(),
      after: amount.optional(),
    }),
  ),
  instances: z.strictObject({ before: amount, after: amount }),
  money: z.strictObject({ currency: name, before: amount, after: amount, unrated: listOf(name) }).optional(),
});

export const topology = z.strictObject({
  nodes: listOf(
    z.strictObject({
      id: name,
      kind: z.enum(["internet", "range", "network", "balancer", "listener", "backends", "pool", "tier"]),
      label: text,
      detail: text.optional(),
      status: part,
    }),
  ),
  edges: listOf(z.strictObject({ from: name, to: name, label: text.optional(), status: part })),
});

const property = z.strictObject({
  ...fieldShape,
  effect,
  replaces: yes,
  follows: name.optional(),
  hidden: yes,
});

export const resource = z.strictObject({
  operation: z.enum(["create", "update", "replace", "delete", "move", "same"]),
  urn: name,
  baseUrn: name.optional(),
  type: name,
  name,
  component: name.optional(),
  effect,
  says: text.optional(),
  deletedFirst: yes,
  protected: yes,
  retained: yes,
  id: name.optional(),
  properties: listOf(property),
  source: name.optional(),
});

export const diagnostic = z.strictObject({
  severity: z.enum(["error", "warning", "info"]),
  message: text,
  component: name.optional(),
});

export const policy = z.strictObject({
  policy: name,
  level: z.enum(["mandatory", "advisory", "remediate", "disabled"]),
  message: text,
  resource: name.optional(),
});
