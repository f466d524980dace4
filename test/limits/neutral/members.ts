import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, type Pair, pairs, range } from "./cases.js";

const set = (stack: Stack, members: Record<string, unknown>) => stack.set({ members });
const first = { address: "10.20.128.10" };
const named = (name: string): Pair => [
  "",
  `name "${name}" must begin with a letter and go on with letters, digits, - or _; instead: a name such as "api"`,
  { [name]: first },
  { a1_B: first },
];
const addresses = 'must be an IPv4 address; instead: an address such as "10.0.1.10"';
const at = (address: unknown, said = addresses): Pair => ["a.address", said, { a: { address } }, { a: first }];

/** A member of a tier of 10.20.0.0/16. */
const placed = (stack: Stack, address: unknown) => {
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  return stack.set({ loadBalancer, tier: stack.tier({ network }), members: { a: { address } } });
};

export const members: readonly Limit[] = [
  {
    section: "neutral Member",
    says: "members of a tier have addresses of its network",
    cloud: "every",
    path: "backendSet.members.a.address",
    text: '10.21.0.4 is outside 10.20.0.0/16, network "shop", where tier "web" stands; instead: an address of that network, or no tier',
    bad: (stack) => placed(stack, "10.21.0.4"),
    good: (stack) => [placed(stack, "10.20.255.4"), placed(stack, pulumi.output("10.21.0.4"))],
  },
  ...pairs("neutral Member", "backendSet.members", set, [
    ["", "needs at least one member", {}, { a: first }],
    named("1a"),
    named("a.b"),
    named("a:b"),
    named("웹"),
    at(undefined, "is required"),
    at(10, "must be text; got a number; instead: text in quotes"),
    at({}, "must be text or an Output of text; got an object of options"),
    at("10.20.128.300"),
    at("10.20.128.0/24"),
    at("web-1"),
    at("2001:db8::1"),
    at(""),
    ...range("a.port", 1, 65535, (port) => ({ a: { ...first, port } })),
    [
      "a.zone",
      "is not an option here; instead: one of address, backup, port, weight",
      { a: { ...first, zone: "a" } },
      { a: first },
    ],
    [
      "b",
      'is 10.20.128.10:5000, as member "a" is; instead: one entry for each address and port',
      { a: first, b: { ...first, port: 5000 } },
      { a: first, b: { ...first, port: 5001 } },
    ],
    ["a.backup", "must be true or false; got text", { a: { ...first, backup: "yes" } }, { a: first }],
    ...eventual("a.port", (port) => ({ a: { ...first, port } }), { a: first }, pulumi.output(80)),
  ]),
  ...pairs(
    "neutral Member",
    "backendSet.members",
    set,
    range("a.weight", 1, 100, (weight) => ({ a: { ...first, weight } })),
    "openstack",
  ),
];
