import fc from "fast-check";
import type { z } from "zod";
import { pem } from "../conformance/programs.js";

/** Stands for a component that is declared earlier; which one, the program decides. */
export interface Use {
  readonly use: string;
  readonly index: number;
}

const components: Readonly<Record<string, string>> = {
  network: "Network",
  tier: "Tier",
  loadBalancer: "LoadBalancer",
  backendSet: "BackendSet",
  to: "Listener",
};

/** Values of a form that a schema does not tell. */
const values: Readonly<Record<string, readonly unknown[]>> = {
  zones: [2, 2, 1],
  cidr: ["10.20.0.0/16", "172.16.0.0/20"],
  address: ["10.20.128.10", "10.20.129.11"],
  host: ["admin.example.com", "*.example.com"],
  hostname: ["shop.example.com"],
  path: ["/", "/hello", "/api/*"],
  cookie: ["session"],
  certificate: ["shop", pem, { publicCertificate: pem.publicCertificate, privateKey: pem.privateKey }],
  expectedStatus: [200, "200,204", "200-299"],
  physicalName: ["shop-1"],
  allowFrom: ["internet", "10.0.0.0/8", "192.168.0.0/24", { use: "Tier", index: 0 }, { use: "Tier", index: 1 }],
  owner: ["ops"],
};

type Definition = z.core.$ZodTypes["_zod"]["def"];

/** Values of an option, made of its schema. */
function valuesOf(schema: z.core.$ZodType, key: string): fc.Arbitrary<unknown> {
  const definition = schema._zod.def as Definition;
  switch (definition.type) {
    case "optional":
      return fc.option(valuesOf(definition.innerType, key), { nil: undefined });
    case "enum":
      return fc.constantFrom(...Object.values(definition.entries));
    case "literal":
      return fc.constantFrom(...definition.values);
    case "boolean":
      return fc.boolean();
    case "number":
      return key in values ? known(key) : fc.integer(boundsOf(schema));
    case "object":
      return optionsOf(definition.shape);
    case "record":
      return fc.dictionary(fc.constantFrom("owner", "a", "b"), valuesOf(definition.valueType, "owner"), { minKeys: 1 });
    case "array":
      return fc.array(valuesOf(definition.element, key), { minLength: 1, maxLength: 3 });
    case "union":
      return key in values ? known(key) : fc.oneof(...definition.options.map((one) => valuesOf(one, key)));
    default:
      return known(key);
  }
}

/** Some of a component's options. */
export function optionsOf(fields: Readonly<Record<string, z.core.$ZodType>>): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(Object.entries(fields).map(([key, schema]) => [key, valuesOf(schema, key)])));
}

function known(key: string): fc.Arbitrary<unknown> {
  const use = components[key];
  if (use !== undefined) return fc.nat({ max: 3 }).map((index): Use => ({ use, index }));
  const given = values[key];
  if (!given) throw new Error(`no values for ${key}`);
  return fc.constantFrom(...given);
}

function boundsOf(schema: z.core.$ZodType): { min: number; max: number } {
  const { minValue, maxValue } = schema as z.ZodNumber;
  return { min: minValue ?? 0, max: maxValue ?? 100 };
}
