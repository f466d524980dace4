import { childName } from "../core/names.js";
import { grouped } from "../plan/grouped.js";
import type { Plan, PlanComponent, PlanResource } from "../plan/model.js";
import { type Difference, differences, own, type Reading } from "./differences.js";
import { add } from "./lists.js";
import type { Matching } from "./matching.js";
import { type Path, parsePath } from "./paths.js";
import { byText } from "./urns.js";

/** Differences of documents: one unknown id makes the native text unknown on both sides, the document tells them still. */
export interface DocumentDifferences {
  /** By the URN of the native resource of the head that a document belongs to. */
  readonly native: ReadonlyMap<string, readonly Difference[]>;
  /** Of documents whose resource is not to be found, by the URN of the component of the head. */
  readonly loose: ReadonlyMap<string, readonly Difference[]>;
}

export function documentDifferences(base: Plan, head: Plan, matching: Matching, reading: Reading): DocumentDifferences {
  const olds = new Map(base.components.map((component) => [component.urn, component]));
  const natives = head.resources.filter(({ kind }) => kind === "resource").sort((a, b) => byText(a.name, b.name));
  const children = grouped(natives, ({ component }) => component);
  const native = new Map<string, Difference[]>();
  const loose = new Map<string, Difference[]>();
  for (const component of head.components) {
    const old = olds.get(matching.baseOf.get(component.urn) ?? "");
    if (old?.cloud !== component.cloud) continue;
    for (const key of keysOf(old, component)) {
      const found = differences(own(old.documents, key), own(component.documents, key), reading);
      const home = homeOf(key, component, children.get(component.urn) ?? []);
      const [list, urn, path]: [typeof native, string, Path] = home
        ? [native, home.resource.urn, home.path]
        : [loose, component.urn, ["documents", key]];
      const placed = found.map((one) => ({ ...one, path: [...path, ...one.path] }));
      if (placed.length > 0) add(list, urn, ...placed);
    }
  }
  return { native, loose };
}

function keysOf(old: PlanComponent, component: PlanComponent): string[] {
  return [...new Set([...Object.keys(old.documents), ...Object.keys(component.documents)])].sort(byText);
}

interface Home {
  readonly resource: PlanResource;
  readonly path: Path;
}

/** Roles with more are none of ours. */
const mostDots = 20;

/** `rolePolicy.policy`: the role of a native resource, and a path in it. A role may have dots. */
function homeOf(key: string, { name }: PlanComponent, children: readonly PlanResource[]): Home | undefined {
  const dots = [...key.matchAll(/\./g)].slice(0, mostDots).map(({ index }) => index);
  for (const dot of dots) {
    const called = childName(name, key.slice(0, dot));
    const [only, another] = candidates(called, children);
    const path = parsePath(key.slice(dot + 1));
    if (only && another === undefined && path) return { resource: only, path };
  }
  return undefined;
}

/** By the whole name, else by one with an ending; two at most, of children in the order of their names. */
function candidates(called: string, children: readonly PlanResource[]): PlanResource[] {
  const exact = from(called, children).filter(({ name }) => name === called);
  return exact.length > 0 ? exact : from(`${called}-`, children).filter(({ name }) => name.startsWith(`${called}-`));
}

/** The first two whose names are not before a text. */
function from(text: string, sorted: readonly PlanResource[]): readonly PlanResource[] {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (byText(sorted[middle]?.name ?? "", text) < 0) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(low, low + 2);
}
