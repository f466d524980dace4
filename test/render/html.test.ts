import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { renderHtml } from "../../src/render/html.js";
import { failed, none, rich, withPolicies } from "./diffs.js";

const page = renderHtml(
  [rich, { ...withPolicies, stack: "staging" }, { ...failed, stack: "dev" }, { ...none, stack: "test" }],
  {
    command: "webtier diff main head",
    seconds: 1,
    sourceLink: (source) => `https://example.com/${source}`,
  },
);

test("a page allows its own style and nothing else", () => {
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? "";
  const hash = createHash("sha256").update(style).digest("base64");
  expect(/Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]).toEqual(
    `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
  );
});

test("a page asks nobody for anything", () => {
  expect(
    page.match(/<(?:script|link|img|iframe|object|embed|form|input|base)\b|\bsrc=|\bstyle=|@import|url\((?!#)/g),
  ).toEqual(null);
});

test("every id of a page is there once, and every reference has its id", () => {
  const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  const named = [...page.matchAll(/(?:aria-labelledby|href)="#?(stack-[^"]*)"/g)].flatMap(([, names = ""]) =>
    names.split(" "),
  );
  expect({
    twice: ids.filter((id, at) => ids.indexOf(id) !== at),
    missing: named.filter((id) => !ids.includes(id)),
  }).toEqual({ twice: [], missing: [] });
});

test("every element of a page is closed", () => {
  const path: string[] = [];
  const wrong = [
    ...page
      .replace("<!doctype html>", "")
      .replace(/<style>[\s\S]*?<\/style>/, "")
      .matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>/g),
  ].filter(([, end, name = "", self]) => {
    if (self === "/" || ["meta", "br"].includes(name)) return false;
    if (end === "") path.push(name);
    return end !== "" && path.pop() !== name;
  });
  expect({ wrong, path }).toEqual({ wrong: [], path: [] });
});

test("every table has titles for its columns", () => {
  const tables = page.match(/<table[\s\S]*?<\/table>/g) ?? [];
  expect({ some: tables.length > 8, bare: tables.filter((table) => !table.includes('<th scope="col"')) }).toEqual({
    some: true,
    bare: [],
  });
});
