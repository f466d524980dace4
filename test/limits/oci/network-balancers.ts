import type { Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const onNetwork = (stack: Stack, set: object = {}) => stack.set({ protocol: "tcp", ...set });

export const networkBalancers: readonly Case[] = [
  {
    says: "policies are hashes",
    bad: (stack) => onNetwork(stack, { policy: "least-connections" }),
    good: (stack) => onNetwork(stack, { policy: "source-ip" }),
    path: "backendSet.policy",
    text: '"least-connections" is not available: a network load balancer chooses a member by the hash of each connection; instead: leave it out, or policy: "source-ip"',
  },
  {
    says: "no stickiness except the tuple hash",
    bad: (stack) => onNetwork(stack, { stickiness: { kind: "balancer-cookie" } }),
    good: (stack) => onNetwork(stack, { stickiness: { kind: "source-address" } }),
    path: "backendSet.stickiness.kind",
    text: '"balancer-cookie" needs requests to carry the cookie; tcp has none; instead: "source-address"',
  },
  {
    says: "listener protocol ANY, TCP, UDP, TCP_AND_UDP or L3IP",
    bad: (stack) => stack.listener({ backendSet: onNetwork(stack), protocol: "tls", certificate: "shop" }),
    good: (stack) => stack.listener({ backendSet: onNetwork(stack), protocol: "tcp" }),
    path: "listener.protocol",
    text: '"tls" is not available: a network load balancer passes encrypted connections on without opening them; instead: protocol: "tcp" with the certificate on the members, or "https" on a balancer of kind "application"',
  },
  {
    says: "backends are reached by the clients' own connections",
    bad: (stack) => onNetwork(stack, { protocol: "tls" }),
    good: (stack) => onNetwork(stack),
    path: "backendSet.protocol",
    text: '"tls" is not available: a network load balancer passes encrypted connections on without opening them; instead: protocol: "tcp", with the certificate on the members',
  },
  {
    says: "no deletion protection",
    bad: (stack) => stack.balancer({ kind: "network", deletionProtection: true }),
    good: (stack) => stack.balancer({ kind: "network", deletionProtection: false }),
    path: "loadBalancer.deletionProtection",
    text: "true is not available: a network load balancer has no such switch; instead: protect: true among the component's options",
  },
  {
    says: "no access log",
    bad: (stack) => stack.balancer({ kind: "network", logs: { access: true } }),
    good: (stack) => stack.balancer({ kind: "network", logs: { access: false } }),
    path: "loadBalancer.logs.access",
    text: "true is not available: a network load balancer writes no logs; instead: the flow logs of its subnet",
  },
  {
    says: "no error log",
    bad: (stack) => stack.balancer({ kind: "network", logs: { error: true } }),
    good: (stack) => stack.balancer({ kind: "network", logs: { error: false } }),
    path: "loadBalancer.logs.error",
    text: "true is not available: a network load balancer writes no logs; instead: the flow logs of its subnet",
  },
  {
    says: "no bandwidth setting",
    settings: { loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 20 } } } },
    bad: (stack) => stack.balancer({ kind: "network" }),
    good: (stack) => stack.balancer(),
    path: "settings.loadBalancers.front.bandwidth",
    text: 'is not an option of a balancer of kind "network"; instead: leave it out',
  },
  {
    says: "backend set names of 1-32 characters",
    bad: (stack) => onNetwork(stack, { physicalName: "x".repeat(33) }),
    good: (stack) => onNetwork(stack, { physicalName: "x".repeat(32) }),
    path: "backendSet.physicalName",
    text: "has 33 characters; 1..32 are allowed here",
  },
];
