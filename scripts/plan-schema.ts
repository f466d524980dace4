import { z } from "zod";
import { planFileSchema } from "../src/plan/schema.js";
import { options, value, values } from "../src/plan/schema-parts.js";

const shared = z
  .registry<{ readonly id: string; readonly description?: string }>()
  .add(options, { id: "options" })
  .add(values, { id: "values" })
  .add(value, {
    id: "value",
    description: 'Any value. "[unknown]" stands for what only a deployment knows, "[secret]" for what nobody may read.',
  });

/** The form of plans, for editors and other programs. */
export function renderPlanSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(planFileSchema, { target: "draft-2020-12", metadata: shared });
  const titled = {
    $schema,
    title: "Plan of webtier",
    description: "What a Pulumi program would register for one stack, as `webtier plan --format json` writes it.",
    ...schema,
  };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}
