// Sources: Networking API v2 reference (a new group opens everything outwards; a rule without an end is for every address),
// terraform-provider-openstack 1.54.1 (delete_default_rules), @pulumi/openstack 3.15.2; read 2026-11.
import { type Found, findable, guarded, peerIn, rangePeer, trafficOf } from "../../core/reach.js";
import type { Reach, ReachPeer, Reviewed } from "../../core/review.js";
import { listenerReach } from "./reach-listeners.js";

const group = "openstack:networking/secGroup:SecGroup";
const rule = "openstack:networking/secGroupRule:SecGroupRule";

/** The ways that security groups and listeners open. */
export function reach(resources: readonly Reviewed[]): Reach[] {
  const found = findable(resources);
  return [
    ...resources.filter(({ type }) => type === group).flatMap(defaultReach),
    ...resources.filter(({ type }) => type === rule).map((one) => ruleReach(found, one)),
    ...listenerReach(found, resources),
  ];
}

const everywhere = ["0.0.0.0/0", "::/0"];

/** What Neutron puts into a new group. */
function defaultReach({ urn, inputs }: Reviewed): Reach[] {
  if (inputs.deleteDefaultRules === true) return [];
  return everywhere.map((cidr) => ({
    direction: "out",
    at: urn,
    peer: { kind: "range", cidr },
    protocol: "any",
    by: urn,
  }));
}

function ruleReach(found: Found, one: Reviewed): Reach {
  const { inputs, urn } = one;
  return {
    direction: inputs.direction === "egress" ? "out" : "in",
    at: guarded(found, one, "securityGroupId", [group]),
    peer: endOf(found, one),
    ...trafficOf(inputs.protocol === "" ? undefined : inputs.protocol, inputs.portRangeMin, inputs.portRangeMax),
    by: urn,
  };
}

function endOf(found: Found, one: Reviewed): ReachPeer {
  const { remoteGroupId, remoteIpPrefix, ethertype } = one.inputs;
  if (remoteGroupId !== undefined && remoteGroupId !== "") return peerIn(found, one, "remoteGroupId", [group]);
  if (remoteIpPrefix !== undefined && remoteIpPrefix !== "") return rangePeer(remoteIpPrefix);
  return { kind: "range", cidr: ethertype === "IPv6" ? "::/0" : "0.0.0.0/0" };
}
