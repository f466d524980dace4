import { z } from "zod";
import { diagnosticsOf, severities } from "./diagnostics.js";
import { hiderOf } from "./engine-values.js";
import { stateOf, stateSchema } from "./read-state.js";
import type { PreviewRecord } from "./record.js";
import { type StackName, sameOf, stackNameOf } from "./stack-name.js";

/** What `pulumi preview --json` prints: display.PreviewDigest of pulumi/pulumi 3.248. */
const schema = z.looseObject({
  steps: z
    .array(
      z.looseObject({
        op: z.string(),
        urn: z.string(),
        oldState: stateSchema.nullish(),
        newState: stateSchema.nullish(),
        diffReasons: z.array(z.string()).nullish(),
        replaceReasons: z.array(z.string()).nullish(),
        detailedDiff: z.record(z.string(), z.looseObject({ kind: z.string(), inputDiff: z.boolean() })).nullish(),
      }),
    )
    .nullish(),
  diagnostics: z
    .array(z.looseObject({ urn: z.string().nullish(), message: z.string().nullish(), severity: severities }))
    .nullish(),
  changeSummary: z.record(z.string(), z.number()).nullish(),
});

export function isDigest(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    ["steps", "diagnostics", "changeSummary", "config"].some((key) => key in value)
  );
}

export function readDigest(value: unknown, asked: Partial<StackName>): PreviewRecord {
  const { steps, diagnostics, changeSummary } = schema.parse(value);
  const all = (steps ?? []).map(({ op, urn, oldState, newState, detailedDiff, replaceReasons, diffReasons }) => ({
    op,
    urn,
    ...(oldState ? { old: stateOf(oldState) } : {}),
    ...(newState ? { new: stateOf(newState) } : {}),
    ...(detailedDiff ? { detailed: detailedDiff } : {}),
    keys: replaceReasons ?? [],
    diffs: diffReasons ?? [],
  }));
  return {
    ...stackNameOf(all, asked),
    steps: all,
    diagnostics: diagnosticsOf(diagnostics ?? [], hiderOf(steps)),
    same: sameOf(changeSummary),
    linked: true,
    ended: true,
  };
}
