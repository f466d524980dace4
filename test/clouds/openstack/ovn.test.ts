import { expect, test } from "vitest";
import { notesOf, resourcesOf, stackWith } from "./stack.js";

const ovn = () => stackWith({ driver: "ovn" });
const pool = (more: object = {}) => ({
  type: "openstack:loadbalancer/pool:Pool",
  args: {
    loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
    protocol: "TCP",
    lbMethod: "SOURCE_IP_PORT",
    ...more,
  },
});
const monitor = (after = "pool") => ({
  type: "openstack:loadbalancer/monitor:Monitor",
  args: { poolId: { ref: "pool.id" }, type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 },
  options: { deleteBeforeReplace: true, dependsOn: [{ ref: after }] },
});
const member = (args: object, after = "pool") => ({
  type: "openstack:loadbalancer/member:Member",
  args: { poolId: { ref: "pool.id" }, protocolPort: 5000, ...args },
  options: { deleteBeforeReplace: true, dependsOn: [{ ref: after }] },
});
const admits = (args: object, more: object = {}) => ({
  type: "openstack:networking/secGroupRule:SecGroupRule",
  args: {
    securityGroupId: { ref: "group.id", of: "tier:web" },
    direction: "ingress",
    ethertype: "IPv4",
    protocol: "tcp",
    portRangeMin: 5000,
    portRangeMax: 5000,
    ...args,
  },
  owner: "tier:web",
  ...more,
});
const subnetId = { ref: "private.id", of: "network:shop" };

test("a balancer of OVN says so", () => {
  expect(resourcesOf(ovn().balancer({ kind: "network" })).balancer).toEqual({
    type: "openstack:loadbalancer/loadBalancer:LoadBalancer",
    args: { vipSubnetId: { ref: "public.id", of: "network:shop" }, loadbalancerProvider: "ovn" },
  });
});

test("OVN chooses by addresses and ports of each connection", () => {
  const it = ovn().set({ protocol: "tcp" });
  expect(resourcesOf(it)).toEqual({ pool: pool(), monitor: monitor() });
  expect(notesOf(it)).toEqual([]);
});

test("OVN keeps a client with a member for a while", () => {
  const it = ovn().set({ protocol: "tcp", stickiness: { kind: "source-address" } });
  expect(resourcesOf(it).pool).toEqual({
    ...pool({ persistence: { type: "SOURCE_IP" } }),
    naming: { max: 100, allowed: /[A-Za-z0-9._-]/u, filler: "-", ending: "sticky" },
  });
  expect(notesOf(it)).toEqual(["near:backendSet.stickiness.source-address", "warning:backendSet.stickiness"]);
});

test("members admit the clients themselves, and the checks from their own subnet", () => {
  const stack = ovn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const loadBalancer = stack.balancer({ network, kind: "network" });
  const it = stack.set({ protocol: "tcp", loadBalancer, tier, members: { a: { address: "10.20.128.10" } } });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-0-0-0-0-0": admits({ remoteIpPrefix: "0.0.0.0/0" }),
    "ingress:tcp-5000-10-20-128-0-17": admits({ remoteIpPrefix: "10.20.128.0/17" }),
    pool: pool(),
    "member:a": member({ address: "10.20.128.10", subnetId }),
    monitor: monitor("member:a"),
  });
});

test("members admit the ranges and tiers that the balancer is for, as its listeners cannot", () => {
  const stack = ovn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const jobs = stack.tier({ network }, "jobs");
  const loadBalancer = stack.balancer({
    network,
    kind: "network",
    visibility: "private",
    allowFrom: [jobs, "198.51.100.0/24"],
  });
  expect(notesOf(loadBalancer)).toEqual([
    "emulated:loadBalancer.allowFrom.tier",
    "emulated:loadBalancer.allowFrom.range",
    "note:loadBalancer.orphan",
  ]);
  const backendSet = stack.set({ protocol: "tcp", loadBalancer, tier });
  expect(resourcesOf(backendSet)).toEqual({
    "ingress:tcp-5000-tier-jobs": admits(
      { remoteGroupId: { ref: "group.id", of: "tier:jobs" } },
      { mentions: "tier:jobs" },
    ),
    "ingress:tcp-5000-198-51-100-0-24": admits({ remoteIpPrefix: "198.51.100.0/24" }),
    "ingress:tcp-5000-10-20-128-0-17": admits({ remoteIpPrefix: "10.20.128.0/17" }),
    pool: pool(),
    monitor: monitor(),
  });
  expect(resourcesOf(stack.listener({ backendSet, protocol: "tcp", port: 5432 }))).toEqual({
    listener: {
      type: "openstack:loadbalancer/listener:Listener",
      args: {
        loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        protocol: "TCP",
        protocolPort: 5432,
        defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
      },
      options: { deleteBeforeReplace: true, dependsOn: [{ ref: "monitor", of: "backendSet:front/pages" }] },
    },
  });
});

test("a member names its subnet unless it is the balancer's", () => {
  const members = { a: { address: "10.20.0.10" }, b: { address: "10.20.128.10" } };
  expect(resourcesOf(ovn().set({ protocol: "tcp", members }))).toEqual({
    pool: pool(),
    "member:a": member({ address: "10.20.0.10" }),
    "member:b": member({ address: "10.20.128.10", subnetId }, "member:a"),
    monitor: monitor("member:b"),
  });
});
