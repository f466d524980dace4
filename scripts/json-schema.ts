import { z } from "zod";
import { value, values } from "../src/plan/schema-parts.js";

/** Parts that a schema names once, the values of plans among them. */
export function sharedParts() {
  return z.registry<{ readonly id: string; readonly description?: string }>().add(values, { id: "values" }).add(value, {
    id: "value",
    description: 'Any value. "[unknown]" stands for what only a deployment knows, "[secret]" for what nobody may read.',
  });
}

type Parts = ReturnType<typeof sharedParts>;

export function renderSchema(
  form: z.ZodType,
  metadata: Parts,
  about: { readonly title: string; readonly description: string },
): string {
  const { $schema, ...schema } = z.toJSONSchema(form, { target: "draft-2020-12", metadata });
  return `${JSON.stringify({ $schema, ...about, ...schema }, undefined, 2)}\n`;
}
