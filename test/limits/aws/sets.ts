import { type Case, check, inSection, onNetwork } from "./cases.js";

const range = (key: string, from: number, to: number): Case[] =>
  [
    { says: `${key} from ${from}`, bad: from - 1, good: from },
    { says: `${key} up to ${to}`, bad: to + 1, good: to },
  ].map(({ says, bad, good }) => ({
    says,
    bad: (stack) => check(stack, { [key]: bad }, { loadBalancer: stack.balancer() }),
    good: (stack) => check(stack, { [key]: good, ...(key === "timeout" ? { interval: 300 } : {}) }),
    path: `backendSet.healthCheck.${key}`,
    text: `${bad} is outside ${from}..${to}; instead: a number from ${from} to ${to}`,
  }));

const method = (name: string): Case => ({
  says: `checks are GET requests, not ${name}`,
  bad: (stack) => check(stack, { method: name }),
  good: (stack) => check(stack, { method: "GET" }),
  path: "backendSet.healthCheck.method",
  text: `"${name}" is not available: checks are GET requests; instead: "GET"`,
});

const status = (says: string, bad: number | string, good: number | string, code: number, last: number): Case => ({
  says,
  bad: (stack) => check(stack, { expectedStatus: bad }, last === 599 ? onNetwork : {}),
  good: (stack) => check(stack, { expectedStatus: good }, last === 599 ? onNetwork : {}),
  path: "backendSet.healthCheck.expectedStatus",
  text: `${code} is outside 200..${last}; instead: codes from 200 to ${last}`,
});

const cookie = (name: string): Case => ({
  says: `the cookie may not begin with ${name}`,
  bad: (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: name } }),
  good: (stack) => stack.set({ stickiness: { kind: "application-cookie", cookie: `x${name}` } }),
  path: "backendSet.stickiness.cookie",
  text: `"${name}" must not begin with AWSALB, which the balancer keeps for itself`,
});

const members = (fields: Record<string, unknown>) => ({ members: { a: { address: "10.20.128.10", ...fields } } });

const refused = (
  says: string,
  path: string,
  text: string,
  bad: Record<string, unknown>,
  good: Record<string, unknown>,
): Case => ({
  says,
  bad: (stack) => stack.set(bad),
  good: (stack) => stack.set(good),
  path: `backendSet.${path}`,
  text,
});

const noTlsStickiness =
  '"source-address" is not available: TLS target groups have no stickiness; instead: protocol: "tcp"';
const tls = { ...onNetwork, protocol: "tls" };
const sourceAddress = { stickiness: { kind: "source-address" } };

export const sets = [
  ...inSection("aws 1.5", [
    ...range("interval", 5, 300),
    ...range("timeout", 2, 120),
    { ...(range("healthyThreshold", 2, 10)[0] as Case) },
    { ...(range("unhealthyThreshold", 2, 10)[0] as Case) },
    method("HEAD"),
    method("OPTIONS"),
    method("POST"),
    method("PUT"),
    method("DELETE"),
    status("matcher from 200", 199, 200, 199, 499),
    status("matcher up to 499 on an ALB", 500, 499, 500, 499),
    status("every code of a list counts", "200,500", "200,499", 500, 499),
    status("both ends of a range count", "200-599", "200-499", 599, 499),
    status("the begin of a range counts", "100-200", "200-201", 100, 499),
    status("matcher up to 599 on an NLB, and from 200", 199, 599, 199, 599),
    refused(
      "no ICMP check exists",
      "healthCheck.protocol",
      '"ping" is not available: there is no echo check; instead: protocol: "tcp" behind a network balancer, or "http"',
      { ...onNetwork, healthCheck: { protocol: "ping" } },
      { ...onNetwork, healthCheck: { protocol: "tcp" } },
    ),
    refused(
      "no IP hash on an ALB (http)",
      "policy",
      '"source-ip" is not available: an application load balancer chooses a target per request; instead: stickiness with a cookie, or a balancer of kind "network"',
      { policy: "source-ip" },
      { ...onNetwork, policy: "source-ip" },
    ),
    refused(
      "no IP hash on an ALB (https)",
      "policy",
      '"source-ip" is not available: an application load balancer chooses a target per request; instead: stickiness with a cookie, or a balancer of kind "network"',
      { protocol: "https", policy: "source-ip" },
      { protocol: "https", policy: "round-robin" },
    ),
    refused(
      "source_ip stickiness is not for TLS, by policy either",
      "policy",
      '"source-ip" is not available: TLS target groups have no stickiness; instead: protocol: "tcp"',
      { ...tls, policy: "source-ip" },
      tls,
    ),
    refused(
      "least outstanding requests: ALB only",
      "policy",
      '"least-connections" is not available: a network load balancer chooses a target by the hash of each flow; instead: leave it out, or policy: "source-ip"',
      { ...onNetwork, policy: "least-connections" },
      { policy: "least-connections" },
    ),
    refused("source_ip stickiness is not for TLS", "stickiness", noTlsStickiness, { ...tls, ...sourceAddress }, tls),
    refused(
      "source_ip stickiness is NLB only (http)",
      "stickiness",
      '"source-address" is not available: an application load balancer keeps clients by cookie; instead: stickiness: { kind: "balancer-cookie" }',
      sourceAddress,
      { ...onNetwork, ...sourceAddress },
    ),
    refused(
      "source_ip stickiness is NLB only (https)",
      "stickiness",
      '"source-address" is not available: an application load balancer keeps clients by cookie; instead: stickiness: { kind: "balancer-cookie" }',
      { protocol: "https", ...sourceAddress },
      { protocol: "https", stickiness: { kind: "balancer-cookie" } },
    ),
    cookie("AWSALB"),
    cookie("AWSALBAPP-0"),
    cookie("AWSALBTG"),
    refused(
      "slow start: ALB only",
      "slowStart",
      "60 is not available: a TCP or TLS target group grows no shares; instead: leave it out",
      { ...onNetwork, slowStart: 60 },
      { slowStart: 60 },
    ),
    refused(
      "an ALB replaces clients' addresses",
      "clientAddress",
      '"kept" is not available: an application load balancer opens its own connections; instead: the X-Forwarded-For header',
      { clientAddress: "kept" },
      { ...onNetwork, clientAddress: "kept" },
    ),
    refused(
      "no weight of one target",
      "members.a.weight",
      "2 is not available: targets of one group share the work equally; instead: leave it out",
      members({ weight: 2 }),
      members({}),
    ),
    refused(
      "no standby targets",
      "members.a.backup",
      "true is not available: a target group has no standby targets; instead: leave it out",
      members({ backup: true }),
      members({ backup: false }),
    ),
    ...["8.8.8.8", "172.32.0.1", "100.128.0.1"].map((address) =>
      refused(
        `IP targets are private addresses, not ${address}`,
        "members.a.address",
        `"${address}" is a public address; instead: one of 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12, 192.168.0.0/16`,
        members({ address }),
        members({ address: address.replace("8.8.8.8", "192.168.255.255").replace("32", "31").replace("128", "127") }),
      ),
    ),
    refused(
      "addresses outside the VPC see no client's address",
      "members.a.address",
      '"192.168.7.10" lies outside the network, where clientAddress "kept" does not reach; instead: clientAddress: "replaced", or a member of the network',
      { ...onNetwork, clientAddress: "kept", ...members({ address: "192.168.7.10" }) },
      { ...onNetwork, clientAddress: "kept", ...members({}) },
    ),
    {
      says: "a range of the VPC may be public: its members are inside",
      bad: (stack) => stack.set({ loadBalancer: stack.balancer(), ...members({ address: "52.10.0.10" }) }),
      good: (stack) => {
        const network = stack.network({ cidr: "52.10.0.0/16" });
        return stack.set({ loadBalancer: stack.balancer({ network }), ...members({ address: "52.10.0.10" }) });
      },
      path: "backendSet.members.a.address",
      text: '"52.10.0.10" is a public address; instead: one of 10.0.0.0/8, 100.64.0.0/10, 172.16.0.0/12, 192.168.0.0/16',
    },
  ]),
  ...inSection("aws 6.3", [
    {
      says: "timeout < interval",
      bad: (stack) => check(stack, { timeout: 10, interval: 10 }),
      good: (stack) => check(stack, { timeout: 9, interval: 10 }),
      path: "backendSet.healthCheck.timeout",
      text: "10 is not below the interval of 10; instead: a number below 10",
    },
    {
      says: "timeout < the interval that nobody wrote",
      bad: (stack) => check(stack, { timeout: 30 }),
      good: (stack) => check(stack, { timeout: 29 }),
      path: "backendSet.healthCheck.timeout",
      text: "30 is not below the interval of 30; instead: a number below 30",
    },
    refused(
      "slow start × algorithm",
      "slowStart",
      'goes with policy "round-robin" only; instead: one of the two',
      { slowStart: 30, policy: "least-connections" },
      { slowStart: 30, policy: "round-robin" },
    ),
    {
      says: "HTTP-only fields on TCP checks",
      bad: (stack) => check(stack, { protocol: "tcp", path: "/" }, onNetwork),
      good: (stack) => check(stack, { protocol: "http", path: "/" }, onNetwork),
      path: "backendSet.healthCheck.path",
      text: 'is for http and https checks; this one is tcp; instead: leave it out, or protocol: "http"',
    },
    refused(
      "stickiness type × LB family",
      "stickiness.kind",
      '"balancer-cookie" needs requests to carry the cookie; tcp has none; instead: "source-address"',
      { ...onNetwork, stickiness: { kind: "balancer-cookie" } },
      { ...onNetwork, ...sourceAddress },
    ),
  ]),
];
