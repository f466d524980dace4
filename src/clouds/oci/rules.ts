// Sources: Networking API reference (AddSecurityRuleDetails: protocols are numbers in text), terraform-provider-oci 8.23.0; read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { type Declared, identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref, type Text, text } from "../../core/planned.js";
import type { Place } from "../../spec/places.js";
import { resource } from "./resources.js";

/** The other end of a rule: a range, or a network security group. */
export type Peer =
  | { readonly label: string; readonly range: string | Text }
  | { readonly label: string; readonly group: string | Ref; readonly of: Declared };

const protocols = { tcp: "6", udp: "17" } as const;

/** A port of a protocol, or everything. */
type Traffic = "all" | { readonly protocol: keyof typeof protocols; readonly port: number };

/** Whose rule it is: another component's, or the planned component's own group. */
type Owner = Declared | { readonly group: Ref };

const type = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";

export function peerOf(place: Place<"internet" | "anyone" | "anywhere">): Peer {
  if ("tier" in place) return tierPeer(place.tier);
  if ("cidr" in place) return { label: labelOf(place.cidr), range: place.cidr };
  return { label: "internet", range: "0.0.0.0/0" };
}

export function tierPeer(of: Declared): Peer {
  return { label: `tier-${identityOf(of)}`, group: outputOf(of, "groupId") as Ref, of };
}

/** The balancer's group, or the range of its subnet where an adopted one has none. */
export function balancerPeer(of: Declared): Peer {
  const group = outputOf(of, "groupId") as string | Ref | undefined;
  if (group !== undefined) return { label: `balancer-${identityOf(of)}`, group, of };
  const range = outputOf(of, "range") as string;
  return { label: labelOf(range), range };
}

/** A member's address; where only the deployment knows it, the rule is named by set and member. */
export function addressPeer(of: Declared, name: string, address: Input<string>): Peer {
  const label = typeof address === "string" ? labelOf(`${address}/32`) : `member-${identityOf(of)}/${name}`;
  return { label, range: text(address as string, "/32") };
}

/** A rule of another component's group, which who needs the same rule shares. */
export function tcpRule(
  owner: Declared,
  direction: "ingress" | "egress",
  port: number,
  peer: Peer,
): Record<string, Planned> {
  return rule(owner, direction, { protocol: "tcp", port }, peer);
}

/** Named by its content, so that equal rules meet. */
export function rule(
  owner: Owner,
  direction: "ingress" | "egress",
  traffic: Traffic,
  peer: Peer,
): Record<string, Planned> {
  const end = "group" in peer ? peer.group : peer.range;
  const kind = "group" in peer ? "NETWORK_SECURITY_GROUP" : "CIDR_BLOCK";
  const what = traffic === "all" ? "all" : `${traffic.protocol} ${traffic.port}`;
  const args = {
    networkSecurityGroupId: "group" in owner ? owner.group : (outputOf(owner, "groupId") as Ref),
    direction: direction === "ingress" ? "INGRESS" : "EGRESS",
    protocol: traffic === "all" ? "all" : protocols[traffic.protocol],
    ...(direction === "ingress" ? { source: end, sourceType: kind } : { destination: end, destinationType: kind }),
    stateless: false,
    ...portsOf(traffic),
    description: `${direction} ${what} ${peer.label}`.slice(0, 255),
  };
  const rest = { ...("group" in owner ? {} : { owner }), ...("of" in peer ? { mentions: peer.of } : {}) };
  return { [`${direction}:${what.replace(" ", "-")}-${peer.label}`]: resource(type, args, rest) };
}

function portsOf(traffic: Traffic) {
  if (traffic === "all") return {};
  const options = { destinationPortRange: { min: traffic.port, max: traffic.port } };
  return traffic.protocol === "tcp" ? { tcpOptions: options } : { udpOptions: options };
}

/** Members' connections to anywhere. */
export function anywhere(group: Ref): Planned {
  return resource(type, {
    networkSecurityGroupId: group,
    direction: "EGRESS",
    protocol: "all",
    destination: "0.0.0.0/0",
    destinationType: "CIDR_BLOCK",
    stateless: false,
    description: "egress any",
  });
}

function labelOf(cidr: string): string {
  return cidr.replace(/[./]/g, "-");
}
