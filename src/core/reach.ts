// Sources: IANA protocol numbers (1, 6, 17, 58); read 2026-11.
import type { Reach, ReachPeer, Reviewed } from "./review.js";

/** Stands in a plan for what only a deployment knows. */
const unknown = "[unknown]";

/** What a rule lets through. */
export type Traffic = Pick<Reach, "protocol" | "ports">;

/** Resources of a plan by their URNs. */
export type Found = ReadonlyMap<string, Reviewed>;

export function findable(resources: readonly Reviewed[]): Found {
  return new Map(resources.map((resource) => [resource.urn, resource]));
}

/** The one resource of these types that a property's value comes from. */
export function originOf(
  found: Found,
  { propertyDependencies }: Reviewed,
  property: string,
  types: readonly string[],
): Reviewed | undefined {
  const [only, another] = (propertyDependencies[property] ?? []).flatMap((urn) => {
    const one = found.get(urn);
    return one && types.includes(one.type) ? [one] : [];
  });
  return another === undefined ? only : undefined;
}

/** What a rule guards: a resource of the plan, the component that the rule belongs to, or something that exists already. */
export function guarded(found: Found, rule: Reviewed, property: string, types: readonly string[]): string {
  const id = rule.inputs[property];
  if (typeof id === "string" && !isUnknown(id)) return rule.component === undefined ? id : rule.urn;
  return originOf(found, rule, property, types)?.urn ?? rule.urn;
}

/** The resource, or the id, at the other end of a way. */
export function peerIn(
  found: Found,
  rule: Reviewed,
  property: string,
  types: readonly string[],
  id: unknown = rule.inputs[property],
): ReachPeer {
  if (typeof id === "string" && !isUnknown(id)) return { kind: "id", id };
  const origin = originOf(found, rule, property, types);
  return origin ? { kind: "resource", urn: origin.urn } : { kind: "unknown" };
}

export function rangePeer(cidr: unknown): ReachPeer {
  return typeof cidr === "string" && !isUnknown(cidr) ? { kind: "range", cidr } : { kind: "unknown" };
}

const names: Readonly<Record<string, string>> = {
  "-1": "any",
  all: "any",
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
  "ipv6-icmp": "icmpv6",
};

/** A protocol by its name or number, and its ports where it has any. */
export function trafficOf(protocol: unknown, from: unknown, to: unknown): Traffic {
  if (isUnknown(protocol)) return { protocol: unknown };
  const said = String(protocol ?? "any").toLowerCase();
  const name = Object.hasOwn(names, said) ? (names[said] ?? said) : said;
  const hasPorts = !["any", "icmp", "icmpv6"].includes(name);
  const ports = hasPorts ? portsOf(from, to) : undefined;
  return ports === undefined ? { protocol: name } : { protocol: name, ports };
}

export function isUnknown(value: unknown): boolean {
  return typeof value === "string" && value.includes(unknown);
}

export function recordsIn(list: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(list) ? list.filter(isRecord) : [];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

const lastPort = 65_535;

/** Ports that are not known are all of them. */
function portsOf(from: unknown, to: unknown): Traffic["ports"] {
  const first = portIn(from);
  const last = to === undefined ? first : portIn(to);
  if (first === undefined || last === undefined || (first <= 1 && last >= lastPort)) return undefined;
  return { from: first, to: last };
}

function portIn(value: unknown): number | undefined {
  const port = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= lastPort ? port : undefined;
}
