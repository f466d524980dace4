import { z } from "zod";
import { diffFileSchema, diffSchema, failedDiffSchema } from "../src/diff/schema.js";
import { value, values } from "../src/plan/schema-parts.js";

const shared = z
  .registry<{ readonly id: string; readonly description?: string }>()
  .add(values, { id: "values" })
  .add(value, {
    id: "value",
    description: 'Any value. "[unknown]" stands for what only a deployment knows, "[secret]" for what nobody may read.',
  })
  .add(diffSchema, { id: "diff", description: "What differs between two plans of one stack." })
  .add(failedDiffSchema, { id: "failed", description: "A plan or a preview that could not be made." });

/** The form of differences, for other programs. */
export function renderDiffSchema(): string {
  const { $schema, ...schema } = z.toJSONSchema(diffFileSchema, { target: "draft-2020-12", metadata: shared });
  const titled = {
    $schema,
    title: "Differences of webtier",
    description:
      "What `webtier diff --format json` and `webtier report --format json` write: one document for one stack, a list for several.",
    ...schema,
  };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}
