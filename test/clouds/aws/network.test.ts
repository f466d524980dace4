import { expect, test } from "vitest";
import { adoptedNetwork, argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const vpcId = { ref: "vpc.id" };
const toRoute = { options: { dependsOn: [{ ref: "publicRoute" }] } };

/** Everything of one zone that has no gateway of its own. */
function zone(name: string, open: string, closed: string, nat: string) {
  const subnet = (place: string, cidrBlock: string) => ({
    type: "aws:ec2/subnet:Subnet",
    args: {
      vpcId,
      cidrBlock,
      availabilityZone: name,
      mapPublicIpOnLaunch: false,
      tags: { Name: `shop-${place}-${name}` },
    },
  });
  const association = (place: string, routes: string) => ({
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    args: { subnetId: { ref: `${place}:${name}.id` }, routeTableId: { ref: `${routes}.id` } },
  });
  return {
    [`public:${name}`]: subnet("public", open),
    [`publicAssociation:${name}`]: association("public", "publicRoutes"),
    [`private:${name}`]: subnet("private", closed),
    [`privateRoutes:${name}`]: {
      type: "aws:ec2/routeTable:RouteTable",
      args: { vpcId, tags: { Name: `shop-private-${name}` } },
    },
    [`privateAssociation:${name}`]: association("private", `privateRoutes:${name}`),
    [`privateRoute:${name}`]: {
      type: "aws:ec2/route:Route",
      args: {
        routeTableId: { ref: `privateRoutes:${name}.id` },
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: { ref: `nat:${nat}.id` },
      },
    },
  };
}

function natOf(name: string) {
  const tags = { Name: `shop-nat-${name}` };
  return {
    [`natAddress:${name}`]: { type: "aws:ec2/eip:Eip", args: { domain: "vpc", tags }, ...toRoute },
    [`nat:${name}`]: {
      type: "aws:ec2/natGateway:NatGateway",
      args: { subnetId: { ref: `public:${name}.id` }, allocationId: { ref: `natAddress:${name}.id` }, tags },
      ...toRoute,
    },
  };
}

const common = {
  vpc: {
    type: "aws:ec2/vpc:Vpc",
    args: { cidrBlock: "10.20.0.0/16", enableDnsSupport: true, enableDnsHostnames: true, tags: { Name: "shop-vpc" } },
  },
  defaultGroup: {
    type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    args: { vpcId, tags: { Name: "shop-default-closed" } },
  },
  gateway: { type: "aws:ec2/internetGateway:InternetGateway", args: { vpcId, tags: { Name: "shop-gateway" } } },
  publicRoutes: { type: "aws:ec2/routeTable:RouteTable", args: { vpcId, tags: { Name: "shop-public" } } },
  publicRoute: {
    type: "aws:ec2/route:Route",
    args: {
      routeTableId: { ref: "publicRoutes.id" },
      destinationCidrBlock: "0.0.0.0/0",
      gatewayId: { ref: "gateway.id" },
    },
  },
};

test("a network spreads public and private subnets over the zones, with one gateway out", () => {
  const network = stackOn().network();
  expect(made(network)).toEqual({
    ...common,
    ...zone("ap-northeast-2a", "10.20.0.0/20", "10.20.128.0/20", "ap-northeast-2a"),
    ...natOf("ap-northeast-2a"),
    ...zone("ap-northeast-2c", "10.20.16.0/20", "10.20.144.0/20", "ap-northeast-2a"),
  });
  expect(network.plan.outputs).toEqual({ networkId: { ref: "vpc.id" } });
  expect(notesOf(network)).toEqual([]);
});

test("a gateway per zone keeps the ways out of zones apart", () => {
  expect(made(stackOn().network({ outbound: "nat-per-zone" }))).toEqual({
    ...common,
    ...zone("ap-northeast-2a", "10.20.0.0/20", "10.20.128.0/20", "ap-northeast-2a"),
    ...natOf("ap-northeast-2a"),
    ...zone("ap-northeast-2c", "10.20.16.0/20", "10.20.144.0/20", "ap-northeast-2c"),
    ...natOf("ap-northeast-2c"),
  });
});

test("without a way out private subnets have no route and nothing is paid for", () => {
  const roles = rolesOf(stackOn().network({ outbound: "none" }));
  expect(roles.filter((role) => /^(nat|privateRoute:)/.test(role))).toEqual([]);
});

test("zones are taken in the order of the settings", () => {
  const zones = ["eu-west-1c", "eu-west-1a", "eu-west-1b"];
  const roles = rolesOf(stackOn({ zones }).network({ zones: 2 }));
  expect(roles.filter((role) => role.startsWith("public:"))).toEqual(["public:eu-west-1c", "public:eu-west-1a"]);
});

test("the parts of a network come in the order in which they need each other", () => {
  const roles = rolesOf(stackOn().network({ zones: 1 }));
  expect(roles).toEqual([
    "vpc",
    "defaultGroup",
    "gateway",
    "publicRoutes",
    "publicRoute",
    "public:ap-northeast-2a",
    "publicAssociation:ap-northeast-2a",
    "private:ap-northeast-2a",
    "privateRoutes:ap-northeast-2a",
    "privateAssociation:ap-northeast-2a",
    "natAddress:ap-northeast-2a",
    "nat:ap-northeast-2a",
    "privateRoute:ap-northeast-2a",
  ]);
});

test("labels reach every part that takes labels, and the program's own Name goes before the made one", () => {
  const network = stackOn().network({ tags: { team: "web" } });
  const labelled = Object.entries(network.plan.resources).filter(([, { args }]) => args.tags);
  expect(Object.fromEntries(labelled.map(([role, { args }]) => [role, args.tags]))).toEqual({
    vpc: { Name: "shop-vpc", team: "web" },
    defaultGroup: { Name: "shop-default-closed", team: "web" },
    gateway: { Name: "shop-gateway", team: "web" },
    publicRoutes: { Name: "shop-public", team: "web" },
    "public:ap-northeast-2a": { Name: "shop-public-ap-northeast-2a", team: "web" },
    "private:ap-northeast-2a": { Name: "shop-private-ap-northeast-2a", team: "web" },
    "privateRoutes:ap-northeast-2a": { Name: "shop-private-ap-northeast-2a", team: "web" },
    "natAddress:ap-northeast-2a": { Name: "shop-nat-ap-northeast-2a", team: "web" },
    "nat:ap-northeast-2a": { Name: "shop-nat-ap-northeast-2a", team: "web" },
    "public:ap-northeast-2c": { Name: "shop-public-ap-northeast-2c", team: "web" },
    "private:ap-northeast-2c": { Name: "shop-private-ap-northeast-2c", team: "web" },
    "privateRoutes:ap-northeast-2c": { Name: "shop-private-ap-northeast-2c", team: "web" },
  });
  expect(argsOf(stackOn().network({ tags: { Name: "ours" } }), "gateway")).toEqual({ vpcId, tags: { Name: "ours" } });
});

test("a fixed name is the Name tag of the VPC", () => {
  const network = stackOn().network({ physicalName: "VPC-Lab" });
  expect(argsOf(network, "vpc")).toEqual({ ...common.vpc.args, tags: { Name: "VPC-Lab" } });
  expect(notesOf(network)).toEqual([
    "near:network.physicalName: a network has no name here: it becomes the Name tag of the VPC",
  ]);
});

test("an adopted network makes nothing", () => {
  const network = stackOn(adoptedNetwork).network();
  expect(network.plan.resources).toEqual({});
  expect(network.plan.outputs).toEqual({ networkId: "vpc-0a1" });
  expect(notesOf(network)).toEqual([
    "note:network.adopted: is adopted: its routes, gateways and default security group stay as they are",
  ]);
});
