import type { PartStatus, Topology, TopologyEdge, TopologyNode } from "../diff/model.js";
import { mermaidLabel } from "./escape.js";

/** Mermaid's own limits, `maxTextSize` and `maxEdges` of its configuration schema (mermaid.js.org, 2026-11); GitHub keeps them. */
const mostCharacters = 50_000;
const mostEdges = 500;

const longestLabel = 60;

const marks: Readonly<Record<PartStatus, string>> = { added: "+ ", removed: "– ", changed: "~ ", same: "" };

/** Colours that read on light and on dark ground. */
const classes: Readonly<Record<PartStatus, string>> = {
  added: "fill:#dafbe1,stroke:#1a7f37,color:#1f2328,stroke-width:2px",
  removed: "fill:#ffebe9,stroke:#cf222e,color:#1f2328,stroke-width:2px,stroke-dasharray:4 3",
  changed: "fill:#fff8c5,stroke:#9a6700,color:#1f2328,stroke-width:2px",
  same: "fill:#f6f8fa,stroke:#6e7781,color:#1f2328",
};

const shapes: Readonly<Record<TopologyNode["kind"], readonly [string, string]>> = {
  internet: ["((", "))"],
  range: ["((", "))"],
  network: ["[[", "]]"],
  balancer: ["{{", "}}"],
  listener: ["([", "])"],
  backends: ["[", "]"],
  pool: ["[(", ")]"],
  tier: ["[", "]"],
};

/** A flow chart, or nothing when Mermaid would refuse to draw it. */
export function mermaidOf({ nodes, edges }: Topology): string | undefined {
  if (nodes.length === 0 || edges.length > mostEdges) return undefined;
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const drawn = edges.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const used = (Object.keys(classes) as PartStatus[]).filter((status) => nodes.some((node) => node.status === status));
  const chart = [
    "flowchart LR",
    ...nodes.map((node, index) => `  ${nodeText(node, `n${index}`)}`),
    ...drawn.map((edge) => `  ${edgeText(edge, ids)}`),
    ...used.map((status) => `  classDef ${status} ${classes[status]}`),
  ].join("\n");
  return chart.length > mostCharacters ? undefined : chart;
}

function nodeText({ kind, label, detail, status }: TopologyNode, id: string): string {
  const [open, close] = shapes[kind];
  const first = `${marks[status]}${label}`;
  const lines = detail === undefined ? [first] : [first, detail];
  return `${id}${open}"${lines.map((line) => mermaidLabel(line, longestLabel)).join("<br/>")}"${close}:::${status}`;
}

function edgeText({ from, to, label, status }: TopologyEdge, ids: ReadonlyMap<string, string>): string {
  const arrow = status === "removed" ? "-.->" : arrowOf(status);
  const text = label === undefined ? "" : `|"${mermaidLabel(`${marks[status]}${label}`, longestLabel)}"|`;
  return `${ids.get(from)} ${arrow}${text} ${ids.get(to)}`;
}

function arrowOf(status: PartStatus): string {
  return status === "same" ? "-->" : "==>";
}
