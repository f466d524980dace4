import { join } from "node:path";
import { expect, test } from "vitest";
import { clouds, planned } from "../../src/clouds/registry.js";
import { isDepends, isFate } from "../../src/core/support.js";
import { refusedClouds } from "./compiler.js";
import { enumsOfSpecs, root } from "./enums.js";

const nouns = Object.fromEntries(
  Object.entries({ ...clouds, ...planned }).map(([name, load]) => [name, load().nouns] as const),
);

/** Whether some table of the cloud has an answer to each of these words; a refused option has none. */
function answers(table: unknown, words: readonly string[]): boolean {
  if (typeof table !== "object" || table === null || isFate(table) || isDepends(table)) return false;
  if (words.every((word) => Object.hasOwn(table, word))) return true;
  return Object.values(table).some((one) => answers(one, words));
}

const enums = enumsOfSpecs();

test("the compiler has nothing against the clouds as they are", () => {
  const file = join(root, "src/spec/tier.ts");
  expect(refusedClouds(file, "")).not.toEqual([]);
  expect(refusedClouds("none", "")).toEqual([]);
});

test.each(enums)("one more word for $label does not compile in any cloud that answers for it", ({ words, ...one }) => {
  const answering = Object.keys(nouns).filter((name) =>
    Object.values(nouns[name] ?? {}).some(({ support }) => answers(support, words)),
  );
  expect(answering).toEqual(expect.arrayContaining(Object.keys(clouds)));
  expect(refusedClouds(one.file, one.widened)).toEqual(answering.sort());
});
