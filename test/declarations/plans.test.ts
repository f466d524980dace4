import fc from "fast-check";
import { expect, test } from "vitest";
import type { Declared } from "../../src/core/declared.js";
import { nouns } from "../../src/spec/nouns.js";
import { type CloudName, cloudFor, cloudNames, Stack } from "../conformance/harness.js";
import { problemsOf } from "./check.js";
import { declareAll, recipes } from "./programs.js";
import { variations } from "./settings.js";
import { tableOf } from "./tables.js";

const numRuns = 300;
const planned = new Map<CloudName, Declared[]>(cloudNames.map((name) => [name, []]));

test.each(cloudNames)(`${numRuns} programs plan only what the SDK of %s takes`, (cloudName) => {
  const table = tableOf(cloudName);
  const property = fc.property(recipes, fc.constantFrom(...variations[cloudName]), (recipe, settings) => {
    const made = declareAll(new Stack(cloudFor(cloudName, settings)), recipe);
    planned.get(cloudName)?.push(...made);
    expect(made.flatMap((it) => problemsOf(it, table))).toEqual([]);
  });
  fc.assert(property, { numRuns, seed: 20 });
});

test.each(cloudNames)("those programs make every type that %s may make", (cloudName) => {
  const plans = planned.get(cloudName)?.map(({ plan }) => plan) ?? [];
  const made = new Set(plans.flatMap(({ resources }) => Object.values(resources).map(({ type }) => type)));
  expect([...made].sort()).toEqual(Object.keys(tableOf(cloudName).types));
});

test("those programs use every option of every noun", () => {
  const used = [...planned.values()]
    .flat()
    .flatMap(({ noun, spec }) => Object.keys(spec as object).map((key) => `${noun}.${key}`));
  const all = nouns.flatMap(({ name, fields }) => Object.keys(fields).map((key) => `${name}.${key}`));
  expect([...new Set(used)].sort()).toEqual([...all].sort());
});
