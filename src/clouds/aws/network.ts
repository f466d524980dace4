// Sources: Amazon VPC user guide (subnets, NAT gateways), @pulumi/aws 7.48.0 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { partOf } from "../../core/ranges.js";
import { native, type SupportOf } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredNetwork, NetworkSpec } from "../../spec/network.js";
import { resource } from "./resources.js";
import { type AwsNetwork, settingsOf } from "./settings.js";

const support = {
  cidr: native(),
  zones: native(),
  outbound: { "nat-per-zone": native(), nat: native(), none: native() },
  tags: native(),
} as const satisfies SupportOf<NetworkSpec>;

export const network: Adapter<NetworkSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedBy(it);
    return adopted ? sameAs(adopted, it) : enoughZones(it);
  },
  plan: (it) => {
    const adopted = adoptedBy(it);
    return adopted ? adopt(adopted) : build(it);
  },
};

/** Subnet ids for a placement, one in each zone. */
export function subnetsOf(network: DeclaredNetwork, placement: "public" | "private"): (string | Ref)[] {
  return outputOf(network, placement === "public" ? "publicSubnets" : "privateSubnets") as (string | Ref)[];
}

function adoptedBy(it: DeclaredNetwork): AwsNetwork | undefined {
  return meaning(settingsOf(it).networks, it.name);
}

function enoughZones(it: DeclaredNetwork): Issue[] {
  const zones = settingsOf(it).zones ?? [];
  if (zones.length >= it.spec.zones) return [];
  return [
    {
      path: "network.zones",
      message: `${it.spec.zones} are more than the ${zones.length} zones in the settings`,
      instead: "zones: [ … ] in the settings with as many names",
    },
  ];
}

function sameAs(adopted: AwsNetwork, { name, spec }: DeclaredNetwork): Issue[] {
  const zones = new Set(adopted.subnets.map(({ zone }) => zone)).size;
  const facts = { cidr: adopted.cidr, zones, outbound: adopted.outbound } as const;
  const wanted = { cidr: spec.cidr, zones: spec.zones, outbound: spec.outbound ?? facts.outbound };
  return (Object.keys(facts) as (keyof typeof facts)[])
    .filter((key) => facts[key] !== wanted[key])
    .map((key) => ({
      path: `network.${key}`,
      message: `${JSON.stringify(wanted[key])} is not what the adopted network "${name}" has`,
      instead: JSON.stringify(facts[key]),
    }));
}

function adopt({ vpcId, subnets }: AwsNetwork): Plan {
  const ids = (open: boolean) => subnets.filter((subnet) => subnet.public === open).map(({ id }) => id);
  return { resources: {}, outputs: { networkId: vpcId, publicSubnets: ids(true), privateSubnets: ids(false) } };
}

const parts = { bits: 4, public: 0, private: 8 } as const;

function build(it: DeclaredNetwork): Plan {
  const { spec } = it;
  const zones = (settingsOf(it).zones ?? []).slice(0, spec.zones);
  const tags = (role: string) => ({ ...spec.tags, Name: `${it.name}-${role}` });
  const vpcId = ref("vpc.id");
  const outbound = spec.outbound ?? "nat";
  const zoned = zones.map((zone, index) => zoneResources(it, zone, index, zones[0] ?? zone));
  return {
    resources: {
      vpc: resource("aws:ec2/vpc:Vpc", {
        cidrBlock: spec.cidr,
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: tags("vpc"),
      }),
      defaultGroup: resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", {
        vpcId,
        tags: tags("default-closed"),
      }),
      gateway: resource("aws:ec2/internetGateway:InternetGateway", { vpcId, tags: tags("gateway") }),
      publicRoutes: resource("aws:ec2/routeTable:RouteTable", { vpcId, tags: tags("public") }),
      publicRoute: resource("aws:ec2/route:Route", {
        routeTableId: ref("publicRoutes.id"),
        destinationCidrBlock: "0.0.0.0/0",
        gatewayId: ref("gateway.id"),
      }),
      ...Object.assign({}, ...zoned),
    },
    outputs: {
      networkId: vpcId,
      publicSubnets: zones.map((zone) => ref(`public:${zone}.id`)),
      privateSubnets: zones.map((zone) => ref(`private:${zone}.id`)),
      outbound,
    },
  };
}

function zoneResources(
  { name, spec }: DeclaredNetwork,
  zone: string,
  index: number,
  firstZone: string,
): Record<string, Planned> {
  const tags = (role: string) => ({ ...spec.tags, Name: `${name}-${role}-${zone}` });
  const vpcId = ref("vpc.id");
  const subnet = (place: "public" | "private") =>
    resource("aws:ec2/subnet:Subnet", {
      vpcId,
      cidrBlock: partOf(spec.cidr, parts.bits, parts[place] + index),
      availabilityZone: zone,
      mapPublicIpOnLaunch: false,
      tags: tags(place),
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
    [`privateRoutes:${zone}`]: resource("aws:ec2/routeTable:RouteTable", { vpcId, tags: tags("private") }),
    [`privateAssociation:${zone}`]: association("private", ref(`privateRoutes:${zone}.id`)),
    ...(outbound !== "none" && natZone === zone ? natGateway(zone, tags("nat")) : {}),
    ...(outbound === "none" ? {} : { [`privateRoute:${zone}`]: natRoute(zone, natZone) }),
  };
}

function natGateway(zone: string, tags: Record<string, string>): Record<string, Planned> {
  const dependsOn = [ref("publicRoute")];
  return {
    [`natAddress:${zone}`]: resource("aws:ec2/eip:Eip", { domain: "vpc", tags }, { options: { dependsOn } }),
    [`nat:${zone}`]: resource(
      "aws:ec2/natGateway:NatGateway",
      { subnetId: ref(`public:${zone}.id`), allocationId: ref(`natAddress:${zone}.id`), tags },
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
