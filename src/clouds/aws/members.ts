// Sources: Elastic Load Balancing API reference (TargetDescription: an address outside the VPC needs its zone said, one inside may not
// be given "all"); what the service answers to either mistake: kubernetes-sigs/aws-load-balancer-controller issues 561 and 3084;
// read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { identityOf } from "../../core/declared.js";
import { derived, type Note, type Planned, ref, text } from "../../core/planned.js";
import { isAddress, isWithin } from "../../core/ranges.js";
import { type BackendSetSpec, type DeclaredBackendSet, type Member, memberPorts } from "../../spec/backend-set.js";
import type { DeclaredTier } from "../../spec/tier.js";
import { resource } from "./resources.js";
import { groupPeer, type Peer, rangePeer, tcpRule } from "./rules.js";

/** Members that the program names by their addresses. */
export function members({ members: given = {}, port, loadBalancer }: BackendSetSpec): Record<string, Planned> {
  const { cidr } = loadBalancer.spec.network.spec;
  const entries = Object.entries(given).map(([name, member]) => [
    `member:${name}`,
    resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", {
      targetGroupArn: ref("targetGroup.arn"),
      targetId: member.address,
      port: member.port ?? port,
      ...zoneFor(member.address, cidr),
    }),
  ]);
  return Object.fromEntries(entries);
}

/** Zones of addresses in the network are found by the service; an address outside belongs to all of them. */
function zoneFor(address: Input<string>, cidr: string) {
  const zone = (known: string) => (!isAddress(known) || isWithin(known, cidr) ? undefined : "all");
  if (typeof address !== "string") return { availabilityZone: derived(address, zone) };
  return isWithin(address, cidr) ? {} : { availabilityZone: "all" };
}

/** The balancer may reach the members' ports; members of a tier admit it. */
export function paths(it: DeclaredBackendSet): Record<string, Planned> {
  const { loadBalancer, tier, members: given = {} } = it.spec;
  const own = loadBalancer.plan.resources.group !== undefined;
  if (tier) return pathsInto(tier, it);
  if (!own) return {};
  const rules = Object.entries(given).flatMap(([name, member]) =>
    portsOf(member, it.spec).map((port) => tcpRule(loadBalancer, "egress", port, memberPeer(it, name, member))),
  );
  return Object.assign({}, ...rules);
}

/** The members of a set stand in a tier: the balancer may reach it on their ports, and it admits the balancer. */
export function pathsInto(tier: DeclaredTier, { spec }: DeclaredBackendSet): Record<string, Planned> {
  const { loadBalancer } = spec;
  const own = loadBalancer.plan.resources.group !== undefined;
  const rules = memberPorts(spec).flatMap((port) => [
    ...(own ? [tcpRule(loadBalancer, "egress", port, groupPeer(tier))] : []),
    tcpRule(tier, "ingress", port, groupPeer(loadBalancer)),
  ]);
  return Object.assign({}, ...rules);
}

function portsOf(member: Member, { port, healthCheck }: BackendSetSpec): number[] {
  const served = member.port ?? port;
  return [...new Set([served, healthCheck.port ?? served])];
}

function memberPeer(it: DeclaredBackendSet, name: string, { address }: Member): Peer {
  if (typeof address === "string") return rangePeer(`${address}/32`);
  return { label: `member-${identityOf(it)}/${name}`, cidr: text(address, "/32") };
}

export function memberNotes({ members: given, tier }: BackendSetSpec): Note[] {
  if (!given || tier) return [];
  const message = "are named by address: rules of their own must admit the balancer, unless tier says where they stand";
  return [{ id: "note:backendSet.members", fate: "note", path: "backendSet.members", message }];
}
