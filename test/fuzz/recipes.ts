import fc from "fast-check";
import type { z } from "zod";
import { nouns } from "../../src/spec/nouns.js";
import { samplesOf } from "../probe/samples.js";

/** Stands for a component that is declared earlier; which one, the program decides. */
export interface Use {
  readonly use: string;
  readonly index: number;
}

type Options = Record<string, unknown>;

/** Components in the order of their declaration. */
export type Recipe = readonly { readonly noun: string; readonly name: string; readonly options: Options }[];

const references: Readonly<Record<string, string>> = {
  network: "Network",
  tier: "Tier",
  loadBalancer: "LoadBalancer",
  backendSet: "BackendSet",
  backendSets: "BackendSet",
  requestsOf: "BackendSet",
  to: "Listener",
  rights: "DynamicGroupPolicy",
  template: "InstanceTemplate",
};

const tiers: readonly Use[] = [0, 1].map((index) => ({ use: "Tier", index }));

/** Values beside the samples: components, and what no sample says. */
const others: Readonly<Record<string, readonly unknown[]>> = {
  "Network.zones": [2, 2, 1],
  "Network.cidr": ["10.20.0.0/16", "172.16.0.0/20"],
  "Tier.egress.to": tiers,
  "Tier.access.from": tiers.map((one) => [one]),
  "LoadBalancer.allowFrom": [...tiers, "internet", "10.0.0.0/8"],
  "InstanceTemplate.image": [{ use: "Image", index: 0 }],
  "InstancePool.autoscaling.sustain": [300, { out: 60, in: 120 }],
  "InstancePool.autoscaling.cooldown": [0, 300, { out: 60, in: 600 }],
};

/** Lists whose entries are values, not samples. */
const flat = new Set(["LoadBalancer.allowFrom"]);

/** As the settings name them. */
const names: Readonly<Record<string, readonly string[]>> = {
  Network: ["shop"],
  Tier: ["web", "app"],
  LoadBalancer: ["front", "inner"],
  BackendSet: ["pages", "api", "files"],
  Listener: ["https", "http", "other", "last"],
};

/** Programs with every noun, their options taken from the nouns' own schemas. */
export const recipes: fc.Arbitrary<Recipe> = fc.tuple(
  ...nouns.flatMap(({ name: noun, fields }) =>
    (names[noun] ?? ["one"]).map((name) =>
      optionsOf(fields, `${noun}.`).map((options) => ({ noun, name, options: options as Options })),
    ),
  ),
);

type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Some of an object's options. */
function optionsOf(fields: Readonly<Record<string, z.core.$ZodType>>, start: string): fc.Arbitrary<Options> {
  const values = Object.entries(fields).map(([key, schema]) => [key, valuesOf(schema, `${start}${key}`)]);
  return fc.record(Object.fromEntries(values));
}

/** Values of an option: samples where there are any, else what its schema tells. */
function valuesOf(schema: z.core.$ZodType, path: string): fc.Arbitrary<unknown> {
  const definition = schema._zod.def as Definition;
  if (definition.type === "optional") return fc.option(valuesOf(definition.innerType, path), { nil: undefined });
  const known = [...(flat.has(path) ? [] : samplesOf(path)), ...(others[path] ?? [])];
  if (flat.has(path) && definition.type !== "array") return fc.constantFrom(...known);
  if (known.length > 0 && !flat.has(path)) return fc.constantFrom(...known);
  switch (definition.type) {
    case "enum":
      return fc.constantFrom(...Object.values(definition.entries));
    case "literal":
      return fc.constantFrom(...definition.values);
    case "boolean":
      return fc.boolean();
    case "number":
      return fc.integer(boundsOf(schema));
    case "object":
      return optionsOf(definition.shape, `${path}.`);
    case "record":
      return fc.dictionary(fc.constantFrom("one", "a", "b"), valuesOf(definition.valueType, `${path}.<name>`), {
        minKeys: 1,
      });
    case "array":
      return fc.array(valuesOf(definition.element, path), { minLength: 1, maxLength: 3 });
    case "union":
      return fc.oneof(...definition.options.map((one) => valuesOf(one, path)));
    case "pipe":
      return valuesOf(definition.in, path);
    default:
      return used(path);
  }
}

function used(path: string): fc.Arbitrary<unknown> {
  const use = references[path.split(".").at(-1) as string];
  return use === undefined ? fc.constant("name") : fc.nat({ max: 3 }).map((index): Use => ({ use, index }));
}

function boundsOf(schema: z.core.$ZodType): { min: number; max: number } {
  const { minValue, maxValue } = schema as z.ZodNumber;
  return { min: Math.max(minValue ?? 0, 0), max: Math.min(maxValue ?? 100, 1_000_000) };
}
