// Sources: Amazon EC2 API reference (IpPermission: -1 is every protocol), terraform-provider-aws 6 schemas by way of @pulumi/aws
// 7.48.0 (a group that is made has no rules but its own; the default group keeps none but those it is given); read 2026-11.
import {
  type Found,
  findable,
  guarded,
  isUnknown,
  listOf,
  peerIn,
  rangePeer,
  recordsIn,
  trafficOf,
} from "../../core/reach.js";
import type { Reach, ReachPeer, Reviewed } from "../../core/review.js";

const groups = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];

const readers: Readonly<Record<string, (found: Found, resource: Reviewed) => Reach[]>> = {
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": (found, rule) => ruleReach(found, rule, "in"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": (found, rule) => ruleReach(found, rule, "out"),
  "aws:ec2/securityGroupRule:SecurityGroupRule": olderRuleReach,
  "aws:ec2/securityGroup:SecurityGroup": inlineReach,
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": inlineReach,
};

/** The ways that security groups open. */
export function reach(resources: readonly Reviewed[]): Reach[] {
  const found = findable(resources);
  return resources.flatMap((resource) => {
    const read = Object.hasOwn(readers, resource.type) ? readers[resource.type] : undefined;
    return read?.(found, resource) ?? [];
  });
}

function ruleReach(found: Found, rule: Reviewed, direction: Reach["direction"]): Reach[] {
  const { inputs, urn } = rule;
  const at = guarded(found, rule, "securityGroupId", groups);
  const traffic = trafficOf(inputs.ipProtocol, inputs.fromPort, inputs.toPort);
  const peers = [
    ...["cidrIpv4", "cidrIpv6"].flatMap((name) => (inputs[name] === undefined ? [] : [rangePeer(inputs[name])])),
    ...["referencedSecurityGroupId", "prefixListId"].flatMap((name) =>
      inputs[name] === undefined ? [] : [peerIn(found, rule, name, groups)],
    ),
  ];
  return peers.map((peer) => ({ direction, at, peer, ...traffic, by: urn }));
}

/** One rule with many ends. */
function olderRuleReach(found: Found, rule: Reviewed): Reach[] {
  const { inputs, urn } = rule;
  const at = guarded(found, rule, "securityGroupId", groups);
  const traffic = trafficOf(inputs.protocol, inputs.fromPort, inputs.toPort);
  const direction = inputs.type === "egress" ? "out" : "in";
  const source = inputs.sourceSecurityGroupId;
  const peers = [
    ...rangesOf(inputs),
    ...(source === undefined ? [] : [peerIn(found, rule, "sourceSecurityGroupId", groups)]),
    ...(inputs.self === true ? [selfPeer(found, at)] : []),
  ];
  return peers.map((peer) => ({ direction, at, peer, ...traffic, by: urn }));
}

/** The rules that a group holds itself. */
function inlineReach(found: Found, group: Reviewed): Reach[] {
  return (["ingress", "egress"] as const).flatMap((property) => {
    const direction = property === "ingress" ? "in" : "out";
    const rules = group.inputs[property];
    const common = { direction, at: group.urn, by: group.urn } as const;
    if (isUnknown(rules)) return [{ ...common, peer: { kind: "unknown" }, protocol: "any" } satisfies Reach];
    return recordsIn(rules).flatMap((rule) => {
      const traffic = trafficOf(rule.protocol, rule.fromPort, rule.toPort);
      const peers = [
        ...rangesOf(rule),
        ...idsOf(rule.securityGroups).map((id) => peerIn(found, group, property, groups, id)),
        ...(rule.self === true ? [selfPeer(found, group.urn)] : []),
      ];
      return peers.map((peer) => ({ ...common, peer, ...traffic }));
    });
  });
}

function rangesOf(rule: Readonly<Record<string, unknown>>): ReachPeer[] {
  return [
    ...[...idsOf(rule.cidrBlocks), ...idsOf(rule.ipv6CidrBlocks)].map(rangePeer),
    ...idsOf(rule.prefixListIds).map(
      (id): ReachPeer => (isUnknown(id) ? { kind: "unknown" } : { kind: "id", id: String(id) }),
    ),
  ];
}

/** A list that is not known holds one thing that is not known. */
function idsOf(list: unknown): readonly unknown[] {
  return isUnknown(list) ? [list] : listOf(list);
}

function selfPeer(found: Found, at: string): ReachPeer {
  return found.has(at) ? { kind: "resource", urn: at } : { kind: "id", id: at };
}
