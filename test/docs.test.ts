import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { readCapabilities, renderJson, renderMarkdown } from "../scripts/capabilities.js";
import { documented, linesOf, readSpecs, renewSpec } from "../scripts/comments.js";
import { isPlainlyNative, leavesOf } from "../src/core/answers.js";
import type { Row } from "../src/core/capabilities.js";
import { nouns } from "../src/spec/nouns.js";

const root = join(__dirname, "..");
const capabilities = readCapabilities();
const clouds = Object.keys(capabilities.clouds);
const specs = readSpecs(join(root, "src/spec"));
const options = documented(
  specs,
  nouns.map(({ name }) => name),
);

test("docs/capabilities.md is what the tables say; npm run docs renews it", async () => {
  expect(readFileSync(join(root, "docs/capabilities.md"), "utf8")).toBe(await renderMarkdown(capabilities));
});

test("capabilities.json is what the tables say; npm run docs renews it", () => {
  expect(readFileSync(join(root, "capabilities.json"), "utf8")).toBe(renderJson(capabilities));
});

test.each(specs.map((spec) => ({ ...spec, name: basename(spec.path) })))(
  "the clouds' lines in $name are what the tables say; npm run docs renews them",
  (spec) => {
    expect(renewSpec(spec, options, capabilities)).toBe(spec.text);
  },
);

test("every row of the tables has an option with a comment", () => {
  const commented = options.map(({ noun, path }) => `${noun}.${path}`);
  const rows = capabilities.rows.map(({ noun, path }) => `${noun}.${path}`);
  expect([...new Set(rows)].filter((row) => !commented.includes(row))).toEqual([]);
});

test("every option has a comment of its own words", () => {
  const silent = options.filter(({ comment }) => !/^\/\*\*\s*(\*\s)?[A-Z`]/.test(comment));
  expect(silent.map(({ noun, path }) => `${noun}.${path}`)).toEqual([]);
});

/** Clouds of which a reader must be told something, by the rows alone. */
function special(rows: readonly Row[], path: string): string[] {
  return clouds.filter((cloud) =>
    rows.some((row) => {
      const answer = row.answers[cloud];
      const told = answer ? leavesOf(answer).map((leaf) => leaf.told) : [];
      const here = told.every(({ refusedAt }) => (refusedAt ?? row.path) === path);
      return answer !== undefined && here && !isPlainlyNative(answer, row);
    }),
  );
}

test("what is told of each kind is not told again of the whole", () => {
  const whole = options.filter(({ kindsApart }) => kindsApart);
  expect(whole.map((option) => [option.path, linesOf(option, clouds)])).toEqual([["stickiness", []]]);
});

const told = options
  .filter(({ kindsApart }) => !kindsApart)
  .map((option) => ({ ...option, name: `${option.noun}.${option.path} ${option.word ?? option.kind ?? ""}`.trim() }));

test.each(told)("$name names every cloud that is not plainly native, and no other", (option) => {
  const { noun, path, kind, word } = option;
  const own = capabilities.rows.filter((row) => row.noun === noun && row.path === path);
  const rows = own.filter((row) => (kind ?? row.kind) === row.kind && (word ?? row.value) === row.value);
  const inside = capabilities.rows.filter((row) => row.noun === noun && row.path.startsWith(`${path}.`));
  const named = linesOf(option, clouds).map((line) => /^- (\w+): /.exec(line)?.[1]);
  expect(named).toEqual(special(own.length > 0 ? rows : inside, path));
});
