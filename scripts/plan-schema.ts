import { planFileSchema } from "../src/plan/schema.js";
import { options } from "../src/plan/schema-parts.js";
import { renderSchema, sharedParts } from "./json-schema.js";

/** The form of plans, for editors and other programs. */
export function renderPlanSchema(): string {
  return renderSchema(planFileSchema, sharedParts().add(options, { id: "options" }), {
    title: "Plan of webtier",
    description: "What a Pulumi program would register for one stack, as `webtier plan --format json` writes it.",
  });
}
