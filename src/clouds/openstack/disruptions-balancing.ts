// Sources: terraform-provider-openstack 1.54.1 (schema of @pulumi/openstack 3.15.2; a change of a pool's persistence makes it anew),
// Octavia API v2 reference (listeners, pools, members, health monitors, L7 policies), Barbican API reference (secrets and containers
// do not change); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-openstack 1.54.1 schema; Octavia API v2 reference, 2026-11",
);
const stored = effectsFrom("terraform-provider-openstack 1.54.1 schema; Barbican API reference, 2026-11");

const otherAddress = moved(
  "its own address changes: a floating IP moves over to the new one, and open connections end",
);
const otherListener = cut("its connections end, and clients must connect to the new one");
const emptyPool = outage("nothing is served until members are healthy in the new pool");
const otherMember = cut("a member takes no more requests, and open ones end: nothing drains");
const unchecked = { ...inPlace, says: "members are not checked until the new monitor stands" };
const otherRoute = { ...inPlace, says: "requests that it took go to the listener's own pool meanwhile" };
const turned = { ...stored.inPlace, says: "listeners turn to the new certificate before the old one goes" };
const adminState = outage("while it is down, nothing is served");

export const balancingDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "openstack:loadbalancer/loadBalancer:LoadBalancer": {
    deleted: outage("nothing is served behind it, and its address is gone"),
    replaced: otherAddress,
    deletedFirst: outage("nothing is served until the new one stands, at another address"),
    properties: {
      ...each(
        "availabilityZone flavorId loadbalancerProvider region tenantId vipAddress vipNetworkId vipPortId vipSubnetId",
        anew(otherAddress),
      ),
      adminStateUp: adminState,
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:loadbalancer/listener:Listener": {
    deleted: outage("its port stops answering"),
    replaced: otherListener,
    deletedFirst: outage("its port does not answer until the new one stands"),
    properties: {
      ...each("loadbalancerId protocol protocolPort region tenantId", anew(otherListener)),
      allowedCidrs: cut("clients whom a new list leaves out are refused; without a list nobody is"),
      connectionLimit: { ...inPlace, says: "connections beyond it wait, or are refused" },
      ...each("defaultTlsContainerRef sniContainerRefs", {
        ...inPlace,
        says: "new connections get the new certificate",
      }),
      adminStateUp: adminState,
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:loadbalancer/pool:Pool": {
    deleted: outage("its members serve nobody"),
    replaced: emptyPool,
    properties: {
      ...each("listenerId loadbalancerId persistence protocol region tenantId", anew(emptyPool)),
      adminStateUp: adminState,
      ...each("name description", none),
      "*": inPlace,
    },
  },
  "openstack:loadbalancer/member:Member": {
    deleted: otherMember,
    replaced: otherMember,
    properties: {
      ...each("address poolId protocolPort region subnetId tenantId", anew(otherMember)),
      adminStateUp: cut("while it is down, the member takes no requests"),
      ...each("weight backup", { ...inPlace, says: "the member takes more requests, fewer, or none" }),
      name: none,
      "*": inPlace,
    },
  },
  "openstack:loadbalancer/monitor:Monitor": {
    deleted: { ...inPlace, says: "members are no longer checked" },
    replaced: unchecked,
    properties: { ...each("poolId region tenantId type", anew(unchecked)), name: none, "*": inPlace },
  },
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2": {
    deleted: { ...inPlace, says: "requests that it took go to the listener's own pool" },
    replaced: otherRoute,
    properties: {
      ...each("listenerId region tenantId", anew(otherRoute)),
      ...each("name description", none),
      "*": inPlace,
    },
  },
  "openstack:loadbalancer/l7RuleV2:L7RuleV2": {
    deleted: { ...inPlace, says: "its policy takes other requests" },
    replaced: otherRoute,
    properties: { ...each("l7policyId region tenantId", anew(otherRoute)), "*": inPlace },
  },
  "openstack:keymanager/secretV1:SecretV1": {
    deleted: stored.outage("no listener can serve with it"),
    replaced: turned,
    properties: {
      ...each(
        "algorithm bitLength expiration mode name payload payloadContentEncoding payloadContentType region secretType",
        anew(turned),
      ),
      "*": stored.inPlace,
    },
  },
  "openstack:keymanager/containerV1:ContainerV1": {
    deleted: stored.outage("no listener can serve with it"),
    replaced: turned,
    properties: { ...each("name region type", anew(turned)), "*": stored.inPlace },
  },
};
