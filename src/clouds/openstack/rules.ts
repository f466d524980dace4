// Sources: Networking API v2 reference (security group rules: equal ones are refused, a range and a group exclude each other),
// ovn-octavia-provider helper.py (checks come from a port in the members' subnet); read 2026-11.
import { identityOf } from "../../core/declared.js";
import { type Planned, type Ref, ref } from "../../core/planned.js";
import type { DeclaredLoadBalancer, Source } from "../../spec/load-balancer.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import type { DeclaredTier } from "../../spec/tier.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { namedSubnet, tierSubnet, vipSubnet } from "./subnets.js";

/** What a balancer must reach on its members. */
export interface Reach {
  readonly ports: readonly number[];
  /** Whether its checks are echoes. */
  readonly ping: boolean;
}

/** The rules by which members of a tier admit a balancer; also for members that pools bring. */
export function memberRules(balancer: DeclaredLoadBalancer, tier: DeclaredTier, reach: Reach): Record<string, Planned> {
  const rules = peersOf(balancer, tier).flatMap((peer) => [
    ...reach.ports.map((port) => groupRule(tier, "ingress", peer, { protocol: "tcp", port })),
    ...(reach.ping ? [groupRule(tier, "ingress", peer, { protocol: "icmp" })] : []),
  ]);
  return Object.assign({}, ...rules);
}

/** The other end of a rule: a range, or the security group of a tier. */
export type Peer = { readonly cidr: string } | { readonly tier: DeclaredTier };

/** What passes; everything when nothing is said. */
interface Traffic {
  readonly protocol?: "tcp" | "udp" | "icmp";
  readonly port?: number;
}

/** An amphora speaks with addresses of its own; OVN leaves the client's, and checks from within the members' subnet. */
function peersOf(balancer: DeclaredLoadBalancer, tier: DeclaredTier): Peer[] {
  const members = tierSubnet(tier);
  const within = members ? [{ cidr: members.cidr }] : [];
  if (settingsOf(balancer).driver === "ovn") return [...sourcesOf(balancer.spec).map(clientPeer), ...within];
  const vip = vipSubnet(balancer);
  return [...(vip ? [{ cidr: vip.cidr }] : []), ...(namedSubnet(balancer, members) ? within : [])];
}

function clientPeer(source: Source): Peer {
  if (source.kind === "tier") return { tier: source.tier };
  return { cidr: source.kind === "internet" ? "0.0.0.0/0" : source.cidr };
}

/** Named by its content, so that who needs the same rule shares it. */
export function groupRule(
  owner: DeclaredTier,
  direction: "ingress" | "egress",
  peer: Peer,
  { protocol, port }: Traffic,
): Record<string, Planned> {
  const what = [protocol ?? "any", ...(port === undefined ? [] : [port])].join("-");
  const label = "cidr" in peer ? peer.cidr.replace(/[./]/g, "-") : `tier-${identityOf(peer.tier)}`;
  const planned = resource(
    "openstack:networking/secGroupRule:SecGroupRule",
    {
      securityGroupId: group(owner),
      direction,
      ethertype: "IPv4",
      ...(protocol === undefined ? {} : { protocol }),
      ...(port === undefined ? {} : { portRangeMin: port, portRangeMax: port }),
      ...("cidr" in peer ? { remoteIpPrefix: peer.cidr } : { remoteGroupId: group(peer.tier) }),
    },
    { owner, ...("tier" in peer ? { mentions: peer.tier } : {}) },
  );
  return { [`${direction}:${what}-${label}`]: planned };
}

function group(of: DeclaredTier): Ref {
  return ref(of, "group.id");
}
