import { Address4, Address6 } from "ip-address";
import { internetOver } from "../plan/exposure.js";
import type { PlanExposure } from "../plan/model.js";

/** A way, with identities in place of URNs. */
export interface Way {
  readonly direction: "in" | "out";
  readonly at: string;
  readonly peer: string;
  readonly from?: string;
  readonly protocol: string;
  readonly ports: string;
}

export function wayOf(exposure: PlanExposure, identity: (urn: string) => string): Way {
  const { direction, at, peer, from, protocol, ports } = exposure;
  const rest = { direction, at: identity(at), protocol, ports };
  return from === undefined ? { ...rest, peer } : { ...rest, peer: "", from: identity(from) };
}

/** Whether whatever gets through the inner way gets through the outer one. */
export function covers(outer: Way, inner: Way): boolean {
  return (
    outer.direction === inner.direction &&
    outer.at === inner.at &&
    (outer.protocol === "any" || outer.protocol === inner.protocol) &&
    portsCover(outer.ports, inner.ports) &&
    peerCovers(outer, inner)
  );
}

export function portsCover(outer: string, inner: string): boolean {
  if (outer === "any" || outer === inner) return true;
  const [whole, part] = [rangeOf(outer), rangeOf(inner)];
  return whole !== undefined && part !== undefined && whole.first <= part.first && part.last <= whole.last;
}

function rangeOf(ports: string): { readonly first: number; readonly last: number } | undefined {
  const found = /^(\d+)(?:-(\d+))?$/.exec(ports);
  return found ? { first: Number(found[1]), last: Number(found[2] ?? found[1]) } : undefined;
}

function peerCovers(outer: Way, inner: Way): boolean {
  if (outer.from !== undefined || inner.from !== undefined)
    return outer.from === inner.from || (outer.from === undefined && isInternet(outer.peer, "IPv4"));
  if (outer.peer === inner.peer) return true;
  return isInternet(outer.peer, familyIn(inner.peer)) || isWithin(inner.peer, outer.peer);
}

/** Whether a peer is everyone of a family. */
function isInternet(peer: string, family: keyof typeof internetOver | undefined): boolean {
  return peer === "internet" || (family !== undefined && peer === internetOver[family]);
}

/** Of a range, or of the internet; of what only has an id, IPv4: nobody knows, and most have. */
function familyIn(peer: string): keyof typeof internetOver | undefined {
  if (peer === "internet") return undefined;
  return peer === internetOver.IPv6 || Address6.isValid(peer) ? "IPv6" : "IPv4";
}

/** Whether one range of addresses lies inside another of its family. */
function isWithin(inner: string, outer: string): boolean {
  if (Address4.isValid(inner) && Address4.isValid(outer)) return new Address4(inner).isInSubnet(new Address4(outer));
  if (Address6.isValid(inner) && Address6.isValid(outer)) return new Address6(inner).isInSubnet(new Address6(outer));
  return false;
}
