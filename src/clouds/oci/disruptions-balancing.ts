// Sources: terraform-provider-oci 8.23.0 (schema of @pulumi/oci 4.20.0; custom diff of a balancer's reserved addresses), Load Balancing
// and Network Load Balancing API references (UpdateLoadBalancerShape: connections may be lost; listeners, backend sets); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-oci 8.23.0 schema; OCI Load Balancing documentation, 2026-11",
);
const byDifference = effectsFrom(
  "terraform-provider-oci 8.23.0, custom diff of reserved addresses; OCI Load Balancing documentation, 2026-11",
);

const otherAddress = moved("its address changes: whoever points at it must point at the new one");
const goneMeanwhile = outage("nothing is served until the new one stands");
const emptySet = outage("nothing is served until members are healthy in the new set");
const portGone = outage("its port stops answering");
const otherListener = cut("its connections end, and clients must connect to the new one");
const otherMember = cut("a member takes no more requests, and open ones end");
const otherPort = cut("the old port stops answering: clients must come to the new one");
const otherProtocol = cut("clients must speak the new protocol");
const drained = { ...inPlace, says: "the member takes fewer requests, or none" };
const turned = { ...inPlace, says: "listeners turn to the new one before the old one goes" };
const labels = each("definedTags freeformTags displayName", none);

export const balancingDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "oci:LoadBalancer/loadBalancer:LoadBalancer": {
    deleted: outage("nothing is served behind it, and its address is gone"),
    replaced: otherAddress,
    deletedFirst: goneMeanwhile,
    properties: {
      ...each("isPrivate subnetIds", anew(otherAddress)),
      reservedIps: anew(byDifference.moved("its address changes: whoever points at it must point at the new one")),
      ...each("shape shapeDetails", cut("open connections may be lost while it takes its new bandwidth")),
      ...each("ipMode ipv6subnetCidr", moved("its addresses change: clients must look them up again")),
      ...labels,
      ...each("isDeleteProtectionEnabled securityAttributes", none),
      "*": inPlace,
    },
  },
  "oci:LoadBalancer/backendSet:BackendSet": {
    deleted: outage("its members serve nobody"),
    replaced: emptySet,
    properties: {
      ...each("loadBalancerId name", anew(emptySet)),
      ...each("lbCookieSessionPersistenceConfiguration sessionPersistenceConfiguration", {
        ...inPlace,
        says: "clients may come to another member once",
      }),
      sslConfiguration: cut("members that do not speak as it asks are out of service"),
      "*": inPlace,
    },
  },
  "oci:LoadBalancer/backend:Backend": {
    deleted: otherMember,
    replaced: otherMember,
    properties: {
      ...each("backendsetName ipAddress loadBalancerId port", anew(otherMember)),
      ...each("backup drain offline weight maxConnections", drained),
      "*": inPlace,
    },
  },
  "oci:LoadBalancer/certificate:Certificate": {
    deleted: outage("no listener can serve with it"),
    replaced: turned,
    properties: {
      ...each("caCertificate certificateName loadBalancerId passphrase privateKey publicCertificate", anew(turned)),
      "*": inPlace,
    },
  },
  "oci:LoadBalancer/listener:Listener": {
    deleted: portGone,
    replaced: otherListener,
    deletedFirst: outage("its port does not answer until the new one stands"),
    properties: {
      ...each("loadBalancerId name", anew(otherListener)),
      port: otherPort,
      protocol: otherProtocol,
      sslConfiguration: { ...inPlace, says: "clients that speak none of its TLS versions and ciphers are refused" },
      "*": inPlace,
    },
  },
  "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy": {
    deleted: { ...inPlace, says: "its requests go to the listener's default set" },
    replaced: turned,
    properties: { ...each("loadBalancerId name", anew(turned)), "*": inPlace },
  },
  "oci:LoadBalancer/ruleSet:RuleSet": {
    deleted: { ...inPlace, says: "what it did to requests is no longer done" },
    replaced: turned,
    properties: { ...each("loadBalancerId name", anew(turned)), "*": inPlace },
  },
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer": {
    deleted: outage("nothing is served behind it, and its address is gone"),
    replaced: otherAddress,
    deletedFirst: goneMeanwhile,
    properties: {
      ...each("assignedIpv6 assignedPrivateIpv4 isPrivate subnetId subnetIpv6cidr", anew(otherAddress)),
      reservedIps: anew(byDifference.moved("its address changes: whoever points at it must point at the new one")),
      nlbIpVersion: moved("its addresses change: clients must look them up again"),
      ...each("isPreserveSourceDestination isSymmetricHashEnabled", cut("open connections may end")),
      ...labels,
      securityAttributes: none,
      "*": inPlace,
    },
  },
  "oci:NetworkLoadBalancer/backendSet:BackendSet": {
    deleted: outage("its members serve nobody"),
    replaced: emptySet,
    properties: {
      ...each("name networkLoadBalancerId", anew(emptySet)),
      ...each("policy isPreserveSource ipVersion", cut("open connections may come to another member, and end")),
      "*": inPlace,
    },
  },
  "oci:NetworkLoadBalancer/backend:Backend": {
    deleted: otherMember,
    replaced: otherMember,
    properties: {
      ...each("backendSetName ipAddress name networkLoadBalancerId port targetId", anew(otherMember)),
      ...each("isBackup isDrain isOffline weight", drained),
      "*": inPlace,
    },
  },
  "oci:NetworkLoadBalancer/listener:Listener": {
    deleted: portGone,
    replaced: otherListener,
    deletedFirst: outage("its port does not answer until the new one stands"),
    properties: {
      ...each("name networkLoadBalancerId", anew(otherListener)),
      port: otherPort,
      ...each("protocol ipVersion isPpv2enabled", otherProtocol),
      "*": inPlace,
    },
  },
};
