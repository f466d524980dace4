// Sources: Networking API v2 reference (security group rules: equal ones are refused, a range and a group exclude each other),
// ovn-octavia-provider helper.py (checks come from a port in the members' subnet); read 2026-11.
import { type Declared, identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref } from "../../core/planned.js";
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
    ...reach.ports.map((port) => ingress(tier, peer, port)),
    ...(reach.ping ? [ingress(tier, peer)] : []),
  ]);
  return Object.assign({}, ...rules);
}

/** The other end of a rule: a range, or the security group of a tier. */
type Peer = { readonly cidr: string } | { readonly tier: DeclaredTier };

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
function ingress(owner: DeclaredTier, peer: Peer, port?: number): Record<string, Planned> {
  const what = port === undefined ? "icmp" : `tcp-${port}`;
  const label = "cidr" in peer ? peer.cidr.replace(/[./]/g, "-") : `tier-${identityOf(peer.tier)}`;
  const planned = resource(
    "openstack:networking/secGroupRule:SecGroupRule",
    {
      securityGroupId: group(owner),
      direction: "ingress",
      ethertype: "IPv4",
      ...(port === undefined ? { protocol: "icmp" } : { protocol: "tcp", portRangeMin: port, portRangeMax: port }),
      ...("cidr" in peer ? { remoteIpPrefix: peer.cidr } : { remoteGroupId: group(peer.tier) }),
    },
    { owner, ...("tier" in peer ? { mentions: peer.tier } : {}) },
  );
  return { [`ingress:${what}-${label}`]: planned };
}

function group(of: Declared): Ref {
  return outputOf(of, "groupId") as Ref;
}
