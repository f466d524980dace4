import { adoptedBalancer, adoptedNetwork } from "../../clouds/aws/plans.js";
import { type Case, inSection, inside } from "./cases.js";

const { subnets } = adoptedNetwork.networks.shop;
const only = (keep: (subnet: (typeof subnets)[number]) => boolean) => ({
  networks: { shop: { ...adoptedNetwork.networks.shop, subnets: subnets.filter(keep) } },
});

const network = (key: string, bad: Record<string, unknown>, text: string): Case => ({
  says: `an adopted network is what it is: ${key}`,
  settings: adoptedNetwork,
  bad: (stack) => stack.network(bad),
  good: (stack) => stack.network({ outbound: "nat" }),
  path: `network.${key}`,
  text,
});
const other = (wanted: unknown, has: unknown) =>
  `${JSON.stringify(wanted)} is not what the adopted network "shop" has; instead: ${JSON.stringify(has)}`;
const netChange = 'would change the adopted network "shop"; instead: leave it out, or let the program make the network';

const balancer = (key: string, bad: Record<string, unknown>, text: string): Case => ({
  says: `an adopted balancer is what it is: ${key}`,
  settings: adoptedBalancer,
  bad: (stack) => stack.balancer(bad),
  good: (stack) => stack.balancer(),
  path: `loadBalancer.${key}`,
  text,
});
const change = 'would change the adopted balancer "front"; instead: leave it out, or let the program make the balancer';

const attribute = (key: string, value: unknown): Case => ({
  says: `an adopted balancer keeps its attributes: ${key}`,
  settings: { ...adoptedBalancer, loadBalancers: { front: { [key]: value } } },
  bad: (stack) => stack.balancer(),
  good: (stack) => stack.balancer({}, "other"),
  path: `settings.loadBalancers.front.${key}`,
  text: change,
});

export const adoption = [
  ...inSection("aws 1.3", [
    network("cidr", { cidr: "10.21.0.0/16" }, other("10.21.0.0/16", "10.20.0.0/16")),
    network("zones", { zones: 3 }, other(3, 2)),
    network("outbound", { outbound: "none" }, other("none", "nat")),
    network("tags", { tags: { team: "web" } }, netChange),
    network("physicalName", { physicalName: "VPC-Lab" }, netChange),
    {
      says: "members need subnets of their placement (private)",
      settings: only((subnet) => subnet.public),
      bad: (stack) => stack.tier(),
      good: (stack) => stack.tier({ placement: "public" }),
      path: "tier.placement",
      text: 'network "shop" has no private subnet; instead: placement: "public"',
    },
    {
      says: "members need subnets of their placement (public)",
      settings: only((subnet) => !subnet.public),
      bad: (stack) => stack.tier({ placement: "public" }),
      good: (stack) => stack.tier({ placement: "private" }),
      path: "tier.placement",
      text: 'network "shop" has no public subnet; instead: placement: "private"',
    },
  ]),
  ...inSection("aws 1.4", [
    {
      says: "ALB: at least two zones, in an adopted network too",
      settings: only((subnet) => subnet.public || subnet.zone === "ap-northeast-2a"),
      bad: (stack) => stack.balancer(inside),
      good: (stack) => stack.balancer(),
      path: "loadBalancer.network",
      text: 'a balancer of kind "application" needs private subnets in two zones; "shop" has 1; instead: private subnets of two zones in the settings',
    },
    {
      says: "NLB: at least one zone",
      settings: only((subnet) => !subnet.public),
      bad: (stack) => stack.balancer({ kind: "network" }),
      good: (stack) => stack.balancer({ ...inside, kind: "network" }),
      path: "loadBalancer.network",
      text: 'a balancer of kind "network" needs public subnets in one zone; "shop" has 0; instead: public subnets of one zone in the settings',
    },
    balancer(
      "kind",
      { kind: "network" },
      '"network" is not what the adopted balancer "front" is; instead: "application"',
    ),
    balancer("visibility", inside, '"private" is not what the adopted balancer "front" is; instead: "public"'),
    balancer("logs", { logs: { access: true } }, change),
    balancer("deletionProtection", { deletionProtection: true }, change),
    balancer("tags", { tags: { team: "web" } }, change),
    balancer("address", { address: "ephemeral" }, change),
    balancer("allowFrom", { allowFrom: ["internet"] }, change),
    balancer("physicalName", { physicalName: "Web-ALB" }, change),
    attribute("idleTimeout", 120),
    attribute("clientKeepAlive", 600),
    attribute("desyncMitigationMode", "strictest"),
    attribute("crossZone", false),
  ]),
];
