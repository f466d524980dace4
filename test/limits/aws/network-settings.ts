import { adoptedNetwork } from "../../clouds/aws/plans.js";
import { type Case, given, idText, inSection } from "./cases.js";

const { shop } = adoptedNetwork.networks;
const network = (says: string, path: string, text: string, bad: Record<string, unknown>): Case =>
  given(says, `networks.shop.${path}`, text, { networks: { shop: { ...shop, ...bad } } }, adoptedNetwork);
const withSubnet = (change: Record<string, unknown>) => ({
  subnets: shop.subnets.map((subnet, index) => (index === 1 ? { ...subnet, ...change } : subnet)),
});
const zoneText = 'must be an availability zone; instead: a name such as "eu-west-1a"';

export const networkSettings = [
  ...inSection("aws 1.3", [
    given("zones, not regions", "zones[0]", zoneText, { zones: ["eu-west-1"] }, { zones: ["us-gov-west-1b"] }),
    given("zones of every partition", "zones[0]", zoneText, { zones: ["eusc-1"] }, { zones: ["eusc-de-east-1a"] }),
    given("a zone at least", "zones", "needs at least one entry", { zones: [] }, { zones: ["eu-west-1a"] }),
    given(
      "a zone once",
      "zones[1]",
      '"eu-west-1a" is there twice; instead: each one once',
      { zones: ["eu-west-1a", "eu-west-1a"] },
      { zones: ["eu-west-1a", "eu-west-1b"] },
    ),
    given(
      "zones of one region",
      "zones[1]",
      '"eu-west-2b" is not in the region of "eu-west-1a"; instead: zones of one region',
      { zones: ["eu-west-1a", "eu-west-2b"] },
      { zones: ["eu-west-1a", "eu-west-1b"] },
    ),
    network("a VPC has an id", "vpcId", idText("vpc", "a VPC"), { vpcId: "shop" }),
    network("a VPC's id is text", "vpcId", "must be text; got a number; instead: text in quotes", { vpcId: 12 }),
    network("a VPC's id is text or an Output", "vpcId", "must be text or an Output of text; got true or false", {
      vpcId: true,
    }),
    network("a VPC has an id at all", "vpcId", "is required", { vpcId: undefined }),
    network(
      "a VPC's range has no host bits",
      "cidr",
      '"10.20.0.1/16" has bits set behind its prefix; instead: "10.20.0.0/16"',
      {
        cidr: "10.20.0.1/16",
      },
    ),
    network(
      "the way out is one of three",
      "outbound",
      '"igw" is not a value of this option; instead: "nat-per-zone", "nat" or "none"',
      { outbound: "igw" },
    ),
    network("a subnet at least", "subnets", "needs at least one entry", { subnets: [] }),
    network("a subnet has an id", "subnets[1].id", idText("subnet", "a subnet"), withSubnet({ id: "vpc-0a1" })),
    network("a subnet stands in a zone", "subnets[1].zone", zoneText, withSubnet({ zone: "a" })),
    network("a subnet is public or not", "subnets[1].public", "is required", withSubnet({ public: undefined })),
    network(
      "a subnet lies inside its VPC",
      "subnets[1].cidr",
      '"10.21.1.0/24" lies outside "10.20.0.0/16"; instead: a part of the network\'s range',
      withSubnet({ cidr: "10.21.1.0/24" }),
    ),
    network(
      "a subnet is no wider than /16",
      "subnets[1].cidr",
      "/15 is no size of a subnet; instead: a range of /16 to /28",
      withSubnet({ cidr: "10.20.0.0/15" }),
    ),
    network(
      "a subnet is no narrower than /28",
      "subnets[1].cidr",
      "/29 is no size of a subnet; instead: a range of /16 to /28",
      withSubnet({ cidr: "10.20.1.0/29" }),
    ),
    network(
      "an option that no subnet has",
      "subnets[1].name",
      "is not an option here; instead: one of cidr, id, public, zone",
      withSubnet({ name: "a" }),
    ),
    network(
      "an option that no network has",
      "id",
      "is not an option here; instead: one of cidr, outbound, subnets, vpcId",
      { id: "vpc-0a1" },
    ),
  ]),
  ...inSection("aws 1.4", [
    network(
      "one subnet of each zone",
      "subnets[1].zone",
      "is a second public subnet in ap-northeast-2a; balancers take one subnet of each zone; instead: the subnet that balancers and members shall use",
      withSubnet({ zone: "ap-northeast-2a" }),
    ),
  ]),
];
