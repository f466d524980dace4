import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, fixedNames, type Pair, pairs, range } from "./cases.js";

const set = (stack: Stack, args: Record<string, unknown>) => stack.set(args);
const tcp = { protocol: "tcp", healthCheck: { protocol: "tcp" } };
const cookie = (name: unknown) => ({ stickiness: { kind: "application-cookie", cookie: name } });
const cookieName = 'must be a cookie name: letters, digits and !#$%&\'*+.^_`|~-; instead: a name such as "session"';
const kinds = '"balancer-cookie", "application-cookie" or "source-address"';
const byCookie = (kind: string, stickiness: object): Pair => [
  "stickiness.kind",
  `"${kind}" needs requests to carry the cookie; tcp has none; instead: "source-address"`,
  { ...tcp, stickiness: { kind, ...stickiness } },
  tcp,
];
const cookies: readonly Pair[] = [
  ["stickiness.cookie", "is required", cookie(undefined), cookie("session")],
  ["stickiness.cookie", "must not be empty", cookie(""), cookie("s")],
  ["stickiness.cookie", "has more than 255 characters", cookie("s".repeat(256)), cookie("s".repeat(255))],
  ...["se ssion", "session;", "session=1", '"session"', "세션"].map(
    (name): Pair => ["stickiness.cookie", cookieName, cookie(name), cookie("a1!#$%&'*+.^_`|~-")],
  ),
];

const named = (says: string, noun: string, text: string, make: (stack: Stack, name: string) => unknown): Limit => ({
  section: "neutral names",
  says,
  cloud: "openstack",
  path: `${noun}.physicalName`,
  text,
  bad: (stack) => make(stack, "Web-TG"),
  good: (stack) => make(stack, "Api-TG"),
});

export const backendSets = [
  ...pairs("neutral BackendSet", "backendSet", set, [
    [
      "loadBalancer",
      "must be a LoadBalancer; instead: the LoadBalancer component itself, not its id or name",
      { loadBalancer: "front" },
      {},
    ],
    ...range("port", 1, 65535, (port) => ({ port })),
    ["port", "is required", { port: undefined }, {}],
    [
      "protocol",
      '"udp" is not a value of this option; instead: "http", "https", "tcp" or "tls"',
      { protocol: "udp" },
      tcp,
    ],
    [
      "policy",
      '"random" is not a value of this option; instead: "round-robin", "least-connections" or "source-ip"',
      { policy: "random" },
      { policy: "round-robin" },
    ],
    ["stickiness", "must be an object of options; got text", { stickiness: "cookie" }, {}],
    ["stickiness.kind", `is required; instead: ${kinds}`, { stickiness: {} }, {}],
    ["stickiness.kind", `"ip" is not a value of this option; instead: ${kinds}`, { stickiness: { kind: "ip" } }, {}],
    [
      "stickiness.cookie",
      "is not an option here; instead: one of duration, kind",
      { stickiness: { kind: "balancer-cookie", cookie: "session" } },
      {},
    ],
    [
      "stickiness.duration",
      "is not an option here; instead: one of kind",
      { stickiness: { kind: "source-address", duration: 60 } },
      {},
    ],
    byCookie("balancer-cookie", {}),
    byCookie("application-cookie", { cookie: "session" }),
    [
      "stickiness.kind",
      '"source-address" stands against policy "source-ip", which keeps clients with members by itself; instead: one of the two',
      { ...tcp, policy: "source-ip", stickiness: { kind: "source-address" } },
      { ...tcp, policy: "source-ip" },
    ],
    [
      "clientAddress",
      '"preserve" is not a value of this option; instead: "kept" or "replaced"',
      { clientAddress: "preserve" },
      {},
    ],
    ["tier", "must be a Tier; instead: the Tier component itself, not its id or name", { tier: "web" }, {}],
    [
      "targets",
      "is not an option of BackendSet; instead: one of clientAddress, drain, healthCheck, loadBalancer, members, physicalName, policy, port, protocol, slowStart, stickiness, tier",
      { targets: [] },
      {},
    ],
    ...eventual("port", (port) => ({ port }), {}, pulumi.output(80)),
  ]),
  ...pairs(
    "neutral BackendSet",
    "backendSet",
    set,
    [
      ...cookies,
      ...range("stickiness.duration", 1, 604800, (duration) => ({ stickiness: { kind: "balancer-cookie", duration } })),
      ...range("drain", 0, 3600, (drain) => ({ drain })),
      ...range("slowStart", 30, 900, (slowStart) => ({ slowStart })),
    ],
    "aws",
  ),
  ...pairs("neutral BackendSet", "backendSet", set, fixedNames({ physicalName: "Web-TG" }), "openstack"),
  {
    section: "neutral BackendSet",
    says: "a tier stands in the balancer's network",
    cloud: "every",
    path: "backendSet.tier",
    text: 'tier "web" stands in network "blog", the balancer in "shop"; instead: a tier of the same network',
    bad: (stack) => stack.set({ tier: stack.tier({ network: stack.network({}, "blog") }) }),
    good: (stack) => {
      const network = stack.network();
      return stack.set({ loadBalancer: stack.balancer({ network }), tier: stack.tier({ network }) });
    },
  } satisfies Limit,
  named(
    "two sets of one fixed name",
    "backendSet",
    '"Web-TG" is the name of "pages" of balancer "front" already; instead: another name',
    (stack, physicalName) => {
      const { parent } = stack.set({ physicalName: "Web-TG" });
      return stack.set({ loadBalancer: parent, physicalName }, "api");
    },
  ),
  named(
    "two listeners of one fixed name",
    "listener",
    '"Web-TG" is the name of "web" of balancer "front" already; instead: another name',
    (stack, physicalName) => {
      const backendSet = stack.set();
      stack.listener({ backendSet, physicalName: "Web-TG" });
      return stack.listener({ backendSet, port: 81, physicalName }, "other");
    },
  ),
];
