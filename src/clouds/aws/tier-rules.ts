import type { Planned } from "../../core/planned.js";
import { type AccessPlace, type DeclaredTier, type EgressPlace, type EgressSpec, egressOf } from "../../spec/tier.js";
import { everyone, groupPeer, ownRule, type Peer, rangePeer, type Traffic } from "./rules.js";

/** What members may open: everything, or the connections that the tier lists. */
export function egressRules(it: DeclaredTier): Record<string, Planned> {
  const rules = egressOf(it.spec).map((out) => ownRule(it, "egress", trafficOf(out), placePeer(out.to)));
  return Object.assign({}, ...rules);
}

/** What members take beside the connections of balancers. */
export function accessRules(it: DeclaredTier): Record<string, Planned> {
  const rules = (it.spec.access ?? []).flatMap(({ port, from }) =>
    from.map((place) => ownRule(it, "ingress", { protocol: "tcp", port }, placePeer(place))),
  );
  return Object.assign({}, ...rules);
}

function trafficOf({ port, protocol = "tcp" }: EgressSpec): Traffic {
  return port === undefined ? "any" : { protocol, port };
}

function placePeer(place: EgressPlace | AccessPlace): Peer {
  if (place.kind === "range") return rangePeer(place.cidr);
  return place.kind === "tier" ? groupPeer(place.tier) : everyone;
}
