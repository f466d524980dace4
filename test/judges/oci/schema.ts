import { readFileSync } from "node:fs";
import type { Fields } from "../schema.js";

/** The provider's own schema of each type: see README.md. */
export const schema: Readonly<Record<string, Fields>> = JSON.parse(
  readFileSync(new URL("./schema.json", import.meta.url), "utf8"),
);

export function schemaOf(type: string): Fields {
  const fields = schema[type];
  if (!fields) throw new Error(`schema.json has no ${type}: take it in from the provider's schema, as README.md says`);
  return fields;
}
