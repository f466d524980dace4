import type { Planned } from "../../core/planned.js";
import { type BackendSetSpec, type DeclaredBackendSet, type Member, memberPorts } from "../../spec/backend-set.js";
import { sourcesOf } from "../../spec/load-balancer.js";
import type { DeclaredTier } from "../../spec/tier.js";
import { addressPeer, balancerPeer, peerOf, tcpRule, tierPeer } from "./rules.js";

/** The ways between the balancer and the members that the set itself knows; pools bring their tiers. */
export function pathsOf(it: DeclaredBackendSet): Record<string, Planned> {
  const { spec } = it;
  if (spec.tier) return pathsToTier(spec, spec.tier);
  const { loadBalancer, members = {} } = spec;
  if (!ownsGroup(spec)) return {};
  const rules = Object.entries(members).flatMap(([name, member]) =>
    portsOf(member, spec).map((port) => tcpRule(loadBalancer, "egress", port, addressPeer(it, name, member.address))),
  );
  return merged(rules);
}

/** For sets and for pools: the balancer may reach the tier's ports, and the tier admits it; where packets keep their sender, the clients too. */
export function pathsToTier(spec: BackendSetSpec, tier: DeclaredTier): Record<string, Planned> {
  const { loadBalancer } = spec;
  const clients = spec.clientAddress === "kept" ? sourcesOf(loadBalancer.spec).map(peerOf) : [];
  const ports = memberPorts(spec);
  return merged([
    ...(ownsGroup(spec) ? ports.map((port) => tcpRule(loadBalancer, "egress", port, tierPeer(tier))) : []),
    ...ports.map((port) => tcpRule(tier, "ingress", port, balancerPeer(loadBalancer))),
    ...clients.flatMap((peer) => servedPorts(spec).map((port) => tcpRule(tier, "ingress", port, peer))),
  ]);
}

/** Ports that clients' packets go to: all but the one that only checks use. */
function servedPorts({ port, members = {} }: BackendSetSpec): number[] {
  return [...new Set([port, ...Object.values(members).flatMap((member) => member.port ?? [])])];
}

function portsOf(member: Member, { port, healthCheck }: BackendSetSpec): number[] {
  return [...new Set([member.port ?? port, ...(healthCheck.port === undefined ? [] : [healthCheck.port])])];
}

function ownsGroup({ loadBalancer }: BackendSetSpec): boolean {
  return loadBalancer.plan.resources.group !== undefined;
}

function merged(rules: Record<string, Planned>[]): Record<string, Planned> {
  return Object.assign({}, ...rules);
}
