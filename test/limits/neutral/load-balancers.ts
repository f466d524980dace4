import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, fixedNames, labels, type Pair, pairs } from "./cases.js";

const ranges = { visibility: "private", allowFrom: ["10.20.0.0/16"] };
const from = (said: string, source: unknown, good: unknown): Pair => [
  "allowFrom[0]",
  said,
  { allowFrom: [source] },
  { allowFrom: [good] },
];
const noSource = 'is neither a tier nor a range; instead: a Tier, a range such as "10.0.0.0/16", or "internet"';

/** A private balancer and the tiers that it admits. */
const tiers = (path: string, text: string, bad: Make, good: Make): Limit => ({
  section: "neutral LoadBalancer",
  says: path,
  cloud: "every",
  path: `loadBalancer.${path}`,
  text,
  bad: (stack) => tiersOf(stack, bad),
  good: (stack) => tiersOf(stack, good),
});
type Make = (stack: Stack, network: unknown) => unknown[];
const tiersOf = (stack: Stack, make: Make) => {
  const network = stack.network();
  return stack.balancer({ network, visibility: "private", allowFrom: make(stack, network) });
};
const one: Make = (stack, network) => [stack.tier({ network })];

const publicOf = (stack: Stack, visibility: string) => {
  const network = stack.network();
  return stack.balancer({ network, visibility, allowFrom: ["198.51.100.0/24", stack.tier({ network })] });
};

export const loadBalancers: readonly Limit[] = [
  ...pairs("neutral LoadBalancer", "loadBalancer", (stack: Stack, args) => stack.balancer(args), [
    ["network", "must be a Network; instead: the Network component itself, not its id or name", { network: {} }, {}],
    ["kind", 'is required; instead: "application" or "network"', { kind: undefined }, {}],
    [
      "kind",
      '"gateway" is not a value of this option; instead: "application" or "network"',
      { kind: "gateway" },
      { kind: "network" },
    ],
    ["visibility", 'is required; instead: "public" or "private"', { visibility: undefined }, {}],
    [
      "visibility",
      '"internal" is not a value of this option; instead: "public" or "private"',
      { visibility: "internal" },
      ranges,
    ],
    ["allowFrom", "needs at least one entry", { allowFrom: [] }, { allowFrom: ["internet"] }],
    ["allowFrom", "must be a list; got text", { allowFrom: "internet" }, { allowFrom: ["internet"] }],
    from(noSource, 7, "internet"),
    from(noSource, {}, "internet"),
    from('opens it to everyone without saying so; instead: "internet"', "0.0.0.0/0", "internet"),
    from('"Internet" is not an IPv4 range; instead: a range such as "10.0.0.0/16"', "Internet", "internet"),
    from(
      '"::/0" is an IPv6 range; only IPv4 is offered so far; instead: a range such as "10.0.0.0/16"',
      "::/0",
      "198.51.100.0/24",
    ),
    from(
      '"198.51.100.7/24" has bits set behind its prefix; instead: "198.51.100.0/24"',
      "198.51.100.7/24",
      "198.51.100.7/32",
    ),
    [
      "allowFrom",
      'a private balancer admits nobody until this says whom; instead: tiers or ranges, for example [web] or ["10.20.0.0/16"]',
      { visibility: "private" },
      ranges,
    ],
    [
      "allowFrom",
      '"internet" cannot reach a private balancer; instead: tiers or ranges, or visibility: "public"',
      { visibility: "private", allowFrom: ["internet"] },
      ranges,
    ],
    [
      "allowFrom[1]",
      '"10.20.0.0/16" is there twice; instead: each one once',
      { ...ranges, allowFrom: ["10.20.0.0/16", "10.20.0.0/16"] },
      { ...ranges, allowFrom: ["10.20.0.0/16", "10.20.0.0/17"] },
    ],
    [
      "allowFrom[1]",
      '"internet" is there twice; instead: each one once',
      { allowFrom: ["internet", "internet"] },
      { allowFrom: ["internet"] },
    ],
    [
      "address",
      '"static" is not a value of this option; instead: "ephemeral" or "reserved"',
      { address: "static" },
      { address: "ephemeral" },
    ],
    [
      "address",
      '"reserved" is for public addresses; instead: visibility: "public", or leave it out',
      { ...ranges, address: "reserved" },
      ranges,
    ],
    ["logs.trace", "is not an option here; instead: one of access, error", { logs: { trace: true } }, { logs: {} }],
    ["logs.access", "must be true or false; got text", { logs: { access: "yes" } }, { logs: { access: false } }],
    ["deletionProtection", "1 is not true or false", { deletionProtection: 1 }, { deletionProtection: false }],
    [
      "name",
      "is not an option of LoadBalancer; instead: one of address, allowFrom, deletionProtection, kind, logs, network, physicalName, tags, visibility",
      { name: "front" },
      {},
    ],
    ...eventual("kind", (kind) => ({ kind }), {}, pulumi.output("network")),
    ...labels({ tags: { team: "v".repeat(100) } }),
    ...fixedNames({ physicalName: "shop" }),
  ]),
  tiers(
    "allowFrom[0]",
    'tier "web" stands in network "blog", not in "shop"; instead: a tier of the same network, or a range',
    (stack) => [stack.tier({ network: stack.network({}, "blog") })],
    one,
  ),
  tiers(
    "allowFrom[1]",
    'tier "web" is there twice; instead: each one once',
    (stack, network) => {
      const web = stack.tier({ network });
      return [web, web];
    },
    (stack, network) => [stack.tier({ network }), stack.tier({ network }, "app")],
  ),
  {
    section: "neutral LoadBalancer",
    says: "members reach a public balancer with other addresses",
    cloud: "every",
    path: "loadBalancer.allowFrom[1]",
    text: 'tier "web" reaches a public balancer over the internet, with addresses that are not its own; instead: "internet" or ranges, or visibility: "private"',
    bad: (stack) => publicOf(stack, "public"),
    good: (stack) => publicOf(stack, "private"),
  },
];
