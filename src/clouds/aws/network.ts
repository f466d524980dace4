// Sources: Amazon VPC user guide (subnets, NAT gateways, default security group), @pulumi/aws 7.48.0 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { partOf } from "../../core/ranges.js";
import { native, near, type SupportOf } from "../../core/support.js";
import type { DeclaredNetwork, NetworkSpec } from "../../spec/network.js";
import { adoptedNetwork, adoptNetwork, sameAsAdopted } from "./adopted-network.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { zonesOf } from "./subnets.js";
import { named, tagRules } from "./tags.js";

const support = {
  cidr: native(),
  zones: native(),
  outbound: { "nat-per-zone": native(), nat: native(), none: native() },
  tags: native(),
  physicalName: near("a network has no name here: it becomes the Name tag of the VPC"),
} as const satisfies SupportOf<NetworkSpec>;

export const network: Adapter<NetworkSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedNetwork(it);
    if (adopted) return sameAsAdopted(adopted, it);
    return [...enoughZones(it), ...nameRules(it), ...tagRules(it.spec.tags, "network.tags")];
  },
  plan: (it) => {
    const adopted = adoptedNetwork(it);
    return adopted ? adoptNetwork(adopted) : build(it);
  },
};

function enoughZones(it: DeclaredNetwork): Issue[] {
  const { length } = settingsOf(it).zones ?? [];
  if (length >= it.spec.zones) return [];
  return [
    {
      path: "network.zones",
      message: `${it.spec.zones} is more than the settings name: ${length}`,
      instead: "zones: [ … ] in the settings with as many names",
    },
  ];
}

function nameRules({ spec }: DeclaredNetwork): Issue[] {
  if (spec.physicalName === undefined || spec.tags?.Name === undefined) return [];
  return [
    {
      path: "network.physicalName",
      message: "stands against tags.Name: the name of a VPC is its Name tag",
      instead: "one of the two",
    },
  ];
}

const parts = { bits: 4, public: 0, private: 8 } as const;

function build(it: DeclaredNetwork): Plan {
  const { spec } = it;
  const zones = zonesOf(it);
  const tags = (role: string) => named(spec.tags, `${it.name}-${role}`);
  const vpcId = ref("vpc.id");
  const zoned = zones.map((zone, index) => zoneResources(it, zone, index, zones[0] ?? zone));
  return {
    resources: {
      vpc: resource("aws:ec2/vpc:Vpc", {
        cidrBlock: spec.cidr,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        ...named(spec.tags, spec.physicalName ?? `${it.name}-vpc`),
      }),
      defaultGroup: resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", {
        vpcId,
        ...tags("default-closed"),
      }),
      gateway: resource("aws:ec2/internetGateway:InternetGateway", { vpcId, ...tags("gateway") }),
      publicRoutes: resource("aws:ec2/routeTable:RouteTable", { vpcId, ...tags("public") }),
      publicRoute: resource("aws:ec2/route:Route", {
        routeTableId: ref("publicRoutes.id"),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: ref("gateway.id"),
      }),
      ...Object.assign({}, ...zoned),
    },
    outputs: { networkId: vpcId },
  };
}

function zoneResources(
  { name, spec }: DeclaredNetwork,
  zone: string,
  index: number,
  firstZone: string,
): Record<string, Planned> {
  const tags = (role: string) => named(spec.tags, `${name}-${role}-${zone}`);
  const vpcId = ref("vpc.id");
  const subnet = (place: "public" | "private") =>
    resource("aws:ec2/subnet:Subnet", {
      vpcId,
      cidrBlock: partOf(spec.cidr, parts.bits, parts[place] + index),
      availabilityZone: zone,
      mapPublicIpOnLaunch: false,
      ...tags(place),
    });
  const association = (place: "public" | "private", routeTableId: Ref) =>
    resource("aws:ec2/routeTableAssociation:RouteTableAssociation", {
      subnetId: ref(`${place}:${zone}.id`),
      routeTableId,
    });
  const outbound = spec.outbound ?? "nat";
  const natZone = outbound === "nat" ? firstZone : zone;
  return {
    [`public:${zone}`]: subnet("public"),
    [`publicAssociation:${zone}`]: association("public", ref("publicRoutes.id")),
    [`private:${zone}`]: subnet("private"),
    [`privateRoutes:${zone}`]: resource("aws:ec2/routeTable:RouteTable", { vpcId, ...tags("private") }),
    [`privateAssociation:${zone}`]: association("private", ref(`privateRoutes:${zone}.id`)),
    ...(outbound !== "none" && natZone === zone ? natGateway(zone, tags("nat")) : {}),
    ...(outbound === "none" ? {} : { [`privateRoute:${zone}`]: natRoute(zone, natZone) }),
  };
}

function natGateway(zone: string, tags: { tags: Record<string, string> }): Record<string, Planned> {
  const dependsOn = [ref("publicRoute")];
  return {
    [`natAddress:${zone}`]: resource("aws:ec2/eip:Eip", { domain: "vpc", ...tags }, { options: { dependsOn } }),
    [`nat:${zone}`]: resource(
      "aws:ec2/natGateway:NatGateway",
      { subnetId: ref(`public:${zone}.id`), allocationId: ref(`natAddress:${zone}.id`), ...tags },
      { options: { dependsOn } },
    ),
  };
}

function natRoute(zone: string, natZone: string): Planned {
  return resource("aws:ec2/route:Route", {
    routeTableId: ref(`privateRoutes:${zone}.id`),
    destinationCidrBlock: "0.0.0.0/0",
    natGatewayId: ref(`nat:${natZone}.id`),
  });
}
