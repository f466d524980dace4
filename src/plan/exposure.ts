import { reviews } from "../clouds/reviews.js";
import type { Reach, ReachPeer } from "../core/review.js";
import type { Plan, PlanComponent, PlanExposure, PlanResource } from "./model.js";
import { unknown } from "./model.js";
import { shortType } from "./telling.js";
import { labelOf } from "./tree.js";

/** Who may open connections to what, by the native resources of a plan. */
export function exposureOfPlan(plan: Pick<Plan, "components" | "resources">): PlanExposure[] {
  return waysOfPlan(plan, () => "internet");
}

/** The same with an internet for each family of addresses, as only a comparison needs them. */
export function exposureByFamily(plan: Pick<Plan, "components" | "resources">): PlanExposure[] {
  return waysOfPlan(plan, (cidr) => (cidr === everywhere.IPv6 ? internetOver.IPv6 : internetOver.IPv4));
}

export const internetOver = { IPv4: "internet over IPv4", IPv6: "internet over IPv6" } as const;
const everywhere = { IPv4: "0.0.0.0/0", IPv6: "::/0" } as const;

/** What everywhere is called. */
type Naming = (cidr: string) => string;

function waysOfPlan({ components, resources }: Pick<Plan, "components" | "resources">, naming: Naming): PlanExposure[] {
  const native = resources.filter(({ kind }) => kind === "resource");
  const clouds = [...new Set(native.map(({ type }) => type.split(":")[0] ?? ""))].sort();
  const ways = clouds.flatMap((cloud) => {
    const own = native.filter(({ type }) => type.startsWith(`${cloud}:`));
    return Object.hasOwn(reviews, cloud) ? (reviews[cloud]?.().reach(own) ?? []) : [];
  });
  const places = placesIn(components, resources);
  return joined(ways.map((way) => exposureOf(way, places, naming)));
}

interface Place {
  readonly urn: string;
  readonly label: string;
}

type Places = (urn: string) => Place | undefined;

/** The component that a resource stands for, or the resource itself. */
function placesIn(components: readonly PlanComponent[], resources: readonly PlanResource[]): Places {
  const ours = new Map(components.map((component) => [component.urn, component]));
  const balancers = new Map(components.filter(isBalancer).map((component) => [component.key, component]));
  const natives = new Map(resources.map((resource) => [resource.urn, resource]));
  return (urn) => {
    const native = natives.get(urn);
    if (!native) return undefined;
    const component = native.component === undefined ? undefined : ours.get(native.component);
    const home = (component && balancers.get(String(component.spec.loadBalancer))) ?? component;
    if (home) return { urn: home.urn, label: labelOf(home) };
    return { urn, label: `${shortType(native.type)} ${native.name}` };
  };
}

function isBalancer({ noun }: PlanComponent): boolean {
  return noun === "LoadBalancer";
}

function exposureOf({ direction, at, peer, protocol, ports, by }: Reach, places: Places, naming: Naming): PlanExposure {
  const place = places(at) ?? { urn: at, label: at };
  return {
    direction,
    at: place.urn,
    place: place.label,
    ...peerOf(peer, places, naming),
    protocol,
    ports: ports === undefined ? "any" : range(ports),
    by: [by],
  };
}

function peerOf(peer: ReachPeer, places: Places, naming: Naming): Pick<PlanExposure, "peer" | "from"> {
  switch (peer.kind) {
    case "range":
      return { peer: isEverywhere(peer.cidr) ? naming(peer.cidr) : peer.cidr };
    case "id":
      return { peer: peer.id };
    case "unknown":
      return { peer: unknown };
    case "resource": {
      const place = places(peer.urn);
      return place ? { peer: place.label, from: place.urn } : { peer: unknown };
    }
  }
}

function isEverywhere(cidr: string): boolean {
  return cidr === everywhere.IPv4 || cidr === everywhere.IPv6;
}

function range({ from, to }: NonNullable<Reach["ports"]>): string {
  return from === to ? String(from) : `${from}-${to}`;
}

/** Ways that only their rules tell apart are one. */
function joined(ways: readonly PlanExposure[]): PlanExposure[] {
  const groups = new Map<string, { readonly way: PlanExposure; readonly by: Set<string> }>();
  for (const way of ways) {
    const key = orderOf(way);
    const group = groups.get(key) ?? { way, by: new Set() };
    for (const rule of way.by) group.by.add(rule);
    groups.set(key, group);
  }
  const sorted = [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.map(([, { way, by }]) => ({ ...way, by: [...by].sort() }));
}

function orderOf({ at, direction, protocol, ports, peer, from = "" }: PlanExposure): string {
  return JSON.stringify([at, direction, protocol, ports.padStart(11, "0"), peer, from]);
}
