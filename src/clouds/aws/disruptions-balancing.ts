// Sources: terraform-provider-aws 6.13.0 internal/service/elbv2 (schema, customizeDiffLoadBalancerNLB), Elastic Load Balancing API
// reference (ModifyListener, ModifyTargetGroup, SetSubnets) and user guides (DNS names, target health, deregistration); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/elbv2; Elastic Load Balancing user guide, 2026-11",
);
const byKind = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/elbv2, custom diff of network load balancers; Elastic Load Balancing user guide, 2026-11",
);

const otherName = moved("its DNS name changes: whoever points at it must point at the new one");
const emptyGroup = outage("nothing is served until members are healthy in the new group");
const portGone = outage("its port stops answering");
const otherListener = cut("its connections end, and clients must connect to the new one");
const otherMember = cut("a member takes no more requests, and open ones end after the drain");

export const balancingDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "aws:lb/loadBalancer:LoadBalancer": {
    deleted: outage("nothing is served behind it, and its DNS name is gone"),
    replaced: otherName,
    deletedFirst: outage("nothing is served until the new one stands, under another DNS name"),
    properties: {
      ...each("name namePrefix internal loadBalancerType customerOwnedIpv4Pool region", anew(otherName)),
      subnetMappings: {
        ...anew(byKind.moved("its DNS name changes: a network load balancer keeps its subnets and addresses for life")),
      },
      subnets: {
        ...byKind.inPlace,
        says: "in zones that it leaves, connections end; a network load balancer that loses a subnet is made anew",
      },
      securityGroups: {
        ...byKind.inPlace,
        says: "a network load balancer that gets its first group, or loses its last, is made anew",
      },
      ipAddressType: { ...inPlace, says: "clients must look its addresses up again" },
      enableDeletionProtection: none,
      ...each("tags tagsAll accessLogs connectionLogs", none),
      "*": inPlace,
    },
  },
  "aws:lb/targetGroup:TargetGroup": {
    deleted: outage("its members serve nobody"),
    replaced: emptyGroup,
    properties: {
      ...each("name namePrefix port protocol protocolVersion targetType vpcId ipAddressType region", anew(emptyGroup)),
      stickiness: { ...inPlace, says: "clients may come to another member once" },
      connectionTermination: { ...inPlace, says: "counts for members that leave later" },
      ...each("tags tagsAll", none),
      "*": inPlace,
    },
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": {
    deleted: otherMember,
    replaced: otherMember,
    properties: {
      ...each("availabilityZone port targetGroupArn targetId region", anew(otherMember)),
      "*": inPlace,
    },
  },
  "aws:lb/listener:Listener": {
    deleted: portGone,
    replaced: otherListener,
    deletedFirst: outage("its port does not answer until the new one stands"),
    properties: {
      ...each("loadBalancerArn region", anew(otherListener)),
      port: cut("the old port stops answering: clients must come to the new one"),
      protocol: cut("clients must speak the new protocol"),
      sslPolicy: { ...inPlace, says: "clients that speak none of its TLS versions and ciphers are refused" },
      certificateArn: { ...inPlace, says: "new connections get the new certificate" },
      mutualAuthentication: cut("clients may be asked for a certificate"),
      ...each("tags tagsAll", none),
      "*": inPlace,
    },
  },
  "aws:lb/listenerRule:ListenerRule": {
    deleted: { ...inPlace, says: "its requests go on to the next rule, or to the listener's own action" },
    replaced: inPlace,
    properties: {
      ...each("listenerArn region", anew(inPlace)),
      ...each("tags tagsAll", none),
      "*": inPlace,
    },
  },
};
