import { expect, test } from "vitest";
import { verdictsOf } from "../../src/comment/outputs.js";

const of = (state: string, exposure: string) => ({ verdict: { state, exposure } });
const failed = { failed: { side: "head", message: "no" } };

test.each([
  [of("changes", "wider"), { verdict: "changes", exposure: "wider" }],
  [[of("none", "same"), of("changes", "narrower")], { verdict: "changes", exposure: "narrower" }],
  [[of("changes", "wider"), of("none", "same")], { verdict: "changes", exposure: "wider" }],
  [[of("changes", "wider"), failed], { verdict: "failed", exposure: "unknown" }],
  [failed, { verdict: "failed", exposure: "unknown" }],
  [[], { verdict: "failed", exposure: "unknown" }],
  [of("changes\nverdict=none", "same"), { verdict: "failed", exposure: "unknown" }],
])("the worst of all stacks is told: %j", (document, verdicts) => {
  expect(verdictsOf(JSON.stringify(document))).toEqual(verdicts);
});

test.each([undefined, "", "{"])("no document is that of a failure: %j", (text) => {
  expect(verdictsOf(text)).toEqual({ verdict: "failed", exposure: "unknown" });
});
