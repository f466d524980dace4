import fc from "fast-check";
import { expect, test } from "vitest";
import { renderJson } from "../../src/render/json.js";
import { renderComment } from "../../src/render/markdown.js";
import { renderText } from "../../src/render/text.js";
import { failed, none, rich, withPolicies } from "./diffs.js";
import { hostile, poisoned } from "./hostile.js";
import { faultsOf, pageOf, unseenIn } from "./page-of.js";

const place = "https://github.com/o/r/blob/0f0f/";
const isOurs = (href: string) => href.startsWith(place);
const sourceLink = (source: string) => `${place}${source.replace(/:.*/s, "")}`;

function comment(poison: string, limit?: number): string {
  return renderComment(
    [withPolicies, failed].map((diff) => poisoned(diff, poison)),
    {
      marker: `shop${poison}`,
      command: `webtier diff main ${poison}`,
      sourceLink,
      fullText: `the summary ${poison}`,
      ...(limit === undefined ? {} : { limit }),
    },
  );
}

test("a comment without hostile texts is made of our own elements", () => {
  expect(faultsOf(pageOf(comment("")), isOurs)).toEqual([]);
});

test.each(hostile)("in a comment %j is a text", (poison) => {
  expect(faultsOf(pageOf(comment(poison)), isOurs)).toEqual([]);
});

test.each(hostile)("in a comment without room %j is a text", (poison) => {
  const faults = [20_000, 6_000, 1_500].flatMap((limit) => faultsOf(pageOf(comment(poison, limit)), isOurs));
  expect(faults).toEqual([]);
});

test.each(hostile)("in a comment about one stack %j is a text", (poison) => {
  const texts = [rich, none, failed].map((diff) =>
    renderComment([poisoned(diff, poison)], { marker: "shop", command: poison, sourceLink }),
  );
  expect(texts.flatMap((text) => faultsOf(pageOf(text), isOurs))).toEqual([]);
});

test.each(hostile)("a terminal shows what %j is, and does nothing", (poison) => {
  const text = renderText(
    [withPolicies, failed].map((diff) => poisoned(diff, poison)),
    { command: poison },
  );
  expect(unseenIn(text)).toEqual([]);
});

test.each(hostile)("%j is the same text when JSON is read again, and nothing in the file itself", (poison) => {
  const text = renderJson(poisoned(rich, poison));
  const { outputs } = JSON.parse(text) as typeof rich;
  expect({ unseen: unseenIn(text), path: outputs[0]?.path }).toEqual({
    unseen: [],
    path: `url${poison.replaceAll(/\[secret .*?\]/g, "[secret]")}`,
  });
});

const pieces = [
  "`",
  "``",
  "```",
  "|",
  "\\",
  "\\|",
  "<",
  ">",
  "&",
  "&#64;",
  "@a",
  "#1",
  "[",
  "](",
  ")",
  "![",
  "*",
  "**",
  "_",
  "~",
  "$",
  "\n",
  "\n\n",
  "\r",
  "\t",
  " ",
  "  ",
  "<b>",
  "</b>",
  "</code>",
  "</details>",
  "<!--",
  "-->",
  "http://a.b",
  "www.a.b",
  "a@b.co",
  ":a:",
  "-",
  "+",
  "1.",
  "=",
  "#",
  "\u202e",
  "\u200b",
  "\u001b[1m",
  "x",
  "é",
  "한",
  "\ud800",
  '"',
  "'",
  "%%{",
  "}}",
];

test("texts made of any pieces stay texts", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (parts) => {
      const text = renderComment([poisoned(rich, parts.join(""))], {
        marker: "shop",
        command: "webtier diff",
        sourceLink,
      });
      expect(faultsOf(pageOf(text), isOurs)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
