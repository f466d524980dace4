import { diffFileSchema, diffSchema, failedDiffSchema } from "../src/diff/schema.js";
import { renderSchema, sharedParts } from "./json-schema.js";

const shared = sharedParts()
  .add(diffSchema, { id: "diff", description: "What differs between two plans of one stack." })
  .add(failedDiffSchema, { id: "failed", description: "A plan or a preview that could not be made." });

/** The form of differences, for other programs. */
export function renderDiffSchema(): string {
  return renderSchema(diffFileSchema, shared, {
    title: "Differences of webtier",
    description:
      "What `webtier diff --format json` and `webtier report --format json` write: one document for one stack, a list for several.",
  });
}
