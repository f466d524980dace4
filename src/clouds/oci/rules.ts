// Sources: Networking API reference (AddSecurityRuleDetails: protocols are numbers in text), terraform-provider-oci 8.23.0; read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { type Declared, identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref, type Text, text } from "../../core/planned.js";
import type { Source } from "../../spec/load-balancer.js";
import { resource } from "./resources.js";

/** The other end of a rule: a range, or a network security group. */
export type Peer =
  | { readonly label: string; readonly range: string | Text }
  | { readonly label: string; readonly group: string | Ref; readonly of: Declared };

const tcp = "6";
const type = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";

export function peerOf(source: Source): Peer {
  if (source.kind === "internet") return { label: "internet", range: "0.0.0.0/0" };
  if (source.kind === "range") return { label: labelOf(source.cidr), range: source.cidr };
  return tierPeer(source.tier);
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

/** A rule of `owner`'s group; named by its content, so that who needs the same rule shares it. */
export function tcpRule(
  owner: Declared,
  direction: "ingress" | "egress",
  port: number,
  peer: Peer,
): Record<string, Planned> {
  const end = "group" in peer ? peer.group : peer.range;
  const kind = "group" in peer ? "NETWORK_SECURITY_GROUP" : "CIDR_BLOCK";
  const args = {
    networkSecurityGroupId: outputOf(owner, "groupId") as Ref,
    direction: direction === "ingress" ? "INGRESS" : "EGRESS",
    protocol: tcp,
    ...(direction === "ingress" ? { source: end, sourceType: kind } : { destination: end, destinationType: kind }),
    stateless: false,
    tcpOptions: { destinationPortRange: { min: port, max: port } },
    description: `${direction} tcp ${port} ${peer.label}`.slice(0, 255),
  };
  const rest = "of" in peer ? { owner, mentions: peer.of } : { owner };
  return { [`${direction}:tcp-${port}-${peer.label}`]: resource(type, args, rest) };
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
