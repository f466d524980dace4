// Sources: Amazon EC2 API reference (AuthorizeSecurityGroupIngress: characters of descriptions), @pulumi/aws 7.48.0; read 2026-11.
import { type Declared, identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref, ref, type Text } from "../../core/planned.js";
import type { Source } from "../../spec/load-balancer.js";
import { resource } from "./resources.js";
import { labelled, tagsOf } from "./tags.js";

/** The other end of a rule: a range, or a security group. */
export type Peer =
  | { readonly label: string; readonly cidr: string | Text }
  | { readonly label: string; readonly group: string | Ref; readonly of: Declared };

/** Every address there is. */
export const everyone = { label: "any", cidr: "0.0.0.0/0" } as const satisfies Peer;

export function peerOf(source: Source): Peer {
  if (source.kind === "internet") return { label: "internet", cidr: "0.0.0.0/0" };
  return source.kind === "range" ? rangePeer(source.cidr) : groupPeer(source.tier);
}

export function rangePeer(cidr: string): Peer {
  return { label: cidr.replace(/[./]/g, "-"), cidr };
}

/** The security group of a tier or a balancer. */
export function groupPeer(of: Declared): Peer {
  return {
    label: `${of.noun === "Tier" ? "tier" : "balancer"}-${identityOf(of)}`,
    group: outputOf(of, "groupId") as Ref,
    of,
  };
}

const forbidden = /[^a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]/gu;

/** What a rule lets through: one port, or everything. */
export type Traffic = { readonly protocol: "tcp" | "udp"; readonly port: number } | "any";

type Direction = "ingress" | "egress";

/** A rule of `owner`'s security group; named by its content, so that who needs the same rule shares it. */
export function tcpRule(owner: Declared, direction: Direction, port: number, peer: Peer) {
  const args = { securityGroupId: outputOf(owner, "groupId") as Ref, ...labelled(tagsOf(owner)) };
  return planned(direction, { protocol: "tcp", port }, peer, args, { owner });
}

/** A rule of the group that a component makes itself. */
export function ownRule(it: Declared, direction: Direction, traffic: Traffic, peer: Peer) {
  return planned(direction, traffic, peer, { securityGroupId: ref("group.id"), ...labelled(tagsOf(it)) }, {});
}

function planned(
  direction: Direction,
  traffic: Traffic,
  peer: Peer,
  own: { securityGroupId: Ref; tags?: Record<string, string> },
  owned: { owner?: Declared },
): Record<string, Planned> {
  const words = wordsOf(traffic, peer);
  const args = {
    ...own,
    ...(traffic === "any"
      ? { ipProtocol: "-1" }
      : { ipProtocol: traffic.protocol, fromPort: traffic.port, toPort: traffic.port }),
    description: `${direction} ${words.join(" ")}`.replace(forbidden, "_").slice(0, 255),
    ...("cidr" in peer ? { cidrIpv4: peer.cidr } : { referencedSecurityGroupId: peer.group }),
  };
  const rest = "of" in peer ? { ...owned, mentions: peer.of } : owned;
  const made =
    direction === "ingress"
      ? resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", args, rest)
      : resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", args, rest);
  return { [`${direction}:${words.join("-")}`]: made };
}

function wordsOf(traffic: Traffic, { label }: Peer): string[] {
  if (traffic !== "any") return [traffic.protocol, String(traffic.port), label];
  return label === everyone.label ? [label] : ["any", label];
}
