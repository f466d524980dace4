import { adopted, first, second } from "./adopted-network.js";
import type { Case } from "./case.js";

const oneDomain = { availabilityDomains: [first] };

export const networks: readonly Case[] = [
  {
    says: "VCN CIDR from /16",
    bad: (stack) => stack.network({ cidr: "10.0.0.0/15" }),
    good: (stack) => stack.network({ cidr: "10.0.0.0/16" }),
    path: "network.cidr",
    text: "/15 leaves no room for its subnets on every cloud; instead: a range of /16 to /23",
  },
  {
    says: "a region has up to three availability domains",
    bad: (stack) => stack.network({ zones: 4 }),
    good: (stack) => stack.network({ zones: 3 }),
    path: "network.zones",
    text: "4 are more than the 3 availability domains in the settings; instead: a number up to 3, or availabilityDomains: [ … ] in the settings with as many names",
  },
  {
    says: "an availability domain has three fault domains",
    settings: oneDomain,
    bad: (stack) => stack.network({ zones: 4 }),
    good: (stack) => stack.network({ zones: 3 }),
    path: "network.zones",
    text: "4 is outside 2..3; instead: a number from 2 to 3",
  },
  {
    says: "an adopted network keeps its range",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ cidr: "10.30.0.0/16" }),
    good: (stack) => stack.network(),
    path: "network.cidr",
    text: '"10.30.0.0/16" is not what the adopted network "shop" has; instead: "10.20.0.0/16"',
  },
  {
    says: "an adopted network keeps its way out",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ outbound: "none" }),
    good: (stack) => stack.network({ outbound: "nat" }),
    path: "network.outbound",
    text: '"none" is not what the adopted network "shop" has; instead: "nat"',
  },
  {
    says: "an adopted network covers the availability domains of its subnets",
    settings: adopted([
      { public: true, zone: first },
      { public: true, zone: second },
    ]),
    bad: (stack) => stack.network({ zones: 1 }),
    good: (stack) => stack.network({ zones: 2 }),
    path: "network.zones",
    text: '1 is not what the adopted network "shop" has; instead: 2',
  },
  {
    says: "an adopted network keeps its labels",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ tags: { team: "web" } }),
    good: (stack) => stack.network(),
    path: "network.tags",
    text: 'would change the adopted network "shop"; instead: leave it out, or let the program make the network',
  },
  {
    says: "an adopted network keeps its name",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.network({ physicalName: "other" }),
    good: (stack) => stack.network(),
    path: "network.physicalName",
    text: 'would change the adopted network "shop"; instead: leave it out, or let the program make the network',
  },
  {
    says: "private members need a private subnet",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.tier(),
    good: (stack) => stack.tier({ placement: "public" }),
    path: "tier.placement",
    text: 'network "shop" has no private subnet; instead: placement: "public"',
  },
  {
    says: "public members need a public subnet",
    settings: adopted([{ public: false }]),
    bad: (stack) => stack.tier({ placement: "public" }),
    good: (stack) => stack.tier(),
    path: "tier.placement",
    text: 'network "shop" has no public subnet; instead: placement: "private"',
  },
];
