import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import { eventual, fixedNames, labels, type Pair, pairs } from "./cases.js";

const example = 'instead: a range such as "10.0.0.0/16"';
const good = { cidr: "10.0.0.0/16" };

const range = (cidr: unknown, said: string, accepted: Record<string, unknown> = good): Pair => [
  "cidr",
  said,
  { cidr },
  accepted,
];
const unusable = (cidr: string, accepted: string): Pair =>
  range(cidr, `"${cidr}" holds addresses that no network may use; instead: a private range such as "10.0.0.0/16"`, {
    cidr: accepted,
  });
const noRange = (cidr: string): Pair => range(cidr, `"${cidr}" is not an IPv4 range; ${example}`);
const prefix = (bits: number, accepted: number): Pair =>
  range(`10.0.0.0/${bits}`, `/${bits} leaves no room for its subnets on every cloud; instead: a range of /16 to /23`, {
    cidr: `10.0.0.0/${accepted}`,
  });

export const networks = pairs("neutral Network", "network", (stack: Stack, args) => stack.network(args), [
  range(undefined, "is required"),
  range(7, "must be text; got a number; instead: text in quotes"),
  range(null, "must be text; got nothing"),
  noRange("10.0.0.0"),
  noRange("10.0.0.0/33"),
  noRange("10.0.0/16"),
  noRange("300.0.0.0/16"),
  noRange("shop"),
  range("2001:db8::/32", `"2001:db8::/32" is an IPv6 range; only IPv4 is offered so far; ${example}`),
  range("10.0.1.0/16", '"10.0.1.0/16" has bits set behind its prefix; instead: "10.0.0.0/16"'),
  prefix(15, 16),
  prefix(24, 23),
  unusable("0.0.0.0/16", "1.0.0.0/16"),
  unusable("127.0.0.0/16", "126.255.0.0/16"),
  unusable("169.254.0.0/16", "169.253.0.0/16"),
  unusable("224.0.0.0/16", "223.255.0.0/16"),
  unusable("240.1.0.0/16", "10.1.0.0/16"),
  ...eventual("cidr", (cidr) => ({ cidr }), good, pulumi.output("10.0.0.0/16")),
  ["zones", "0 is below 1; instead: a number from 1 to 6", { zones: 0 }, { zones: 1 }],
  ["zones", "7 is above 6; instead: a number from 1 to 6", { zones: 7 }, { zones: 2 }],
  ["zones", "1.5 is not a whole number", { zones: 1.5 }, { zones: 1 }],
  ["zones", "NaN is not a number", { zones: Number.NaN }, { zones: 1 }],
  ["zones", "must be a number; got text", { zones: "2" }, { zones: 2 }],
  ["zones", "must be a number; got a list", { zones: ["a"] }, { zones: 2 }],
  ["zones", "is required", { zones: undefined }, { zones: 2 }],
  [
    "outbound",
    '"igw" is not a value of this option; instead: "nat-per-zone", "nat" or "none"',
    { outbound: "igw" },
    { outbound: "nat" },
  ],
  [
    "vpcId",
    "is not an option of Network; instead: one of cidr, outbound, physicalName, tags, zones",
    { vpcId: "a" },
    {},
  ],
  ...labels({ tags: { team: "v".repeat(100) } }),
  ...fixedNames({ physicalName: "shop" }),
]);
