import type { Topology } from "../diff/model.js";
import { plain, type Style } from "../plan/render-text.js";
import type { Block, Line, Section, Span, Table } from "./blocks.js";
import { visible, visibleLines } from "./escape.js";
import { statusSigns } from "./signs.js";

export function sectionText({ title, aside, blocks }: Section, style: Style): string {
  const rest = aside === undefined ? "" : style("dim", ` (${aside})`);
  return `${style("bold", title)}${rest}\n${indented(blocks.map((block) => blockText(block, style)).join("\n"))}`;
}

export function lineText(line: Line, style: Style): string {
  return line.map((span) => spanText(span, style)).join("");
}

function blockText(block: Block, style: Style): string {
  switch (block.kind) {
    case "line":
      return lineText(block.line, style);
    case "list":
      return block.items
        .map(({ line, inner = [] }) =>
          [lineText(line, style), ...inner.map((one) => `    ${lineText(one, style)}`)].join("\n"),
        )
        .join("\n");
    case "table":
      return tableText(block, style);
    case "output":
      return visibleLines(block.text);
    case "topology":
      return topologyText(block.topology, style);
    case "fold":
      return [lineText(block.title, style), indented(block.blocks.map((one) => blockText(one, style)).join("\n"))].join(
        "\n",
      );
  }
}

const widest = 80;

/** The last column may have lines of its own; the others are as wide as their widest cell. */
function tableText({ columns, rows }: Table, style: Style): string {
  const cells = rows.map((row) => row.map((cell) => ({ seen: lineText(cell, style), width: lengthOf(cell) })));
  const widths = columns.map((title, at) =>
    Math.min(widest, Math.max(title.length, ...cells.map((row) => row[at]?.width ?? 0))),
  );
  const head = columns.map((title, at) => title.padEnd(widths[at] ?? 0)).join("  ");
  const margin = widths.slice(0, -1).reduce((sum, width) => sum + width + 2, 0);
  const lines = cells.map((row) =>
    row
      .map(({ seen, width }, at) =>
        at === row.length - 1 ? seen : seen + " ".repeat(Math.max(0, (widths[at] ?? 0) - width)),
      )
      .join("  ")
      .replaceAll("\n", `\n${" ".repeat(margin)}`)
      .trimEnd(),
  );
  return [style("dim", head.trimEnd()), ...lines].join("\n");
}

function lengthOf(cell: Line): number {
  return lineText(cell, plain).length;
}

function topologyText({ nodes, edges }: Topology, style: Style): string {
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  const nameOf = (id: string) => visible(labels.get(id) ?? id);
  return edges
    .map(({ from, to, label, status }) => {
      const said = label === undefined ? "" : ` (${visible(label)})`;
      return `${coloured(statusSigns[status], style)} ${nameOf(from)} → ${nameOf(to)}${said}`;
    })
    .join("\n");
}

function spanText(span: Span, style: Style): string {
  switch (span.kind) {
    case "words":
      return span.text;
    case "strong":
      return style("bold", span.text);
    case "sign":
      return coloured(span.text, style);
    case "loud":
      return style("bold", visible(span.text));
    case "break":
      return "\n";
    case "made":
      return `${visible(span.text)} ${style("dim", visible(span.source))}`;
    default:
      return visible(span.text);
  }
}

const colours: Readonly<Record<string, "cyan" | "yellow" | "magenta">> = {
  "+": "cyan",
  "~": "yellow",
  "↷": "yellow",
  "±": "magenta",
  "–": "magenta",
};

function coloured(text: string, style: Style): string {
  const colour = colours[text];
  return colour === undefined ? style("bold", text) : style(colour, text);
}

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
