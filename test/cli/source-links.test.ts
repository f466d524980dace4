import { expect, test } from "vitest";
import { linkUnder } from "../../src/cli/source-links.js";

const base = "https://host.example/acme/shop/blob/c0ffee/infra/";
const link = linkUnder(base);

test.each([
  ["index.ts:12:3", "index.ts#L12"],
  ["index.ts:12", "index.ts#L12"],
  ["src/a b/ü.ts:1:1", "src/a%20b/%C3%BC.ts#L1"],
  ["src/100%.ts:1", "src/100%25.ts#L1"],
  ["./index.ts:1", "index.ts#L1"],
  ["src//a.ts:1", "src/a.ts#L1"],
  ["..a/b...ts:1", "..a/b...ts#L1"],
  ["%2e%2e/a.ts:1", "%252e%252e/a.ts#L1"],
])("%s is a line under the base", (source, path) => {
  expect(link(source)).toBe(`${base}${path}`);
});

test.each([
  "../other/index.ts:1",
  "src/../../x.ts:1",
  "..:1",
  "src/..:1",
  "/etc/passwd:1",
  "//evil.example/x.ts:1",
  "\\\\evil\\x.ts:1",
  "src\\..\\..\\x.ts:1",
  "C:\\x.ts:1",
  "https://evil.example/x.ts:1",
  "javascript:alert(1):1",
  "a?x=1.ts:1",
  "a#b.ts:1",
  "a\nb.ts:1",
  "a\u202eb.ts:1",
  ".:1",
  "index.ts",
  "index.ts:",
  ":1",
  "index.ts:-1",
  "",
  "\ud800.ts:1",
])("%j leads nowhere", (source) => {
  expect(link(source)).toBeUndefined();
});

test("whatever a source says, a link stays under the base", () => {
  const parts = ["..", ".", "a", "", "%2e%2e", "..%2f", "?", "#", "\\", "@", "\t..", ".. ", "．．", "。。", "‥"];
  const sources = parts.flatMap((one) => parts.flatMap((two) => parts.map((three) => `${one}/${two}/${three}:1`)));
  const found = sources.map(link).filter((href) => href !== undefined);
  expect(found.length).toBeGreaterThan(100);
  expect(found.filter((href) => !new URL(href).href.startsWith(base))).toEqual([]);
});
