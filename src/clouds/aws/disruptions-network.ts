// Sources: terraform-provider-aws 6.13.0 internal/service/ec2 (schema, ReplaceRoute and ReplaceRouteTableAssociation in place,
// DisassociateNatGatewayAddress), Amazon VPC user guide (route tables, NAT gateways, Elastic IP addresses); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, cut, moved, outage } = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/ec2; Amazon VPC user guide, 2026-11",
);

const wholeNetwork = outage("everything in the network must move to the new one");
const wholeSubnet = outage("everything in the subnet must move to the new one");
const noInternet = outage("nothing in the network reaches the internet, nor is reached from it");
const noWayOut = outage("private instances have no way out until the new gateway stands");
const routeGone = outage("nothing goes that way any more");
const routeMoved = outage("nothing goes that way until the new route stands");
const otherWay = cut("open connections over the old way end");
const addressGone = moved("the address goes back to AWS for good: whoever knows it must learn another one");

export const networkDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "aws:ec2/vpc:Vpc": {
    deleted: outage("the network and everything in it are gone"),
    replaced: wholeNetwork,
    properties: {
      ...each("cidrBlock ipv4IpamPoolId ipv4NetmaskLength region", anew(wholeNetwork)),
      enableDnsSupport: { ...inPlace, says: "without it, instances look up no names" },
      ...each("tags tagsAll", none),
      "*": inPlace,
    },
  },
  "aws:ec2/subnet:Subnet": {
    deleted: outage("the subnet and everything in it are gone"),
    replaced: wholeSubnet,
    properties: {
      ...each("vpcId cidrBlock availabilityZone availabilityZoneId ipv6Native outpostArn region", anew(wholeSubnet)),
      mapPublicIpOnLaunch: { ...none, says: "counts for instances that start later" },
      "*": inPlace,
    },
  },
  "aws:ec2/internetGateway:InternetGateway": {
    deleted: noInternet,
    replaced: noInternet,
    properties: { vpcId: noInternet, region: anew(noInternet), "*": inPlace },
  },
  "aws:ec2/natGateway:NatGateway": {
    deleted: outage("private instances have no way out"),
    replaced: noWayOut,
    properties: {
      ...each("allocationId connectivityType privateIp subnetId region", anew(noWayOut)),
      ...each("secondaryAllocationIds secondaryPrivateIpAddresses secondaryPrivateIpAddressCount", otherWay),
      "*": inPlace,
    },
  },
  "aws:ec2/eip:Eip": {
    deleted: addressGone,
    replaced: addressGone,
    properties: {
      ...each("address domain ipamPoolId networkBorderGroup publicIpv4Pool region", anew(addressGone)),
      ...each("instance networkInterface associateWithPrivateIp", cut("the address answers for something else")),
      "*": inPlace,
    },
  },
  "aws:ec2/route:Route": {
    deleted: routeGone,
    replaced: routeMoved,
    properties: {
      ...each("routeTableId region", anew(routeMoved)),
      ...each("destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId", anew(routeMoved)),
      "*": otherWay,
    },
  },
  "aws:ec2/routeTable:RouteTable": {
    deleted: routeGone,
    replaced: outage("its subnets have no way out until the routes stand in the new table"),
    properties: {
      ...each("vpcId region", anew(outage("its subnets have no way out until the routes stand in the new table"))),
      routes: otherWay,
      "*": inPlace,
    },
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    deleted: outage("the subnet falls back to the network's main routes"),
    replaced: outage("the subnet falls back to the network's main routes meanwhile"),
    properties: {
      ...each(
        "subnetId gatewayId region",
        anew(outage("the subnet falls back to the network's main routes meanwhile")),
      ),
      "*": otherWay,
    },
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    deleted: { ...none, says: "the group stays as it is: it goes with its network" },
    replaced: inPlace,
    properties: {
      ...each("vpcId region", anew(inPlace)),
      ...each("ingress egress", cut("what the rules do not name is refused")),
      "*": none,
    },
  },
};
