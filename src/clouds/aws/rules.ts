// Sources: Amazon EC2 API reference (AuthorizeSecurityGroupIngress: characters of descriptions), @pulumi/aws 7.48.0; read 2026-11.
import { type Declared, identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref, type Text } from "../../core/planned.js";
import type { Source } from "../../spec/load-balancer.js";
import { resource } from "./resources.js";
import { labelled, tagsOf } from "./tags.js";

/** The other end of a rule: a range, or a security group. */
export type Peer =
  | { readonly label: string; readonly cidr: string | Text }
  | { readonly label: string; readonly group: string | Ref; readonly of: Declared };

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

/** A rule of `owner`'s security group; named by its content, so that who needs the same rule shares it. */
export function tcpRule(
  owner: Declared,
  direction: "ingress" | "egress",
  port: number,
  peer: Peer,
): Record<string, Planned> {
  const args = {
    securityGroupId: outputOf(owner, "groupId") as Ref,
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    description: `${direction} tcp ${port} ${peer.label}`.replace(forbidden, "_").slice(0, 255),
    ...("cidr" in peer ? { cidrIpv4: peer.cidr } : { referencedSecurityGroupId: peer.group }),
    ...labelled(tagsOf(owner)),
  };
  const rest = "of" in peer ? { owner, mentions: peer.of } : { owner };
  const planned =
    direction === "ingress"
      ? resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", args, rest)
      : resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", args, rest);
  return { [`${direction}:tcp-${port}-${peer.label}`]: planned };
}
