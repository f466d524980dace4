import { z } from "zod";

/** Of a whole run, the worst of its stacks. */
export interface Verdicts {
  readonly verdict: (typeof verdicts)[number];
  readonly exposure: (typeof exposures)[number];
}

const verdicts = ["none", "changes", "failed"] as const;
const exposures = ["same", "narrower", "changed", "wider", "unknown"] as const;

const known = z.object({ verdict: z.object({ state: z.enum(["none", "changes"]), exposure: z.enum(exposures) }) });
const failed = z.object({ failed: z.object({}) });
const one = z.union([failed, known]);
const document = z.union([
  z.array(one),
  z.object({ diffs: z.array(one) }).transform(({ diffs }) => diffs),
  one.transform((diff) => [diff]),
]);

/** A document that is missing, empty or of another form is that of a run that failed. */
export function verdictsOf(text: string | undefined): Verdicts {
  const parsed = document.safeParse(parse(text));
  if (!parsed.success || parsed.data.length === 0) return { verdict: "failed", exposure: "unknown" };
  const all = parsed.data.map((diff): Verdicts => {
    if ("failed" in diff) return { verdict: "failed", exposure: "unknown" };
    return { verdict: diff.verdict.state, exposure: diff.verdict.exposure };
  });
  return {
    verdict: worst(
      verdicts,
      all.map(({ verdict }) => verdict),
    ),
    exposure: worst(
      exposures,
      all.map(({ exposure }) => exposure),
    ),
  };
}

function worst<const T>(order: readonly [T, ...T[]], found: readonly T[]): T {
  return found.reduce((a, b) => (order.indexOf(b) > order.indexOf(a) ? b : a), order[0]);
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
