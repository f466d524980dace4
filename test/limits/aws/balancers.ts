import { type Case, check, inSection, inside, onNetwork } from "./cases.js";

const alien = (key: string, value: unknown, kind: string): Case => ({
  says: `${key} is no attribute of a ${kind} balancer`,
  settings: { loadBalancers: { front: { [key]: value } } },
  bad: (stack) => stack.balancer({ kind }),
  good: (stack) => stack.balancer({ kind: kind === "network" ? "application" : "network" }),
  path: `settings.loadBalancers.front.${key}`,
  text: `is not an attribute of a balancer of kind "${kind}"; instead: leave it out`,
});
const addresses = { front: ["eipalloc-0a1"] };

export const balancers = [
  ...inSection("aws 1.4", [
    {
      says: "ALB: at least two zones (public)",
      bad: (stack) => stack.balancer({ network: stack.network({ zones: 1 }) }),
      good: (stack) => stack.balancer({ network: stack.network({ zones: 2 }) }),
      path: "loadBalancer.network",
      text: 'a balancer of kind "application" needs public subnets in two zones; "shop" has 1; instead: zones: 2 or more on the network',
    },
    {
      says: "ALB: at least two zones (private), NLB: one",
      bad: (stack) => stack.balancer({ network: stack.network({ zones: 1 }), ...inside }),
      good: (stack) => stack.balancer({ network: stack.network({ zones: 1 }), ...inside, kind: "network" }),
      path: "loadBalancer.network",
      text: 'a balancer of kind "application" needs private subnets in two zones; "shop" has 1; instead: zones: 2 or more on the network',
    },
    {
      says: "mappings carry a fixed address on an NLB only",
      bad: (stack) => stack.balancer({ address: "reserved" }),
      good: (stack) => stack.balancer({ address: "reserved", kind: "network" }),
      path: "loadBalancer.address",
      text: '"reserved" is not available: an application load balancer changes its addresses; instead: its DNS name (balancer.address), or kind: "network"',
    },
    {
      says: "one address for each zone",
      settings: { addresses },
      bad: (stack) => stack.balancer({ address: "reserved", kind: "network" }),
      good: (stack) => stack.balancer({ address: "reserved", kind: "network", network: stack.network({ zones: 1 }) }),
      path: "loadBalancer.address",
      text: 'addresses in the settings names 1 for "front"; its network has 2 zones; instead: 2 allocation ids',
    },
    {
      says: "accessLogs need a bucket",
      settings: { logs: undefined },
      bad: (stack) => stack.balancer({ logs: { access: true } }),
      good: (stack) => stack.balancer({ logs: { access: false } }),
      path: "loadBalancer.logs.access",
      text: "needs a bucket to write to; instead: logs: { bucket: … } in the settings",
    },
    {
      says: "there is no error log",
      bad: (stack) => stack.balancer({ logs: { error: true } }),
      good: (stack) => stack.balancer({ logs: { access: true } }),
      path: "loadBalancer.logs.error",
      text: "true is not available: load balancers here have no error log; instead: logs: { access: true }, which holds failed requests",
    },
  ]),
  ...inSection("aws 6.3", [
    alien("idleTimeout", 60, "network"),
    alien("clientKeepAlive", 3600, "network"),
    alien("desyncMitigationMode", "strictest", "network"),
    alien("crossZone", true, "application"),
  ]),
  ...inSection("aws 2.10", [
    {
      says: "HTTP goes behind an application balancer",
      bad: (stack) => stack.set({ loadBalancer: stack.balancer({ kind: "network" }) }),
      good: (stack) => stack.set({ loadBalancer: stack.balancer({ kind: "application" }) }),
      path: "backendSet.protocol",
      text: '"http" does not go behind the network balancer "front"; instead: "tcp" or "tls"',
    },
    {
      says: "TCP goes behind a network balancer",
      bad: (stack) => stack.set({ ...onNetwork, loadBalancer: stack.balancer() }),
      good: (stack) => stack.set({ ...onNetwork, loadBalancer: stack.balancer({ kind: "network" }) }),
      path: "backendSet.protocol",
      text: '"tcp" does not go behind the application balancer "front"; instead: "http" or "https"',
    },
    {
      says: "NLB: no algorithm choice",
      bad: (stack) => stack.set({ ...onNetwork, policy: "round-robin" }),
      good: (stack) => stack.set({ ...onNetwork, policy: "source-ip" }),
      path: "backendSet.policy",
      text: '"round-robin" is not available: a network load balancer chooses a target by the hash of each flow; instead: leave it out, or policy: "source-ip"',
    },
    {
      says: "NLB: no redirects",
      bad: (stack) => {
        const to = stack.listener({ port: 443, protocol: "https", certificate: "shop" }, "https");
        return stack.listener({ loadBalancer: stack.balancer({ kind: "network" }), protocol: "tcp", redirect: { to } });
      },
      good: (stack) => {
        const to = stack.listener({ port: 443, protocol: "https", certificate: "shop" }, "https");
        return stack.listener({ loadBalancer: to.parent, redirect: { to } });
      },
      path: "listener.redirect",
      text: 'is for http listeners; this one is tcp; instead: protocol: "http"',
    },
    {
      says: "NLB: no rules",
      bad: (stack) => {
        const backendSet = stack.set(onNetwork);
        return stack.listener({ backendSet, protocol: "tcp", routes: { api: { path: "/api", backendSet } } });
      },
      good: (stack) => {
        const backendSet = stack.set();
        return stack.listener({ backendSet, routes: { api: { path: "/api", backendSet } } });
      },
      path: "listener.routes",
      text: 'needs requests to look at; tcp has none; instead: an application balancer with protocol "http" or "https"',
    },
    {
      says: "a check of an NLB group may connect, one of an ALB group may not",
      bad: (stack) => check(stack, { protocol: "tcp" }),
      good: (stack) => check(stack, { protocol: "tcp" }, onNetwork),
      path: "backendSet.healthCheck.protocol",
      text: '"tcp" is not available: an HTTP target group takes HTTP checks only; instead: protocol: "http" with a path',
    },
  ]),
];
