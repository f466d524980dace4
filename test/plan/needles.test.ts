import { expect, test } from "vitest";
import { collectNeedles } from "../../src/plan/needles.js";

function hide(text: string, ...needles: string[]): string {
  const collected = collectNeedles(4);
  for (const needle of needles) collected.add(needle);
  return collected.hide(text);
}

test.each([
  ["nothing to hide", "abcdef", [], "abcdef"],
  ["a needle in the midst", "xx-abcd-yy", ["abcd"], "xx-[secret]-yy"],
  ["all of a text", "abcd", ["abcd"], "[secret]"],
  ["every place of it", "abcd abcd", ["abcd"], "[secret] [secret]"],
  ["the longest of those that begin alike", "abcdefgh!", ["abcd", "abcdef"], "[secret]gh!"],
  ["one within another", "xxabcdefyy", ["abcdef", "bcde"], "xx[secret]yy"],
  ["all of two that overlap", "xabcdefgx", ["abcde", "cdefg"], "x[secret]x"],
  ["two that touch, each of its own", "abcdefgh", ["abcd", "efgh"], "[secret][secret]"],
  ["no needle that is too short", "abc abc", ["abc"], "abc abc"],
  ["no needle that is longer than the text", "abcd", ["abcde"], "abcd"],
  ["letters of two units", "🔒🔑abcd", ["🔑abcd"], "🔒[secret]"],
])("%s", (_, text, needles, expected) => {
  expect(hide(text, ...needles)).toBe(expected);
});

test("a needle that comes later is found, too", () => {
  const needles = collectNeedles(4);
  needles.add("abcd");
  expect(needles.hide("abcd efgh")).toBe("[secret] efgh");
  needles.add("efgh");
  expect(needles.hide("abcd efgh")).toBe("[secret] [secret]");
});
