import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { fixedNames, pairs } from "./cases.js";

type Loose = Record<string, unknown>;

const tier = (stack: Stack, args: Loose) => stack.tier(args);
const out = (one: unknown) => ({ egress: [one] });
const way = (from: unknown, port: unknown = 22) => ({ access: [{ port, from }] });
const inside = "10.20.0.0/16";
const ends = (everything: string) =>
  `is neither a tier nor a range; instead: a Tier, a range such as "10.0.0.0/16", or "${everything}"`;
const ports = "instead: a number from 1 to 65535";

/** A tier beside another one of its network, or of a second network. */
const beside = (path: string, text: string, args: (other: unknown) => Loose, other: "same" | "second"): Limit => ({
  section: "neutral Tier",
  says: path,
  cloud: "every",
  path: `tier.${path}`,
  text,
  bad: (stack) => tierBeside(stack, args, other),
  good: (stack) =>
    tierBeside(stack, (one) => ({ egress: [{ to: one, port: 80 }], access: [{ port: 22, from: [one] }] }), "same"),
});

function tierBeside(stack: Stack, args: (other: unknown) => Loose, place: "same" | "second") {
  const network = stack.network();
  const other = stack.tier({ network: place === "same" ? network : stack.network({}, "blog") }, "other");
  return stack.tier({ network, ...args(other) });
}

const stray = 'tier "other" stands in network "blog", not in "shop"; instead: a tier of the same network, or a range';

export const tiers: readonly Limit[] = [
  ...pairs("neutral Tier", "tier", tier, [
    [
      "network",
      "must be a Network; instead: the Network component itself, not its id or name",
      { network: "vpc-1" },
      {},
    ],
    [
      "placement",
      '"outside" is not a value of this option; instead: "private" or "public"',
      { placement: "outside" },
      {},
    ],
    [
      "subnet",
      "is not an option of Tier; instead: one of access, egress, network, physicalName, placement",
      { subnet: "a" },
      {},
    ],
    ["egress", "must be a list; got text", { egress: "anywhere" }, { egress: [] }],
    ["egress[0]", "must be an object of options; got text", out("anywhere"), out({ to: "anywhere" })],
    [
      "egress[0].to",
      'is required; instead: a Tier, a range such as "10.0.0.0/16", or "anywhere"',
      out({}),
      out({ to: inside }),
    ],
    ["egress[0].to", ends("anywhere"), out({ to: 7 }), out({ to: inside })],
    [
      "egress[0].to",
      'opens it to everyone without saying so; instead: "anywhere"',
      out({ to: "0.0.0.0/0" }),
      out({ to: "anywhere" }),
    ],
    [
      "egress[0].to",
      '"internet" is not an IPv4 range; instead: a range such as "10.0.0.0/16"',
      out({ to: "internet" }),
      out({ to: "anywhere" }),
    ],
    ["egress[0].port", `0 is below 1; ${ports}`, out({ to: inside, port: 0 }), out({ to: inside, port: 1 })],
    [
      "egress[0].port",
      `65536 is above 65535; ${ports}`,
      out({ to: inside, port: 65536 }),
      out({ to: inside, port: 65535 }),
    ],
    [
      "egress[0].protocol",
      '"icmp" is not a value of this option; instead: "tcp" or "udp"',
      out({ to: inside, port: 53, protocol: "icmp" }),
      out({ to: inside, port: 53, protocol: "udp" }),
    ],
    [
      "egress[0].protocol",
      "is for a port, and there is none; instead: a port too",
      out({ to: inside, protocol: "udp" }),
      out({ to: inside }),
    ],
    [
      "egress[0].ports",
      "is not an option here; instead: one of port, protocol, to",
      out({ to: inside, ports: [80] }),
      out({ to: inside }),
    ],
    [
      "egress[1]",
      '"10.20.0.0/16" is there twice; instead: each one once',
      {
        egress: [
          { to: inside, port: 53 },
          { to: inside, port: 53, protocol: "tcp" },
        ],
      },
      {
        egress: [
          { to: inside, port: 53 },
          { to: inside, port: 53, protocol: "udp" },
        ],
      },
    ],
    ["access[0].port", "is required", { access: [{ from: [inside] }] }, way([inside])],
    ["access[0].port", `0 is below 1; ${ports}`, way([inside], 0), way([inside], 1)],
    ["access[0].port", `65536 is above 65535; ${ports}`, way([inside], 65536), way([inside], 65535)],
    [
      "access[0].from",
      'must say from where; instead: ranges and tiers, such as ["10.0.0.0/16"], or "anyone"',
      way(inside),
      way([inside]),
    ],
    ["access[0].from", "needs at least one entry", way([]), way("anyone")],
    ["access[0].from[0]", ends("anyone"), way([{}]), way(["anyone"])],
    [
      "access[0].from[1]",
      'opens it to everyone without saying so; instead: "anyone"',
      way([inside, "0.0.0.0/0"]),
      way([inside, "10.30.0.0/16"]),
    ],
    [
      "access[0].from[0]",
      '"10.20.0.1/16" has bits set behind its prefix; instead: "10.20.0.0/16"',
      way(["10.20.0.1/16"]),
      way([inside]),
    ],
    [
      "access[0].from[1]",
      '"10.20.0.0/16" is there twice; instead: each one once',
      way([inside, inside]),
      way([inside, "10.20.0.0/17"]),
    ],
    [
      "access[1].from[0]",
      '"10.20.0.0/16" is there twice; instead: each one once',
      { access: [...way([inside]).access, ...way([inside]).access] },
      { access: [...way([inside]).access, ...way([inside], 2222).access] },
    ],
    ...fixedNames({ physicalName: "shop" }),
  ]),
  beside("egress[0].to", stray, (other) => ({ egress: [{ to: other }] }), "second"),
  beside("access[0].from[1]", stray, (other) => ({ access: [{ port: 22, from: [inside, other] }] }), "second"),
  beside(
    "egress[1]",
    'tier "other" is there twice; instead: each one once',
    (other) => ({ egress: [{ to: other }, { to: other }] }),
    "same",
  ),
];
