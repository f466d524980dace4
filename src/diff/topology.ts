import type { Graph, Link, Part } from "./graph.js";
import type { PartStatus, Topology, TopologyEdge, TopologyNode } from "./topology-model.js";
import { byText } from "./urns.js";

const order: readonly TopologyNode["kind"][] = [
  "internet",
  "range",
  "network",
  "balancer",
  "listener",
  "backends",
  "pool",
  "tier",
];

/** Both graphs in one picture; `changed` names parts whose components differ. */
export function topologyOf(base: Graph, head: Graph, changed: ReadonlySet<string>): Topology {
  const keys = [...new Set([...base.parts.keys(), ...head.parts.keys()])];
  const parts = keys
    .map((key) => ({ key, part: (head.parts.get(key) ?? base.parts.get(key)) as Part }))
    .sort((a, b) => order.indexOf(a.part.kind) - order.indexOf(b.part.kind) || byText(a.key, b.key));
  const ids = new Map(parts.map(({ key }, at) => [key, `n${at}`]));
  const nodes = parts.map(({ key, part: { kind, label, detail } }): TopologyNode => {
    const differs = changed.has(key) || detail !== base.parts.get(key)?.detail;
    const status = statusOf(base.parts.has(key), head.parts.has(key), differs);
    return { id: ids.get(key) ?? "", kind, label, ...(detail === "" ? {} : { detail }), status };
  });
  const links = [...new Set([...base.links.keys(), ...head.links.keys()])].map((key): [Link, PartStatus] => {
    const [old, now] = [base.links.get(key), head.links.get(key)];
    return [(now ?? old) as Link, statusOf(old !== undefined, now !== undefined, old?.label !== now?.label)];
  });
  const edges = links.map(([{ from, to, label }, status]): TopologyEdge => {
    const ends = { from: ids.get(from) ?? "", to: ids.get(to) ?? "" };
    return { ...ends, ...(label === "" ? {} : { label }), status };
  });
  return { nodes, edges: edges.sort((a, b) => numberOf(a.from) - numberOf(b.from) || numberOf(a.to) - numberOf(b.to)) };
}

function statusOf(before: boolean, after: boolean, differs: boolean): PartStatus {
  if (!before) return "added";
  if (!after) return "removed";
  return differs ? "changed" : "same";
}

function numberOf(id: string): number {
  return Number(id.slice(1));
}
