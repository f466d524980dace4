import type { Block, Item, Line, Section, Span, Table } from "./blocks.js";
import { address, htmlCode, markdownCode, markdownFence, markdownProse } from "./escape.js";
import { mermaidOf } from "./mermaid.js";

export type SourceLink = (source: string) => string | undefined;

export interface Pen {
  readonly sourceLink?: SourceLink | undefined;
}

export function sectionText({ title, aside, blocks, folded }: Section, pen: Pen): string {
  const body = blocks.map((block) => blockText(block, pen)).join("\n\n");
  const rest = aside === undefined ? "" : ` <sub>${aside}</sub>`;
  return folded === true ? foldText(`<b>${title}</b>${rest}`, body) : `#### ${title}${rest}\n\n${body}`;
}

/** Empty lines around what is inside let Markdown be read there. */
export function foldText(summary: string, body: string, isOpen = false): string {
  return `<details${isOpen ? " open" : ""}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

export function lineText(line: Line, pen: Pen): string {
  return line.map((span) => spanText(span, pen)).join("");
}

/** Where HTML is read and Markdown is not. */
export function summaryText(line: Line): string {
  return line.map(spanHtml).join("");
}

function blockText(block: Block, pen: Pen): string {
  switch (block.kind) {
    case "line":
      return lineText(block.line, pen);
    case "list":
      return block.items.map((item) => itemText(item, pen)).join("\n");
    case "table":
      return tableText(block, pen);
    case "output":
      return markdownFence(block.text, "text");
    case "topology":
      return mermaidText(block.topology);
    case "fold":
      return foldText(summaryText(block.title), block.blocks.map((one) => blockText(one, pen)).join("\n\n"));
  }
}

function itemText({ line, inner = [] }: Item, pen: Pen): string {
  return [`- ${lineText(line, pen)}`, ...inner.map((one) => `  - ${lineText(one, pen)}`)].join("\n");
}

function tableText({ columns, rows }: Table, pen: Pen): string {
  const lines = rows.map((row) => rowText(row.map((cell) => lineText(cell, pen))));
  return [rowText(columns), `|${" --- |".repeat(columns.length)}`, ...lines].join("\n");
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function mermaidText(topology: Parameters<typeof mermaidOf>[0]): string {
  const chart = mermaidOf(topology);
  return chart === undefined ? "The picture is too large to be drawn here." : `\`\`\`mermaid\n${chart}\n\`\`\``;
}

function spanText(span: Span, { sourceLink }: Pen): string {
  switch (span.kind) {
    case "words":
      return span.text;
    case "strong":
      return `**${span.text}**`;
    case "sign":
      return `\`${span.text}\``;
    case "prose":
      return markdownProse(span.text);
    case "code":
      return markdownCode(span.text);
    case "loud":
      return `<b>${markdownCode(span.text)}</b>`;
    case "break":
      return "<br>";
    case "made":
      return linked(markdownCode(span.text), linkTo(span.source, sourceLink));
    case "place":
      return address(span.text) === undefined ? markdownProse(span.text) : linked("read it here", address(span.text));
  }
}

function linked(text: string, href: string | undefined): string {
  return href === undefined ? text : `[${text}](${href})`;
}

/** A place inside of the program: `src/index.ts:31:15`. */
const inside = /^(?![/\\]|[A-Za-z]+:)[^\p{Cc}\\:?#]+:\d+(?::\d+)?$/u;

export function linkTo(source: string, sourceLink: SourceLink | undefined): string | undefined {
  if (!inside.test(source) || source.split("/").includes("..")) return undefined;
  const href = sourceLink?.(source);
  return href === undefined ? undefined : address(href);
}

function spanHtml(span: Span): string {
  switch (span.kind) {
    case "words":
    case "sign":
      return span.text;
    case "strong":
      return `<b>${span.text}</b>`;
    case "break":
      return " ";
    default:
      return htmlCode(span.text);
  }
}
