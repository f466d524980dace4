// Sources: terraform-provider-openstack 1.54.1 (schema of @pulumi/openstack 3.15.2), Networking (Neutron) API v2 reference (routers,
// floating IPs, ports, security groups: a group in use cannot be deleted); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-openstack 1.54.1 schema; Neutron API v2 reference, 2026-11",
);

const wholeNetwork = outage("everything in the network must move to the new one");
const wholeSubnet = outage("everything in the subnet must move to the new one");
const noWayOut = outage("nothing in its subnets reaches the outside, and floating IPs answer no more");
const noWayMeanwhile = outage("nothing in its subnets reaches the outside until the new one stands");
const addressGone = moved("the address goes back to the cloud: whoever knows it must learn another one");
const otherServer = outage("the server on it gets another address");
const otherGroup = cut("what it guards passes to a new group, and is reached once the rules stand there");
const refused = cut("what only the old rule let through is refused");
const detached = outage("the address answers no more until it is attached anew");
const adminState = outage("while it is down, nothing passes");

export const networkDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "openstack:networking/network:Network": {
    deleted: outage("the network and everything in it are gone"),
    replaced: wholeNetwork,
    properties: {
      ...each("availabilityZoneHints region tenantId transparentVlan valueSpecs", anew(wholeNetwork)),
      adminStateUp: adminState,
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/subnet:Subnet": {
    deleted: outage("the subnet and everything in it are gone"),
    replaced: wholeSubnet,
    properties: {
      ...each(
        "cidr ipVersion ipv6AddressMode ipv6RaMode networkId prefixLength region subnetpoolId tenantId valueSpecs",
        anew(wholeSubnet),
      ),
      ...each("gatewayIp noGateway", cut("servers learn their way out anew, and connections over the old one end")),
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/router:Router": {
    deleted: noWayOut,
    replaced: noWayMeanwhile,
    properties: {
      ...each("availabilityZoneHints distributed region tenantId valueSpecs", anew(noWayMeanwhile)),
      ...each(
        "externalNetworkId externalGateway externalFixedIps externalSubnetIds enableSnat",
        cut("connections to and from the outside end, and servers leave from another address"),
      ),
      adminStateUp: adminState,
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/routerInterface:RouterInterface": {
    deleted: noWayOut,
    replaced: noWayMeanwhile,
    properties: { ...each("portId region routerId subnetId", anew(noWayMeanwhile)), "*": none },
  },
  "openstack:networking/floatingIp:FloatingIp": {
    deleted: addressGone,
    replaced: addressGone,
    properties: {
      ...each("address dnsDomain dnsName pool region tenantId valueSpecs", anew(addressGone)),
      ...each("portId fixedIp", cut("the address passes to something else, and open connections end")),
      ...each("description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/floatingIpAssociate:FloatingIpAssociate": {
    deleted: outage("the address answers no more"),
    replaced: detached,
    properties: {
      ...each("floatingIp region", anew(detached)),
      ...each("portId fixedIp", cut("the address passes to something else, and open connections end")),
      "*": inPlace,
    },
  },
  "openstack:networking/port:Port": {
    deleted: outage("the server on it loses its address"),
    replaced: otherServer,
    properties: {
      ...each("deviceId deviceOwner macAddress networkId region tenantId valueSpecs", anew(otherServer)),
      fixedIps: outage("the server has another address, and whoever knows the old one loses it"),
      ...each("securityGroupIds noSecurityGroups allowedAddressPairs portSecurityEnabled", {
        ...inPlace,
        says: "what its groups no longer let through is refused",
      }),
      adminStateUp: adminState,
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/secGroup:SecGroup": {
    deleted: cut("what it let through is refused"),
    replaced: otherGroup,
    deletedFirst: outage("a group in use cannot go: nothing is deployed until what it guards has left it"),
    properties: {
      ...each("deleteDefaultRules region tenantId", anew(otherGroup)),
      ...each("name description tags", none),
      "*": inPlace,
    },
  },
  "openstack:networking/secGroupRule:SecGroupRule": {
    deleted: cut("what only it let through is refused"),
    replaced: refused,
    properties: {
      description: anew(inPlace),
      ...each(
        "direction ethertype portRangeMax portRangeMin protocol region remoteGroupId remoteIpPrefix securityGroupId tenantId",
        anew(refused),
      ),
      "*": inPlace,
    },
  },
};
