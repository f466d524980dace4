// Sources: terraform-provider-oci 8.23.0 (schema of @pulumi/oci 4.20.0), Networking documentation (VCNs and subnets, route tables,
// NAT gateways, public IPs, security rules); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-oci 8.23.0 schema; OCI Networking documentation, 2026-11",
);

const wholeNetwork = outage("everything in the network must move to the new one");
const wholeSubnet = outage("everything in the subnet must move to the new one");
const noInternet = outage("nothing in the network reaches the internet, nor is reached from it");
const noWayOut = outage("private instances have no way out until the new gateway stands");
const otherRoutes = cut("open connections over ways that change end");
const otherTable = outage("its subnets have no way out until they are turned to the new table");
const addressGone = moved("the address is given back for good: whoever knows it must learn another one");
const otherGroup = cut("what it guards passes to a new group, and is reached once the rules stand there");
const refused = cut("what only the old rule let through is refused");
const labels = each("definedTags freeformTags displayName", none);

export const networkDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "oci:Core/vcn:Vcn": {
    deleted: outage("the network and everything in it are gone"),
    replaced: wholeNetwork,
    properties: { ...each("cidrBlock dnsLabel", anew(wholeNetwork)), ...labels, "*": inPlace },
  },
  "oci:Core/subnet:Subnet": {
    deleted: outage("the subnet and everything in it are gone"),
    replaced: wholeSubnet,
    properties: {
      ...each("vcnId availabilityDomain dnsLabel prohibitInternetIngress prohibitPublicIpOnVnic", anew(wholeSubnet)),
      routeTableId: otherRoutes,
      securityListIds: cut("what the lists no longer let through is refused"),
      ...labels,
      "*": inPlace,
    },
  },
  "oci:Core/internetGateway:InternetGateway": {
    deleted: noInternet,
    replaced: noInternet,
    properties: {
      vcnId: anew(noInternet),
      enabled: outage("while it is off, nothing in the network reaches the internet, nor is reached from it"),
      routeTableId: otherRoutes,
      ...labels,
      "*": inPlace,
    },
  },
  "oci:Core/natGateway:NatGateway": {
    deleted: outage("private instances have no way out"),
    replaced: noWayOut,
    properties: {
      ...each("vcnId publicIpId", anew(noWayOut)),
      blockTraffic: outage("while it blocks, private instances have no way out"),
      routeTableId: otherRoutes,
      ...labels,
      "*": inPlace,
    },
  },
  "oci:Core/routeTable:RouteTable": {
    deleted: outage("its subnets have no way out"),
    replaced: otherTable,
    properties: { vcnId: anew(otherTable), routeRules: otherRoutes, ...labels, "*": inPlace },
  },
  "oci:Core/securityList:SecurityList": {
    deleted: cut("what it let through is refused"),
    replaced: otherGroup,
    properties: {
      vcnId: anew(otherGroup),
      ...each("ingressSecurityRules egressSecurityRules", cut("what its rules no longer let through is refused")),
      ...labels,
      "*": inPlace,
    },
  },
  "oci:Core/networkSecurityGroup:NetworkSecurityGroup": {
    deleted: cut("what it let through is refused"),
    replaced: otherGroup,
    properties: { vcnId: anew(otherGroup), ...labels, "*": inPlace },
  },
  "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule": {
    deleted: cut("what only it let through is refused"),
    replaced: refused,
    properties: { networkSecurityGroupId: anew(refused), description: none, "*": refused },
  },
  "oci:Core/publicIp:PublicIp": {
    deleted: addressGone,
    replaced: addressGone,
    properties: {
      ...each("lifetime publicIpPoolId", anew(addressGone)),
      privateIpId: cut("the address answers for something else"),
      ...labels,
      "*": inPlace,
    },
  },
};
