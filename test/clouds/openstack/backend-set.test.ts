import { expect, test } from "vitest";
import { childName } from "../../../src/core/names.js";
import { adoptedNetwork, ids, notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const pool = (more: object = {}) => ({
  type: "openstack:loadbalancer/pool:Pool",
  args: {
    loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
    protocol: "HTTP",
    lbMethod: "ROUND_ROBIN",
    ...more,
  },
});
const sticky = { max: 100, allowed: /[A-Za-z0-9._-]/u, filler: "-", ending: "sticky" };
const monitor = (args: object, after = "pool") => ({
  type: "openstack:loadbalancer/monitor:Monitor",
  args: { poolId: { ref: "pool.id" }, ...args },
  options: { deleteBeforeReplace: true, dependsOn: [{ ref: after }] },
});
const asked = {
  type: "HTTP",
  delay: 10,
  timeout: 5,
  maxRetries: 3,
  maxRetriesDown: 3,
  urlPath: "/",
  httpMethod: "GET",
  expectedCodes: "200",
};
const connected = { type: "TCP", delay: 10, timeout: 5, maxRetries: 3, maxRetriesDown: 3 };
const member = (args: object, after = "pool") => ({
  type: "openstack:loadbalancer/member:Member",
  args: { poolId: { ref: "pool.id" }, weight: 1, ...args },
  options: { deleteBeforeReplace: true, dependsOn: [{ ref: after }] },
});
const admits = (args: object) => ({
  type: "openstack:networking/secGroupRule:SecGroupRule",
  args: { securityGroupId: { ref: "group.id", of: "tier:web" }, direction: "ingress", ethertype: "IPv4", ...args },
  owner: "tier:web",
});
const tcp = (port: number, remoteIpPrefix: string) =>
  admits({ protocol: "tcp", portRangeMin: port, portRangeMax: port, remoteIpPrefix });

test("a set is a pool of the balancer, then its monitor", () => {
  const it = stackWith().set();
  expect(resourcesOf(it)).toEqual({ pool: pool(), monitor: monitor(asked) });
  expect(outputsOf(it)).toEqual({ backendSetId: { ref: "pool.id" } });
  expect(notesOf(it)).toEqual([]);
});

test("a tcp set has a TCP pool", () => {
  expect(resourcesOf(stackWith().set({ protocol: "tcp" }))).toEqual({
    pool: pool({ protocol: "TCP" }),
    monitor: monitor(connected),
  });
});

test.each([
  ["round-robin", "ROUND_ROBIN"],
  ["least-connections", "LEAST_CONNECTIONS"],
  ["source-ip", "SOURCE_IP"],
])("policy %s is %s", (policy, lbMethod) => {
  expect(resourcesOf(stackWith().set({ policy })).pool).toEqual(pool({ lbMethod }));
});

test.each([
  [{ kind: "balancer-cookie" }, { type: "HTTP_COOKIE" }],
  [
    { kind: "application-cookie", cookie: "session" },
    { type: "APP_COOKIE", cookieName: "session" },
  ],
  [{ kind: "source-address" }, { type: "SOURCE_IP" }],
])("stickiness %j is %j, and what its change costs is said", (stickiness, persistence) => {
  const it = stackWith().set({ stickiness });
  expect(resourcesOf(it).pool).toEqual({ ...pool({ persistence }), naming: sticky });
  expect(it.plan.notes).toEqual([
    {
      id: "warning:backendSet.stickiness",
      fate: "warning",
      path: "backendSet.stickiness",
      message:
        "a change of it replaces the pool, its members and its monitor with provider 3.x; nothing is served meanwhile",
    },
  ]);
});

test("a set that is no longer sticky is another pool: the provider keeps a persistence that is left out", () => {
  const nameOf = (more: Record<string, unknown>) => {
    const { name, plan } = stackWith().set(more);
    return childName(name, "pool", plan.resources.pool?.naming);
  };
  const stickiness = { kind: "source-address" };
  expect([nameOf({}), nameOf({ stickiness }), nameOf({ policy: "source-ip" })]).toEqual([
    "pages-pool",
    "pages-pool-sticky",
    "pages-pool",
  ]);
  const physicalName = "shop-pages";
  expect(resourcesOf(stackWith().set({ stickiness, physicalName }))).toEqual({
    pool: {
      ...pool({ persistence: { type: "SOURCE_IP" }, name: physicalName }),
      naming: sticky,
      options: { deleteBeforeReplace: false },
    },
    monitor: monitor(asked),
  });
});

test("a request check is given whole", () => {
  const healthCheck = {
    protocol: "http",
    path: "/hello",
    method: "HEAD",
    expectedStatus: "200-299",
    interval: 20,
    timeout: 4,
    healthyThreshold: 2,
    unhealthyThreshold: 5,
  };
  expect(resourcesOf(stackWith().set({ healthCheck })).monitor).toEqual(
    monitor({
      type: "HTTP",
      delay: 20,
      timeout: 4,
      maxRetries: 2,
      maxRetriesDown: 5,
      urlPath: "/hello",
      httpMethod: "HEAD",
      expectedCodes: "200-299",
    }),
  );
});

test.each(["GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"])("a check may use %s", (method) => {
  const it = stackWith().set({ healthCheck: { protocol: "http", method } });
  expect(resourcesOf(it).monitor).toEqual(monitor({ ...asked, httpMethod: method }));
});

test.each([
  [204, "204"],
  ["200,204", "200,204"],
])("the expected status %s is %s", (expectedStatus, expectedCodes) => {
  const it = stackWith().set({ healthCheck: { protocol: "http", expectedStatus } });
  expect(resourcesOf(it).monitor).toEqual(monitor({ ...asked, expectedCodes }));
});

test.each([
  ["https", { ...asked, type: "HTTPS" }],
  ["tcp", connected],
  ["ping", { ...connected, type: "PING" }],
])("a check by %s", (protocol, args) => {
  expect(resourcesOf(stackWith().set({ healthCheck: { protocol } })).monitor).toEqual(monitor(args));
});

test.each([
  [{ timeout: 30 }, { delay: 30, timeout: 30 }],
  [{ interval: 3 }, { delay: 3, timeout: 3 }],
  [{ interval: 60 }, { delay: 60, timeout: 5 }],
])("the default of one time fits the other: %j", (given, times) => {
  const it = stackWith().set({ healthCheck: { protocol: "tcp", ...given } });
  expect(resourcesOf(it).monitor).toEqual(monitor({ ...connected, ...times }));
  expect(notesOf(it)).toEqual([]);
});

test("a timeout above the interval is taken and warned of", () => {
  const it = stackWith().set({
    healthCheck: { protocol: "ping", interval: 5, timeout: 10, healthyThreshold: 4 },
  });
  expect(resourcesOf(it).monitor).toEqual(
    monitor({ type: "PING", delay: 5, timeout: 10, maxRetries: 4, maxRetriesDown: 3 }),
  );
  expect(it.plan.notes).toEqual([
    {
      id: "warning:backendSet.healthCheck.timeout",
      fate: "warning",
      path: "backendSet.healthCheck.timeout",
      message: "10 is above the interval of 5: Octavia takes it, and finds a silent member late",
    },
  ]);
});

test("members follow the pool one after the other, and the monitor follows them", () => {
  const members = {
    a: { address: "192.0.2.10" },
    b: { address: "192.0.2.11", port: 8080, weight: 3, backup: true },
  };
  expect(resourcesOf(stackWith().set({ members }))).toEqual({
    pool: pool(),
    "member:a": member({ address: "192.0.2.10", protocolPort: 5000 }),
    "member:b": member({ address: "192.0.2.11", protocolPort: 8080, weight: 3, backup: true }, "member:a"),
    monitor: monitor(asked, "member:b"),
  });
});

test("a check on another port is told to each member that serves elsewhere", () => {
  const healthCheck = { protocol: "tcp", port: 8080 };
  const members = { a: { address: "192.0.2.10" }, b: { address: "192.0.2.11", port: 8080 } };
  const planned = resourcesOf(stackWith().set({ healthCheck, members }));
  expect(planned["member:a"]).toEqual(member({ address: "192.0.2.10", protocolPort: 5000, monitorPort: 8080 }));
  expect(planned["member:b"]).toEqual(member({ address: "192.0.2.11", protocolPort: 8080 }, "member:a"));
});

test("members of a tier admit the balancers' subnet on every port that is asked, and are reached by the router", () => {
  const stack = stackWith();
  const network = stack.network();
  const tier = stack.tier({ network });
  const it = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier,
    healthCheck: { protocol: "tcp", port: 8080 },
    members: { a: { address: "10.20.128.10" } },
  });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-0-0-17": tcp(5000, "10.20.0.0/17"),
    "ingress:tcp-8080-10-20-0-0-17": tcp(8080, "10.20.0.0/17"),
    pool: pool(),
    "member:a": member({ address: "10.20.128.10", protocolPort: 5000, monitorPort: 8080 }),
    monitor: monitor(connected, "member:a"),
  });
});

test("members that are checked by echo admit echoes", () => {
  const stack = stackWith();
  const network = stack.network();
  const it = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier: stack.tier({ network }),
    healthCheck: { protocol: "ping" },
  });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-0-0-17": tcp(5000, "10.20.0.0/17"),
    "ingress:icmp-10-20-0-0-17": admits({ protocol: "icmp", remoteIpPrefix: "10.20.0.0/17" }),
    pool: pool(),
    monitor: monitor({ ...connected, type: "PING" }),
  });
});

test("where no router joins the subnets, members name theirs and admit it", () => {
  const stack = stackWith();
  const network = stack.network({ outbound: "none" });
  const it = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier: stack.tier({ network }),
    members: { a: { address: "10.20.128.10" } },
  });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-0-0-17": tcp(5000, "10.20.0.0/17"),
    "ingress:tcp-5000-10-20-128-0-17": tcp(5000, "10.20.128.0/17"),
    pool: pool(),
    "member:a": member({
      address: "10.20.128.10",
      protocolPort: 5000,
      subnetId: { ref: "private.id", of: "network:shop" },
    }),
    monitor: monitor(asked, "member:a"),
  });
});

test("an address in a subnet that no router joins names that subnet; any other names none", () => {
  const stack = stackWith();
  const network = stack.network({ outbound: "none" });
  const members = { a: { address: "10.20.128.10" }, b: { address: "10.20.0.10" }, c: { address: "192.0.2.10" } };
  const planned = resourcesOf(stack.set({ loadBalancer: stack.balancer({ network }), members }));
  const subnetId = { ref: "private.id", of: "network:shop" };
  expect(planned["member:a"]).toEqual(member({ address: "10.20.128.10", protocolPort: 5000, subnetId }));
  expect(planned["member:b"]).toEqual(member({ address: "10.20.0.10", protocolPort: 5000 }, "member:a"));
  expect(planned["member:c"]).toEqual(member({ address: "192.0.2.10", protocolPort: 5000 }, "member:b"));
});

test("members beside a private balancer of such a network name no subnet, and admit the one they share", () => {
  const stack = stackWith();
  const network = stack.network({ outbound: "none" });
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: ["10.20.0.0/16"] });
  const it = stack.set({ loadBalancer, tier: stack.tier({ network }), members: { a: { address: "10.20.128.10" } } });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-128-0-17": tcp(5000, "10.20.128.0/17"),
    pool: pool(),
    "member:a": member({ address: "10.20.128.10", protocolPort: 5000 }),
    monitor: monitor(asked, "member:a"),
  });
});

test("public members stand in the balancers' subnet and admit it", () => {
  const stack = stackWith();
  const network = stack.network({ outbound: "none" });
  const tier = stack.tier({ network, placement: "public" });
  const it = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier,
    members: { a: { address: "10.20.0.10" } },
  });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-0-0-17": tcp(5000, "10.20.0.0/17"),
    pool: pool(),
    "member:a": member({ address: "10.20.0.10", protocolPort: 5000 }),
    monitor: monitor(asked, "member:a"),
  });
});

test("members admit the subnet of an adopted balancer", () => {
  const front = {
    id: ids.balancer,
    address: "203.0.113.30",
    visibility: "public",
    vipSubnetId: ids.public,
    vipSubnetCidr: "10.20.7.0/24",
  };
  const stack = stackWith({ ...adoptedNetwork(), balancers: { front } });
  const network = stack.network();
  const it = stack.set({ loadBalancer: stack.balancer({ network }), tier: stack.tier({ network }) });
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-7-0-24": tcp(5000, "10.20.7.0/24"),
    pool: pool({ loadbalancerId: ids.balancer }),
    monitor: monitor(asked),
  });
});

test("a fixed name lets the old pool stand beside the new one", () => {
  expect(resourcesOf(stackWith().set({ physicalName: "shop-pages" })).pool).toEqual({
    ...pool({ name: "shop-pages" }),
    options: { deleteBeforeReplace: false },
  });
});
