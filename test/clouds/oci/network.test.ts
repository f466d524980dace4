import { expect, test } from "vitest";
import { argsOf, compartmentId, first, made, notesOf, rolesOf, second, stackOn, third } from "./plans.js";

const vcnId = { ref: "vcn.id" };
const everywhere = { destination: "0.0.0.0/0", destinationType: "CIDR_BLOCK" };

test("a network is a VCN with a regional public and a regional private subnet behind one NAT gateway", () => {
  const { plan } = stackOn().network();
  expect(made(stackOn().network())).toEqual({
    vcn: {
      type: "oci:Core/vcn:Vcn",
      args: { compartmentId, cidrBlocks: ["10.20.0.0/16"], displayName: "shop" },
    },
    gateway: {
      type: "oci:Core/internetGateway:InternetGateway",
      args: { compartmentId, vcnId, enabled: true, displayName: "shop-gateway" },
    },
    nat: {
      type: "oci:Core/natGateway:NatGateway",
      args: { compartmentId, vcnId, blockTraffic: false, displayName: "shop-nat" },
    },
    closed: {
      type: "oci:Core/securityList:SecurityList",
      args: { compartmentId, vcnId, ingressSecurityRules: [], egressSecurityRules: [], displayName: "shop-closed" },
    },
    publicRoutes: {
      type: "oci:Core/routeTable:RouteTable",
      args: {
        compartmentId,
        vcnId,
        routeRules: [{ ...everywhere, networkEntityId: { ref: "gateway.id" } }],
        displayName: "shop-public-routes",
      },
    },
    privateRoutes: {
      type: "oci:Core/routeTable:RouteTable",
      args: {
        compartmentId,
        vcnId,
        routeRules: [{ ...everywhere, networkEntityId: { ref: "nat.id" } }],
        displayName: "shop-private-routes",
      },
    },
    public: {
      type: "oci:Core/subnet:Subnet",
      args: {
        compartmentId,
        vcnId,
        cidrBlock: "10.20.0.0/18",
        routeTableId: { ref: "publicRoutes.id" },
        securityListIds: [{ ref: "closed.id" }],
        prohibitPublicIpOnVnic: false,
        displayName: "shop-public",
      },
    },
    private: {
      type: "oci:Core/subnet:Subnet",
      args: {
        compartmentId,
        vcnId,
        cidrBlock: "10.20.128.0/18",
        routeTableId: { ref: "privateRoutes.id" },
        securityListIds: [{ ref: "closed.id" }],
        prohibitPublicIpOnVnic: true,
        displayName: "shop-private",
      },
    },
  });
  expect(plan.outputs).toEqual({
    networkId: { ref: "vcn.id" },
    publicSubnets: [{ ref: "public.id" }],
    privateSubnets: [{ ref: "private.id" }],
    placements: [{ availabilityDomain: first }, { availabilityDomain: second }],
    outbound: "nat",
  });
});

test("without a way out the private subnet has no route and there is no NAT gateway", () => {
  const network = stackOn().network({ outbound: "none" });
  expect(rolesOf(network)).toEqual(["vcn", "gateway", "closed", "publicRoutes", "privateRoutes", "public", "private"]);
  expect(argsOf(network, "privateRoutes")).toEqual({
    compartmentId,
    vcnId,
    routeRules: [],
    displayName: "shop-private-routes",
  });
  expect(network.plan.outputs.outbound).toBe("none");
});

test("a gateway in each zone is one for the region, and the plan says so", () => {
  const network = stackOn().network({ outbound: "nat-per-zone" });
  expect(rolesOf(network).filter((role) => role === "nat")).toEqual(["nat"]);
  expect(network.plan.outputs.outbound).toBe("nat-per-zone");
  expect(notesOf(network)).toEqual([
    "near:network.outbound.nat-per-zone: a NAT gateway serves the whole region: there is one, with one public address",
  ]);
});

test.each([
  [1, [{ availabilityDomain: first }]],
  [3, [{ availabilityDomain: first }, { availabilityDomain: second }, { availabilityDomain: third }]],
])("%i zones are as many availability domains", (zones, placements) => {
  const network = stackOn().network({ zones });
  expect(network.plan.outputs.placements).toEqual(placements);
  expect(notesOf(network)).toEqual([]);
});

test("where the region has one availability domain, its fault domains are the zones", () => {
  const network = stackOn({ availabilityDomains: [first] }).network({ zones: 2 });
  const placements = [{ availabilityDomain: first, faultDomains: ["FAULT-DOMAIN-1", "FAULT-DOMAIN-2"] }];
  expect(network.plan.outputs.placements).toEqual(placements);
  expect(notesOf(network)).toEqual([
    "near:network.zones: the region has one availability domain: its fault domains are the zones",
  ]);
});

test("one zone in a region of one availability domain is that domain", () => {
  const network = stackOn({ availabilityDomains: [first] }).network({ zones: 1 });
  expect(network.plan.outputs.placements).toEqual([{ availabilityDomain: first }]);
  expect(notesOf(network)).toEqual([]);
});

test("labels reach every part, as do the tags of the settings, and the name is the VCN's", () => {
  const definedTags = { "Operations.owner": "web" };
  const network = stackOn({ definedTags }).network({ tags: { team: "web" }, physicalName: "Shop network" });
  const labelled = { compartmentId, freeformTags: { team: "web" }, definedTags };
  expect(argsOf(network, "vcn")).toEqual({
    ...labelled,
    cidrBlocks: ["10.20.0.0/16"],
    displayName: "Shop network",
  });
  const tagged = Object.values(network.plan.resources).map(({ args: { freeformTags, definedTags: defined } }) => ({
    freeformTags,
    defined,
  }));
  expect(tagged).toEqual(Array.from({ length: 8 }, () => ({ freeformTags: { team: "web" }, defined: definedTags })));
});

const adopted = {
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "none",
      subnets: [
        { id: "ocid1.subnet.oc1..open", cidr: "10.20.0.0/24", public: true },
        { id: "ocid1.subnet.oc1..inner", cidr: "10.20.1.0/24", public: false },
      ],
    },
  },
};

test("an adopted network is nothing but its ids", () => {
  const network = stackOn(adopted).network();
  expect(made(network)).toEqual({});
  expect(network.plan.outputs).toEqual({
    networkId: "ocid1.vcn.oc1..demo",
    publicSubnets: ["ocid1.subnet.oc1..open"],
    privateSubnets: ["ocid1.subnet.oc1..inner"],
    placements: [{ availabilityDomain: first }, { availabilityDomain: second }],
    outbound: "none",
  });
  expect(notesOf(network)).toEqual([
    "note:network.adopted: is adopted: what its subnets' security lists admit (the VCN's default list: SSH) stays open and is not known here",
  ]);
});
