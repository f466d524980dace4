import type { Topology, TopologyEdge, TopologyNode } from "../diff/model.js";

export interface Box {
  readonly node: TopologyNode;
  readonly x: number;
  readonly y: number;
}

export interface Wire {
  readonly edge: TopologyEdge;
  readonly from: Box;
  readonly to: Box;
}

export interface Drawing {
  readonly boxes: readonly Box[];
  readonly wires: readonly Wire[];
  readonly width: number;
  readonly height: number;
}

export const boxWidth = 160;
export const boxHeight = 50;
const gapAcross = 90;
const gapDown = 22;
const margin = 12;

/** Left to right: every node stands after those that lead to it, and near the height of its neighbours. */
export function layOut({ nodes, edges }: Topology): Drawing {
  const known = new Set(nodes.map(({ id }) => id));
  const wired = edges.filter(({ from, to }) => known.has(from) && known.has(to) && from !== to);
  const layers = layersOf(nodes, wired);
  const boxes = place(ordered(layers, wired));
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const wires = wired.flatMap((edge) => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    return from === undefined || to === undefined ? [] : [{ edge, from, to }];
  });
  const farthest = (ends: readonly number[]) => Math.max(0, ...ends) + margin;
  return {
    boxes,
    wires,
    width: farthest(boxes.map(({ x }) => x + boxWidth)),
    height: farthest(boxes.map(({ y }) => y + boxHeight)),
  };
}

/** By the longest way to a node; edges that close a circle do not count. */
function layersOf(nodes: readonly TopologyNode[], edges: readonly TopologyEdge[]): TopologyNode[][] {
  const onward = forward(nodes, edges);
  const depths = new Map<string, number>(nodes.map(({ id }) => [id, 0]));
  for (const id of onward.order) {
    for (const to of onward.targets.get(id) ?? []) {
      depths.set(to, Math.max(depths.get(to) ?? 0, (depths.get(id) ?? 0) + 1));
    }
  }
  const layers: TopologyNode[][] = [];
  for (const node of nodes) {
    const depth = depths.get(node.id) ?? 0;
    while (layers.length <= depth) layers.push([]);
    layers[depth]?.push(node);
  }
  return layers;
}

interface Onward {
  /** Every node before all that it leads to. */
  readonly order: readonly string[];
  readonly targets: ReadonlyMap<string, readonly string[]>;
}

/** Walks with a stack of its own: a long chain must not overflow that of the engine. */
function forward(nodes: readonly TopologyNode[], edges: readonly TopologyEdge[]): Onward {
  const all = grouped(edges);
  const targets = new Map<string, string[]>();
  const state = new Map<string, "open" | "done">();
  const order: string[] = [];
  for (const { id: start } of nodes) {
    const path = state.has(start) ? [] : [{ id: start, next: 0 }];
    while (path.length > 0) {
      const here = path[path.length - 1];
      if (here === undefined) break;
      state.set(here.id, "open");
      const to = all.get(here.id)?.[here.next++];
      if (to === undefined) {
        state.set(here.id, "done");
        order.unshift(here.id);
        path.pop();
        continue;
      }
      if (state.get(to) === "open") continue;
      targets.set(here.id, [...(targets.get(here.id) ?? []), to]);
      if (!state.has(to)) path.push({ id: to, next: 0 });
    }
  }
  return { order, targets };
}

function grouped(edges: readonly TopologyEdge[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const { from, to } of edges) groups.set(from, [...(groups.get(from) ?? []), to]);
  return groups;
}

/** Each layer by the middle of the places of its neighbours in the layer before. */
function ordered(layers: readonly TopologyNode[][], edges: readonly TopologyEdge[]): TopologyNode[][] {
  const places = new Map<string, number>();
  const sources = grouped(edges.map((edge) => ({ ...edge, from: edge.to, to: edge.from })));
  return layers.map((layer) => {
    const wanted = new Map(layer.map(({ id }, index) => [id, middleOf(sources.get(id) ?? [], places) ?? index]));
    const sorted = [...layer].sort((a, b) => (wanted.get(a.id) ?? 0) - (wanted.get(b.id) ?? 0));
    sorted.forEach(({ id }, index) => {
      places.set(id, index - (sorted.length - 1) / 2);
    });
    return sorted;
  });
}

function middleOf(ids: readonly string[], places: ReadonlyMap<string, number>): number | undefined {
  const known = ids.map((id) => places.get(id)).filter((place) => place !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, place) => sum + place, 0) / known.length;
}

function place(layers: readonly TopologyNode[][]): Box[] {
  const most = Math.max(0, ...layers.map((layer) => layer.length));
  const step = boxHeight + gapDown;
  return layers.flatMap((layer, column) =>
    layer.map((node, row) => ({
      node,
      x: margin + column * (boxWidth + gapAcross),
      y: margin + (row + (most - layer.length) / 2) * step,
    })),
  );
}
