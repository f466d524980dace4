import type { PartStatus, Topology } from "../diff/model.js";
import { html } from "./escape.js";
import { type Box, boxHeight, boxWidth, type Drawing, layOut, type Wire } from "./topology-layout.js";

const most = 300;
const longestLabel = 19;

const states: Readonly<Record<PartStatus, string>> = { added: "+ ", removed: "– ", changed: "~ ", same: "" };

/** The topology as a picture of its own; `id` sets its parts apart from those of other pictures. */
export function svgOf(topology: Topology, id: string): string {
  if (topology.nodes.length > most) return "<p>The picture is too large to be drawn here.</p>";
  const drawing = layOut(topology);
  const { width, height } = drawing;
  return [
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-said">`,
    `<title id="${id}-title">Topology</title>`,
    `<desc id="${id}-said">${saidOf(drawing)}</desc>`,
    `<defs><marker id="${id}-tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker></defs>`,
    ...drawing.wires.map((wire) => wireOf(wire, id)),
    ...drawing.boxes.map(boxOf),
    ...drawing.wires.map(wireLabel),
    "</svg>",
  ].join("\n");
}

function saidOf({ wires }: Drawing): string {
  return wires
    .map(({ edge, from, to }) => `${states[edge.status]}${html(from.node.label)} → ${html(to.node.label)}`)
    .join(", ");
}

function boxOf({ node, x, y }: Box): string {
  const { kind, label, detail, status } = node;
  const middle = x + boxWidth / 2;
  const round = kind === "internet" || kind === "range" ? boxHeight / 2 : 6;
  const lines = detail === undefined ? [y + boxHeight / 2 + 5] : [y + 21, y + 38];
  const name = `<text class="name" x="${middle}" y="${lines[0]}">${states[status]}${html(label, longestLabel)}</text>`;
  const second =
    detail === undefined
      ? ""
      : `<text class="detail" x="${middle}" y="${lines[1]}">${html(detail, longestLabel + 6)}</text>`;
  return `<g class="node ${status}"><title>${kind} ${html(label)}, ${status}</title><rect x="${x}" y="${y}" width="${boxWidth}" height="${boxHeight}" rx="${round}"/>${name}${second}</g>`;
}

function wireOf(wire: Wire, id: string): string {
  const { x1, y1, x2, y2 } = endsOf(wire);
  const bend = Math.max(30, Math.abs(x2 - x1) / 2);
  return `<path class="wire ${wire.edge.status}" marker-end="url(#${id}-tip)" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"/>`;
}

function wireLabel(wire: Wire): string {
  const { label, status } = wire.edge;
  if (label === undefined) return "";
  const { x1, y1, x2, y2 } = endsOf(wire);
  return `<text class="said" x="${(x1 + x2) / 2}" y="${(y1 + y2) / 2 - 4}">${states[status]}${html(label, 12)}<title>${html(label)}</title></text>`;
}

function endsOf({ from, to }: Wire): { x1: number; y1: number; x2: number; y2: number } {
  return { x1: from.x + boxWidth, y1: from.y + boxHeight / 2, x2: to.x, y2: to.y + boxHeight / 2 };
}
