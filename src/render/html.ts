import { createHash } from "node:crypto";
import type { Diff, FailedDiff } from "../diff/model.js";
import type { Story } from "./blocks.js";
import { counted } from "./blocks.js";
import { everything } from "./detail.js";
import { html } from "./escape.js";
import { lineHtml, sectionHtml } from "./html-blocks.js";
import { style } from "./html-style.js";
import type { SourceLink } from "./markdown-blocks.js";
import { masked } from "./mask.js";
import { legend } from "./signs.js";
import { sortedByStack, storyOf } from "./story.js";

export interface HtmlOptions {
  readonly command: string;
  readonly seconds?: number;
  /** The address of `file:line:column` of the head. */
  readonly sourceLink?: SourceLink;
}

/** One page that asks nobody for anything: no script, no font, no picture of elsewhere. */
export function renderHtml(diffs: readonly (Diff | FailedDiff)[], options: HtmlOptions): string {
  const stories = sortedByStack(masked(diffs)).map((diff) => storyOf(diff, everything));
  const first = stories.length === 1 ? stories[0] : undefined;
  const title =
    first === undefined
      ? counted(stories.length, "stack")
      : lineHtml(first.name, { id: "" }).replaceAll(/<[^>]*>/g, "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>What changes: ${title}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>What changes: ${title}</h1>
${stories.length > 1 ? contents(stories) : ""}
</header>
<main>
${stories.map((story, index) => stackHtml(story, index, options)).join("\n")}
</main>
<footer>
${footer(stories, options)}
</footer>
</body>
</html>
`;
}

const hash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;

function contents(stories: readonly Story[]): string {
  const items = stories.map(({ name, verdict }, index) => {
    const pen = { id: "" };
    return `<li><a href="#stack-${index}">${lineHtml(name, pen)}</a> ${lineHtml(verdict, pen)}</li>`;
  });
  return `<nav aria-label="Stacks"><ul>\n${items.join("\n")}\n</ul></nav>`;
}

function stackHtml({ name, verdict, sides, sections }: Story, index: number, { sourceLink }: HtmlOptions): string {
  const penOf = (id: string) => ({ id, sourceLink });
  const pen = penOf(`stack-${index}`);
  return `<article aria-labelledby="${pen.id}">
<h2 id="${pen.id}">${lineHtml(name, pen)}</h2>
<p class="verdict">${lineHtml(verdict, pen)}</p>
<p class="sides">${lineHtml(sides, pen)}</p>
${sections.map((section, at) => sectionHtml(section, penOf(`${pen.id}-${at}`))).join("\n")}
</article>`;
}

function footer(stories: readonly Story[], { command, seconds }: HtmlOptions): string {
  const said = [...new Set(stories.flatMap(({ footing }) => footing))];
  const took = seconds === undefined ? "" : ` in ${Math.round(seconds * 10) / 10} s`;
  return [`<code>${html(command)}</code>${took}`, legend, ...said].map((one) => `<p>${one}</p>`).join("\n");
}
