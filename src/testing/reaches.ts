import { Address4 } from "ip-address";
import { isWithin } from "../core/ranges.js";
import { PlanError } from "../plan/errors.js";
import type { Plan, PlanExposure } from "../plan/model.js";
import { labelOf } from "../plan/tree.js";

export interface Question {
  readonly from: string;
  readonly to: string;
  readonly port?: number | undefined;
  readonly protocol?: string | undefined;
}

/** What is guarded at its end by the plan decides there; the way out of a member decides the rest. */
export function reaches(plan: Plan, { from, to, port, protocol }: Question): boolean {
  for (const place of [from, to]) checkPlace(plan, place);
  const isInside = placesOf(plan).includes(to);
  return plan.exposure
    .filter(({ direction }) => direction === (isInside ? "in" : "out"))
    .filter(({ place, peer }) => (isInside ? place === to && covers(peer, from) : place === from && covers(peer, to)))
    .some((way) => admits(way, port, protocol));
}

/** A misspelt place would make every "does not reach" true. */
function checkPlace(plan: Plan, place: string): void {
  const known = placesOf(plan);
  const peers = plan.exposure.map(({ peer }) => peer);
  if (place === "internet" || isRange(place) || known.includes(place) || peers.includes(place)) return;
  const names = [...new Set(["internet", ...known])].map((name) => `"${name}"`).join(", ");
  throw new PlanError(`"${place}" is no place of this plan\n  instead: ${names}, or a range such as "10.0.0.0/8"`);
}

function placesOf({ components, exposure }: Plan): string[] {
  const guarded = components.filter(({ noun }) => noun === "Tier" || noun === "LoadBalancer").map(labelOf);
  return [...new Set([...guarded, ...exposure.map(({ place }) => place)])];
}

/** Of two ranges that share addresses, some hosts get through. */
function covers(peer: string, asked: string): boolean {
  if (peer === asked || peer === "internet") return true;
  return isRange(peer) && isRange(asked) && (isWithin(peer, asked) || isWithin(asked, peer));
}

function isRange(text: string): boolean {
  return Address4.isValid(text);
}

function admits(way: PlanExposure, port: number | undefined, protocol: string | undefined): boolean {
  const speaks = protocol === undefined || way.protocol === "any" || way.protocol === protocol;
  return speaks && (port === undefined || holds(way.ports, port));
}

/** `443`, `1024-65535`, or `any`. */
function holds(ports: string, port: number): boolean {
  if (ports === "any") return true;
  const [first = Number.NaN, last = first] = ports.split("-").map(Number);
  return port >= first && port <= last;
}
