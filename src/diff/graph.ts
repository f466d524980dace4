import type { PlanComponent, PlanSize, Value } from "../plan/model.js";
import { labelOf } from "../plan/tree.js";
import { text } from "../plan/words.js";
import { draftsOf, type End } from "./links.js";
import type { TopologyNode } from "./topology-model.js";
import { byText } from "./urns.js";

/** What traffic meets, by identity. */
export interface Part {
  readonly kind: TopologyNode["kind"];
  readonly label: string;
  readonly detail: string;
}

export interface Graph {
  readonly parts: ReadonlyMap<string, Part>;
  /** Labels of the ways between two parts. */
  readonly links: ReadonlyMap<string, Link>;
}

export interface Link {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

const kinds: Readonly<Record<string, Part["kind"]>> = {
  Tier: "tier",
  LoadBalancer: "balancer",
  Listener: "listener",
  BackendSet: "backends",
  InstancePool: "pool",
};

/** Sources, balancers, listeners, backend sets, pools and tiers of a plan, and the ways between them. */
export function graphOf(
  components: readonly PlanComponent[],
  sizes: readonly PlanSize[],
  identity: (urn: string) => string,
): Graph {
  const shown = components.filter(({ noun }) => Object.hasOwn(kinds, noun));
  const byKey = new Map(shown.map((component) => [component.key, component]));
  const sizeOf = new Map(sizes.map((size) => [size.pool, size]));
  const parts = new Map<string, Part>(
    shown.map((component) => [identity(component.urn), partOf(component, sizeOf.get(component.urn))]),
  );
  const keyOf = (end: End): string | undefined => {
    if ("key" in end) return endOf(byKey, end.key, identity);
    const key = `${end.kind} ${end.label}`;
    parts.set(key, { kind: end.kind, label: end.label, detail: "" });
    return key;
  };
  const links = new Map<string, Set<string>>();
  const link = (from: string | undefined, to: string | undefined, label = ""): void => {
    if (from === undefined || to === undefined) return;
    const key = JSON.stringify([from, to]);
    links.set(key, new Set([...(links.get(key) ?? []), label]));
  };
  const listeners = shown.filter(({ noun }) => noun === "Listener");
  for (const component of shown)
    for (const { from, to, label } of draftsOf(component, listeners)) link(keyOf(from), keyOf(to), label);
  for (const pool of shown.filter(({ noun }) => noun === "InstancePool"))
    link(identity(pool.urn), keyOf({ key: tierOf(pool, components) }), "in");
  return { parts, links: new Map([...links].map(([key, labels]) => [key, linkOf(key, labels)])) };
}

function endOf(
  byKey: ReadonlyMap<string, PlanComponent>,
  key: Value | undefined,
  identity: (urn: string) => string,
): string | undefined {
  const component = typeof key === "string" ? byKey.get(key) : undefined;
  return component && identity(component.urn);
}

function linkOf(key: string, labels: ReadonlySet<string>): Link {
  const [from = "", to = ""] = JSON.parse(key) as string[];
  return { from, to, label: [...labels].filter(Boolean).sort(byText).join(", ") };
}

function tierOf({ spec }: PlanComponent, components: readonly PlanComponent[]): Value | undefined {
  return components.find(({ noun, key }) => noun === "InstanceTemplate" && key === spec.template)?.spec.tier;
}

function partOf(component: PlanComponent, size: PlanSize | undefined): Part {
  const kind = kinds[component.noun] ?? "range";
  return { kind, label: labelOf(component), detail: detailOf(component, size) };
}

function detailOf({ noun, spec }: PlanComponent, size: PlanSize | undefined): string {
  if (noun === "LoadBalancer") return [text(spec.visibility), text(spec.kind)].filter(Boolean).join(" ");
  if (noun === "Listener" || noun === "BackendSet") return `${text(spec.protocol)} :${text(spec.port)}`.trim();
  if (noun === "Tier") return text(spec.placement);
  if (!size) return "";
  const count = size.min === size.max ? String(size.max) : `${size.min} to ${size.max}`;
  return [count, size.machine].filter(Boolean).join(" × ");
}
