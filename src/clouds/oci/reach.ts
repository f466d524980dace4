// Sources: Networking API reference (AddSecurityRuleDetails, IngressSecurityRule, EgressSecurityRule: protocols are numbers in
// text, service labels stand for ranges of Oracle's own), @pulumi/oci 4.20.0; read 2026-11.
import {
  type Found,
  findable,
  guarded,
  isRecord,
  isUnknown,
  peerIn,
  rangePeer,
  recordsIn,
  type Traffic,
  trafficOf,
} from "../../core/reach.js";
import type { Reach, ReachPeer, Reviewed } from "../../core/review.js";

const group = "oci:Core/networkSecurityGroup:NetworkSecurityGroup";

type Rule = Readonly<Record<string, unknown>>;

const readers: Readonly<Record<string, (found: Found, resource: Reviewed) => Reach[]>> = {
  "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule": ruleReach,
  "oci:Core/securityList:SecurityList": (_, list) => listReach(list),
  "oci:Core/defaultSecurityList:DefaultSecurityList": (_, list) => listReach(list),
};

/** The ways that network security groups and security lists open. */
export function reach(resources: readonly Reviewed[]): Reach[] {
  const found = findable(resources);
  return resources.flatMap((resource) => {
    const read = Object.hasOwn(readers, resource.type) ? readers[resource.type] : undefined;
    return read?.(found, resource) ?? [];
  });
}

function ruleReach(found: Found, rule: Reviewed): Reach[] {
  const { inputs, urn } = rule;
  const direction = inputs.direction === "EGRESS" ? "out" : "in";
  const end = direction === "out" ? "destination" : "source";
  const at = guarded(found, rule, "networkSecurityGroupId", [group]);
  return [{ direction, at, peer: endOf(found, rule, end), ...trafficIn(inputs), by: urn }];
}

function endOf(found: Found, rule: Reviewed, end: "source" | "destination"): ReachPeer {
  const kind = rule.inputs[`${end}Type`];
  if (kind === "NETWORK_SECURITY_GROUP") return peerIn(found, rule, end, [group]);
  return plainEnd(rule.inputs[end], kind);
}

/** A range, or the label of a service. */
function plainEnd(end: unknown, kind: unknown): ReachPeer {
  if (kind === "SERVICE_CIDR_BLOCK" && typeof end === "string" && !isUnknown(end)) return { kind: "id", id: end };
  return rangePeer(end);
}

/** Rules of a list, which guards whole subnets. */
function listReach({ urn, inputs }: Reviewed): Reach[] {
  return (["ingress", "egress"] as const).flatMap((way) => {
    const direction = way === "ingress" ? "in" : "out";
    const end = way === "ingress" ? "source" : "destination";
    const rules = inputs[`${way}SecurityRules`];
    const common = { direction, at: urn, by: urn } as const;
    if (isUnknown(rules)) return [{ ...common, peer: { kind: "unknown" }, protocol: "any" } satisfies Reach];
    return recordsIn(rules).map((rule) => ({
      ...common,
      peer: plainEnd(rule[end], rule[`${end}Type`]),
      ...trafficIn(rule),
    }));
  });
}

/** Groups put their ports into a range of destinations, lists beside it. */
function trafficIn(rule: Rule): Traffic {
  const options = [rule.tcpOptions, rule.udpOptions].find(isRecord) ?? {};
  const ports = isRecord(options.destinationPortRange) ? options.destinationPortRange : options;
  return trafficOf(rule.protocol, ports.min, ports.max);
}
