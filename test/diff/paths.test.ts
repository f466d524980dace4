import fc from "fast-check";
import { expect, test } from "vitest";
import { contains, parsePath, parsePaths, pathText } from "../../src/diff/paths.js";

test.each([
  ["a", ["a"]],
  ["a.b[0].c", ["a", "b", 0, "c"]],
  ['a["b.c"]', ["a", "b.c"]],
  ['["say \\"x\\""]', ['say "x"']],
  ["[0]", [0]],
  ["a[*].b", ["a", "*", "b"]],
  ["*", ["*"]],
  ["root.[0]", ["root", 0]],
])("%s is a path", (text, path) => {
  expect(parsePath(text)).toEqual(path);
});

test.each(["", "[", "a[", "a[x]", 'a["b', "a..b", "a]"])("%o is none", (text) => {
  expect([parsePath(text), parsePaths([text])]).toEqual([undefined, []]);
});

test("a pattern holds itself and all that lies in it", () => {
  const held = (pattern: string, path: string) => contains(parsePath(pattern) ?? [], parsePath(path) ?? []);
  expect([held("a", "a"), held("a", "a.b[0]"), held("a[*].c", "a[3].c.d"), held("a.b", "a"), held("a", "ab")]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test("a path that is written can be read again", () => {
  const step = fc.oneof(fc.string({ maxLength: 6 }), fc.nat(20));
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), (path) => {
      expect(parsePath(pathText(path))).toEqual(path);
    }),
  );
});
