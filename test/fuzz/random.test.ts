import fc from "fast-check";
import { expect, test } from "vitest";
import type { Declared } from "../../src/core/declared.js";
import { cloudFor, cloudNames, Stack } from "../conformance/harness.js";
import { problemsOf } from "../declarations/check.js";
import { tableOf } from "../declarations/tables.js";
import { accepted, refusalsOf } from "./accepted/index.js";
import { faultsOf } from "./issues.js";
import { recipes } from "./recipes.js";
import { variations } from "./settings.js";
import { spoil, spoils } from "./spoils.js";
import { inexactIn, tryAll, within } from "./trial.js";

const seed = Number(process.env.WEBTIER_FUZZ_SEED ?? 20);
const numRuns = Number(process.env.WEBTIER_FUZZ_RUNS ?? 100);
const patience = 2000;

test.each(cloudNames)(
  `${numRuns} programs with mistakes are refused in words or planned on %s (seed ${seed})`,
  (name) => {
    const table = tableOf(name);
    const counts = { planned: 0, refused: 0 };
    const property = fc.property(
      recipes,
      fc.array(spoils, { maxLength: 12 }),
      fc.constantFrom(...variations[name]),
      (recipe, given, settings) => {
        const stack = new Stack(cloudFor(name, settings));
        const { planned, refusals } = within(patience, () => tryAll(stack, spoil(recipe, given)));
        counts.planned += planned.length;
        counts.refused += refusals.length;
        expect(refusals.flatMap(faultsOf)).toEqual([]);
        const wrong = (it: Declared) => [...problemsOf(it, table), ...refusalsOf(it, accepted[name]), ...inexactIn(it)];
        expect(planned.flatMap(wrong)).toEqual([]);
      },
    );
    fc.assert(property, { numRuns, seed });
    console.info(`${name}: ${counts.planned} components planned, ${counts.refused} refusals`);
    expect(counts.planned).toBeGreaterThan(numRuns);
    expect(counts.refused).toBeGreaterThan(numRuns);
  },
);
