import type { Block, Line, Section, Span, Table } from "./blocks.js";
import { address, html, htmlProse, visibleLines } from "./escape.js";
import { linkTo, type SourceLink } from "./markdown-blocks.js";
import { svgOf } from "./svg.js";

export interface HtmlPen {
  readonly sourceLink?: SourceLink | undefined;
  /** Apart from those of all other sections of the page. */
  readonly id: string;
}

export function sectionHtml({ title, aside, blocks, folded }: Section, pen: HtmlPen): string {
  const rest = aside === undefined ? "" : ` <small>${aside}</small>`;
  const body = blocks.map((block) => blockHtml(block, pen)).join("\n");
  const heading = `<h3 id="${pen.id}">${title}${rest}</h3>`;
  const inside =
    folded === true && title !== "Topology"
      ? `<details><summary>${heading}</summary>\n${body}\n</details>`
      : `${heading}\n${body}`;
  return `<section aria-labelledby="${pen.id}">\n${inside}\n</section>`;
}

export function lineHtml(line: Line, pen: HtmlPen): string {
  return line.map((span) => spanHtml(span, pen)).join("");
}

function blockHtml(block: Block, pen: HtmlPen): string {
  switch (block.kind) {
    case "line":
      return `<p>${lineHtml(block.line, pen)}</p>`;
    case "list": {
      const items = block.items.map(
        ({ line, inner = [] }) => `<li>${lineHtml(line, pen)}${innerHtml(inner, pen)}</li>`,
      );
      return `<ul>\n${items.join("\n")}\n</ul>`;
    }
    case "table":
      return tableHtml(block, pen);
    case "output":
      return `<pre tabindex="0">${visibleLines(block.text).replaceAll(/[&<>"'`]/g, (letter) => html(letter))}</pre>`;
    case "topology":
      return `<div class="picture" tabindex="0" role="group" aria-label="Topology, scrolls">\n${svgOf(block.topology, pen.id)}\n</div>`;
    case "fold":
      return `<details><summary>${lineHtml(block.title, pen)}</summary>\n${block.blocks.map((one) => blockHtml(one, pen)).join("\n")}\n</details>`;
  }
}

function innerHtml(inner: readonly Line[], pen: HtmlPen): string {
  return inner.length === 0 ? "" : `\n<ul>${inner.map((one) => `<li>${lineHtml(one, pen)}</li>`).join("")}</ul>`;
}

/** Cells carry the title of their column, for screens on which they stand one below the other. */
function tableHtml({ columns, rows }: Table, pen: HtmlPen): string {
  const head = columns
    .map(
      (title) =>
        `<th scope="col" role="columnheader">${title === "" ? '<span class="unseen">kind</span>' : title}</th>`,
    )
    .join("");
  const lines = rows.map((row) => {
    const cells = row.map(
      (cell, at) => `<td role="cell" data-title="${columns[at] ?? ""}"><span>${lineHtml(cell, pen)}</span></td>`,
    );
    return `<tr role="row">${cells.join("")}</tr>`;
  });
  return `<table role="table">\n<thead role="rowgroup"><tr role="row">${head}</tr></thead>\n<tbody role="rowgroup">\n${lines.join("\n")}\n</tbody>\n</table>`;
}

const signNames: Readonly<Record<string, string>> = {
  "+": "plus",
  "~": "tilde",
  "±": "both",
  "–": "minus",
  "↷": "tilde",
};

function spanHtml(span: Span, { sourceLink }: HtmlPen): string {
  switch (span.kind) {
    case "words":
      return span.text;
    case "strong":
      return `<strong>${span.text}</strong>`;
    case "sign":
      return `<span class="sign ${signNames[span.text] ?? "counts"}">${span.text}</span>`;
    case "prose":
      return htmlProse(span.text);
    case "code":
      return `<code>${html(span.text)}</code>`;
    case "loud":
      return `<strong><code>${html(span.text)}</code></strong>`;
    case "break":
      return "<br>";
    case "made":
      return linked(`<code>${html(span.text)}</code>`, linkTo(span.source, sourceLink));
    case "place":
      return linked(html(span.text), address(span.text));
  }
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? text : `<a href="${html(href, href.length)}" rel="noreferrer noopener">${text}</a>`;
}
