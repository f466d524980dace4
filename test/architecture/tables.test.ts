import { expect, test } from "vitest";
import { clouds, planned } from "../../src/clouds/registry.js";
import { leavesOf } from "../../src/core/answers.js";
import { capabilities } from "../../src/core/capabilities.js";
import { nouns } from "../../src/spec/nouns.js";

const loaded = <T>(folders: Readonly<Record<string, () => T>>) =>
  Object.fromEntries(Object.entries(folders).map(([name, load]) => [name, load()]));
const { rows } = capabilities(nouns, loaded(clouds), loaded(planned));

const leaves = rows.flatMap(({ noun, path, kind, value, answers }) =>
  Object.entries(answers).flatMap(([cloud, answer]) =>
    leavesOf(answer).map(({ told }) => ({ name: `${cloud}: ${noun} ${path} ${value ?? kind ?? ""}`.trim(), told })),
  ),
);

test("what a cloud answers for a whole option is a refusal: no word hides under another fate", () => {
  const hidden = leaves.filter(({ told }) => told.refusedAt !== undefined && told.fate !== "unsupported");
  expect(hidden.map(({ name }) => name)).toEqual([]);
});

test("every refusal says what to write instead", () => {
  const bare = leaves.filter(({ told }) => told.fate === "unsupported" && told.instead === undefined);
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test("texts of tables end without a full stop", () => {
  const texts = leaves.flatMap(({ name, told: { differs, how, why, instead, must } }) =>
    [differs, how, why, instead, must].flatMap((text) => (text?.endsWith(".") ? [`${name}: ${text}`] : [])),
  );
  expect(texts).toEqual([]);
});
