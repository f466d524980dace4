import { expect, test } from "vitest";
import {
  address,
  html,
  htmlProse,
  markdownCode,
  markdownFence,
  markdownProse,
  mermaidLabel,
  visible,
} from "../../src/render/escape.js";

test.each([
  ["plain text", "plain text"],
  ["한국어 é ✓", "한국어 é ✓"],
  ["", '""'],
  ["a\nb\tc\r", "a\\nb\\tc\\r"],
  ["\u001b[31m", "\\u{1b}[31m"],
  ["\u202eabc\u2066", "\\u{202e}abc\\u{2066}"],
  ["a\u200bb\u00a0c\ufeff", "a\\u{200b}b\\u{a0}c\\u{feff}"],
  ["\ud800", "\\u{d800}"],
  ["\u{e0041}\u3164\u2800", "\\u{e0041}\\u{3164}\\u{2800}"],
  ["x".repeat(300), `${"x".repeat(200)}…`],
])("what cannot be seen in %j is spelled", (text, seen) => {
  expect(visible(text)).toEqual(seen);
});

test.each([
  ["tcp 443", "`tcp 443`"],
  ["@team #1 https://x.y", "`@team #1 https://x.y`"],
  ["a|b", "<code>a&#124;b</code>"],
  ["`x`", "<code>&#96;x&#96;</code>"],
  ["<b>", "<code>&#60;b&#62;</code>"],
  ["C:\\x", "<code>C&#58;&#92;x</code>"],
  [" x ", "<code> x </code>"],
  ["me@b.co|", "<code>me<wbr>&#64;b&#46;co&#124;</code>"],
])("a name %j is code", (text, written) => {
  expect(markdownCode(text)).toEqual(written);
});

test.each([
  ["members are replaced, 90 % stay in service", "members are replaced, 90 % stay in service"],
  ['no "tcp": it stands alone (see below)', 'no "tcp": it stands alone (see below)'],
  ["options: { refresh: always } in Pulumi.yaml", "options: { refresh: always } in Pulumi.yaml"],
  ["ask @team about #12", "ask `@team` about `#12`"],
  ["see https://x.y or www.x.y", "see `https://x.y` or `www.x.y`"],
  ["fixed in deadbeef1 and GH-12 and JIRA-7", "fixed in `deadbeef1` and `GH-12` and `JIRA-7`"],
  ["a :tada: for it", "a `:tada:` for it"],
  ["**bold** _under_ text", "`**bold** _under_` text"],
  ["<b>x</b> | y", "<code>&#60;b&#62;x&#60;&#47;b&#62; &#124;</code> y"],
])("in a sentence %j only ordinary words stay words", (text, written) => {
  expect(markdownProse(text)).toEqual(written);
});

test("a fence is longer than every run of backticks inside", () => {
  expect(markdownFence("a\n````\nb", "text")).toEqual("`````text\na\n````\nb\n`````");
});

test("in HTML and in Mermaid every sign is an entity", () => {
  expect([html(`<a href="x" b='y'>&\``), mermaidLabel('a "b" #1; <c>', 60)]).toEqual([
    "&#60;a href=&#34;x&#34; b=&#39;y&#39;&#62;&#38;&#96;",
    "a #34;b#34; #35;1#59; #60;c#62;",
  ]);
});

test.each([
  ["https://x.y/a(b) c|d`e[f]<g>", "https://x.y/a%28b%29%20c%7Cd%60e%5Bf%5D%3Cg%3E"],
  ["javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["somewhere", undefined],
])("an address %j cannot end its link", (text, href) => {
  expect(address(text)).toEqual(href);
});

test.each([
  [
    "run `pulumi up --refresh`, or not",
    "run `pulumi up --refresh`, or not",
    "run <code>pulumi up --refresh</code>, or not",
  ],
  ["`a b`: then @x", "`a b`: then `@x`", "<code>a b</code>: then @x"],
  [
    "`<b>` and `a|b`",
    "<code>&#60;b&#62;</code> and <code>a&#124;b</code>",
    "<code>&#60;b&#62;</code> and <code>a|b</code>",
  ],
  ["one ` alone", "one <code>&#96;</code> alone", "one &#96; alone"],
  ["[x](`y`)", "`[x](``y``)`", "[x](<code>y</code>)"],
  ["``", "<code>&#96;&#96;</code>", "&#96;&#96;"],
])("what %j has between backticks is code, and nothing else is let through", (text, markdown, page) => {
  expect([markdownProse(text), htmlProse(text)]).toEqual([markdown, page]);
});
