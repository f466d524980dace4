import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { declaredOn } from "../../../src/core/declared.js";
import { planProgram } from "../../../src/plan/plan-program.js";
import { cloudFor, Stack } from "../../conformance/harness.js";
import { variants } from "../../fixtures/variants.js";
import { Chooser } from "../../fuzz/chooser.js";
import { makeProgram } from "../../fuzz/program.js";
import { rowsOf } from "../../fuzz/rows.js";
import { limits } from "../../limits/index.js";
import { moreNames } from "../../probe/settings.js";
import { type Resource, resourcesOfComponents, resourcesOfPlan } from "./resource.js";

const root = fileURLToPath(new URL("../../../examples/", import.meta.url));

/** The examples that have a stack on AWS. */
export const examples = readdirSync(root).filter((name) => readdirSync(`${root}${name}`).includes("Pulumi.aws.yaml"));

/** What an example registers. */
export async function recorded(example: string): Promise<Resource[]> {
  return resourcesOfPlan(await planProgram({ directory: `${root}${example}`, stack: "aws" }));
}

/** What random programs that the library must take would register. */
export function* randomPrograms(seed: number, count: number): Generator<Resource[]> {
  const choose = new Chooser(seed);
  const rows = rowsOf(cloudFor("aws"));
  const settings = [{}, ...(variants.aws ?? [])].map((extra) => ({ ...moreNames.aws, ...extra }));
  for (let run = 0; run < count; run++) {
    const made = makeProgram(cloudFor("aws", choose.one("settings", settings)), rows, choose);
    yield resourcesOfComponents(made.flatMap(({ it, refused }) => (refused ? [] : [it])));
  }
}

/** What programs would register that go as far as the library lets them, each by what it is about. */
export function programsAtLimits(): readonly (readonly [about: string, resources: readonly Resource[]])[] {
  return limits
    .filter(({ cloud }) => cloud === "aws" || cloud === "every")
    .map(({ says, path, settings, good }) => {
      const stack = new Stack(cloudFor("aws", settings));
      good(stack);
      return [`${path}: ${says}`, resourcesOfComponents(declaredOn(stack.cloud))];
    });
}
