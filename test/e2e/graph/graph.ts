import type { Plan } from "../../../src/plan/model.js";

/** What waits for what, by `Type name` of native resources: the keys wait for their values. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/** The graph of a plan's native resources. Who waits for a component waits for all that is in it. */
export function graphOf({ resources }: Plan): Graph {
  const natives = resources.filter(({ kind }) => kind === "resource");
  const label = new Map(natives.map(({ urn, type, name }) => [urn, `${type.split(":").at(-1)} ${name}`]));
  const labelled = (urn: string) => label.get(urn) ?? urn;
  const parents = new Map(resources.map(({ urn, parent }) => [urn, parent]));
  const within = (urn: string): string[] => {
    if (label.has(urn)) return [labelled(urn)];
    return natives.filter((one) => ancestors(one.urn, parents).includes(urn)).map((one) => labelled(one.urn));
  };
  const entries = natives.map(({ urn, dependencies, propertyDependencies }) => {
    const above = ancestors(urn, parents).filter((one) => label.has(one));
    const named = [...dependencies, ...Object.values(propertyDependencies).flat(), ...above];
    const all = new Set(named.flatMap(within));
    all.delete(labelled(urn));
    return [labelled(urn), all] as const;
  });
  return new Map(entries);
}

/** The most resources of which each waits for the one before it. */
export function longestPath(graph: Graph): string[] {
  const known = new Map<string, string[]>();
  const upTo = (name: string): string[] => {
    const found = known.get(name);
    if (found) return found;
    const paths = [...(graph.get(name) ?? [])].sort().map(upTo);
    const path = [...longest(paths), name];
    known.set(name, path);
    return path;
  };
  return longest([...graph.keys()].sort().map(upTo));
}

/** Every wait, one line each: `Member app-member-0 waits for Monitor app-monitor`. */
export function edgesOf(graph: Graph): string[] {
  const edges = [...graph].flatMap(([name, befores]) => [...befores].map((before) => `${name} waits for ${before}`));
  return edges.sort();
}

/** Without the waits that follow from others. */
export function reduced(graph: Graph): Graph {
  const entries = [...graph].map(([name, befores]) => {
    const implied = new Set([...befores].flatMap((before) => [...reach(graph, before)]));
    return [name, new Set([...befores].filter((before) => !implied.has(before)))] as const;
  });
  return new Map(entries);
}

/** The edges of one graph that the other lacks. */
export function beyond(one: Graph, other: Graph): string[] {
  const known = new Set(edgesOf(other));
  return edgesOf(one).filter((edge) => !known.has(edge));
}

function reach(graph: Graph, name: string, seen = new Set<string>()): Set<string> {
  for (const before of graph.get(name) ?? []) {
    if (seen.has(before)) continue;
    seen.add(before);
    reach(graph, before, seen);
  }
  return seen;
}

function longest(paths: readonly string[][]): string[] {
  return paths.reduce((best, path) => (path.length > best.length ? path : best), []);
}

function ancestors(urn: string, parents: ReadonlyMap<string, string | undefined>): string[] {
  const parent = parents.get(urn);
  return parent === undefined ? [] : [parent, ...ancestors(parent, parents)];
}
