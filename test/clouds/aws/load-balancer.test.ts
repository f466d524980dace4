import { expect, test } from "vitest";
import { adoptedBalancer, adoptedNetwork, argsOf, made, notesOf, stackOn, vpcId, zoneA, zoneC } from "./plans.js";

const groupNaming = { max: 100, allowed: /[A-Za-z0-9._-]/u, filler: "-", reserved: /^sg-/i };
const naming = { max: 24, allowed: /[A-Za-z0-9-]/, filler: "-", reserved: /^internal-/i };
const subnets = (place: string) => [zoneA, zoneC].map((zone) => ({ ref: `${place}:${zone}.id`, of: "network:shop" }));
const wayIn = [{ ref: "publicRoute", of: "network:shop" }];
const inside = { visibility: "private", allowFrom: ["10.20.0.0/16"] };

const application = {
  loadBalancerType: "application",
  internal: false,
  securityGroups: [{ ref: "group.id" }],
  subnets: subnets("public"),
  enableDeletionProtection: false,
  dropInvalidHeaderFields: true,
  desyncMitigationMode: "defensive",
};
const network = {
  loadBalancerType: "network",
  internal: false,
  securityGroups: [{ ref: "group.id" }],
  subnets: subnets("public"),
  enableDeletionProtection: false,
  enableCrossZoneLoadBalancing: true,
};
const { subnets: _, ...withoutSubnets } = network;
const group = {
  type: "aws:ec2/securityGroup:SecurityGroup",
  args: { vpcId, description: "load balancer" },
  naming: groupNaming,
};

test("a public application balancer stands in the public subnets behind a group of its own", () => {
  const balancer = stackOn().balancer();
  expect(made(balancer)).toEqual({
    group,
    balancer: { type: "aws:lb/loadBalancer:LoadBalancer", args: application, naming, options: { dependsOn: wayIn } },
  });
  expect(balancer.plan.outputs).toEqual({
    loadBalancerId: { ref: "balancer.arn" },
    address: { ref: "balancer.dnsName" },
    groupId: { ref: "group.id" },
  });
  expect(notesOf(balancer)).toEqual([]);
});

test("a private application balancer stands in the private subnets and waits for no way in", () => {
  expect(made(stackOn().balancer(inside))).toEqual({
    group,
    balancer: {
      type: "aws:lb/loadBalancer:LoadBalancer",
      args: { ...application, internal: true, subnets: subnets("private") },
      naming,
      options: { dependsOn: [] },
    },
  });
});

test("a network balancer has its group from birth and spreads over zones", () => {
  expect(made(stackOn().balancer({ kind: "network" }))).toEqual({
    group,
    balancer: { type: "aws:lb/loadBalancer:LoadBalancer", args: network, naming, options: { dependsOn: wayIn } },
  });
});

test("a reserved address is an Elastic IP in each zone, which the old balancer gives back first", () => {
  const balancer = stackOn().balancer({ kind: "network", address: "reserved" });
  const address = (zone = "") => ({
    type: "aws:ec2/eip:Eip",
    args: { domain: "vpc", tags: { Name: `front-${zone}` } },
    options: { dependsOn: wayIn },
  });
  expect(made(balancer)).toEqual({
    group,
    [`address:${zoneA}`]: address(zoneA),
    [`address:${zoneC}`]: address(zoneC),
    balancer: {
      type: "aws:lb/loadBalancer:LoadBalancer",
      args: {
        ...withoutSubnets,
        subnetMappings: subnets("public").map((subnetId, index) => ({
          subnetId,
          allocationId: { ref: `address:${[zoneA, zoneC][index]}.id` },
        })),
      },
      naming,
      options: { deleteBeforeReplace: true, dependsOn: wayIn },
    },
  });
  expect(notesOf(balancer)).toEqual([
    "note:loadBalancer.interruption: a change that replaces the balancer interrupts it: its reserved addresses can belong to one only",
  ]);
});

test("reserved addresses of the settings are used instead of new ones", () => {
  const stack = stackOn({ addresses: { front: ["eipalloc-0a1", "eipalloc-0c1"] } });
  const [first, second] = subnets("public");
  expect(argsOf(stack.balancer({ kind: "network", address: "reserved" }), "balancer")).toEqual({
    ...withoutSubnets,
    subnetMappings: [
      { subnetId: first, allocationId: "eipalloc-0a1" },
      { subnetId: second, allocationId: "eipalloc-0c1" },
    ],
  });
});

test("an ephemeral address leaves the settings' addresses alone", () => {
  const stack = stackOn({ addresses: { front: ["eipalloc-0a1", "eipalloc-0c1"] } });
  expect(argsOf(stack.balancer({ kind: "network", address: "ephemeral" }), "balancer")).toEqual(network);
});

test("a balancer in an adopted network takes the subnets of its visibility", () => {
  const stack = stackOn(adoptedNetwork);
  const balancer = stack.balancer();
  expect(made(balancer)).toEqual({
    group: { ...group, args: { vpcId: "vpc-0a1", description: "load balancer" } },
    balancer: {
      type: "aws:lb/loadBalancer:LoadBalancer",
      args: { ...application, subnets: ["subnet-0a1", "subnet-0c1"] },
      naming,
      options: { dependsOn: [] },
    },
  });
  expect(argsOf(stackOn(adoptedNetwork).balancer(inside), "balancer")).toEqual({
    ...application,
    internal: true,
    subnets: ["subnet-0a2", "subnet-0c2"],
  });
});

test("access logs go to the bucket of the settings", () => {
  const logs = { access: true };
  expect(argsOf(stackOn().balancer({ logs }), "balancer")).toEqual({
    ...application,
    accessLogs: { bucket: "shop-logs", enabled: true },
  });
  const stack = stackOn({ logs: { bucket: "shop-logs", prefix: "front" } });
  expect(argsOf(stack.balancer({ logs }), "balancer")).toEqual({
    ...application,
    accessLogs: { bucket: "shop-logs", enabled: true, prefix: "front" },
  });
  expect(argsOf(stackOn().balancer({ logs: { access: false } }), "balancer")).toEqual(application);
});

test("access logs of a network balancer hold tls connections, and the plan says so", () => {
  const balancer = stackOn().balancer({ kind: "network", logs: { access: true } });
  expect(argsOf(balancer, "balancer")).toEqual({ ...network, accessLogs: { bucket: "shop-logs", enabled: true } });
  expect(notesOf(balancer)).toEqual([
    "near:loadBalancer.logs.access: a network load balancer writes down the connections of its tls listeners only",
  ]);
});

test("attributes of the settings belong to the balancer of their name", () => {
  const front = { idleTimeout: 120, clientKeepAlive: 600, desyncMitigationMode: "strictest" };
  expect(argsOf(stackOn({ loadBalancers: { front } }).balancer(), "balancer")).toEqual({ ...application, ...front });
  expect(argsOf(stackOn({ loadBalancers: { inner: front } }).balancer(), "balancer")).toEqual(application);
  const stack = stackOn({ loadBalancers: { front: { crossZone: false } } });
  expect(argsOf(stack.balancer({ kind: "network" }), "balancer")).toEqual({
    ...network,
    enableCrossZoneLoadBalancing: false,
  });
  const policy = stackOn({ loadBalancers: { front: { sslPolicy: "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" } } });
  expect(argsOf(policy.balancer(), "balancer")).toEqual(application);
});

test("deletion protection is the balancer's own lock", () => {
  expect(argsOf(stackOn().balancer({ deletionProtection: true }), "balancer")).toEqual({
    ...application,
    enableDeletionProtection: true,
  });
});

test("labels reach the balancer, its group and its addresses", () => {
  const tags = { team: "web" };
  const balancer = stackOn().balancer({ kind: "network", address: "reserved", tags });
  expect(argsOf(balancer, "group")).toEqual({ vpcId, description: "load balancer", tags });
  expect(argsOf(balancer, `address:${zoneA}`)).toEqual({
    domain: "vpc",
    tags: { Name: `front-${zoneA}`, team: "web" },
  });
  expect(argsOf(stackOn().balancer({ tags }), "balancer")).toEqual({ ...application, tags });
});

test("a fixed name is the balancer's name, and the plan says what it costs", () => {
  const balancer = stackOn().balancer({ physicalName: "Web-ALB" });
  expect(argsOf(balancer, "balancer")).toEqual({ ...application, name: "Web-ALB" });
  expect(notesOf(balancer)).toEqual([
    "note:loadBalancer.interruption: a change that replaces the balancer interrupts it: its fixed name can belong to one only",
  ]);
  const both = stackOn().balancer({ kind: "network", address: "reserved", physicalName: "Web-NLB" });
  expect(notesOf(both)).toEqual([
    "note:loadBalancer.interruption: a change that replaces the balancer interrupts it: its fixed name and its reserved addresses can belong to one only",
  ]);
});

test("an adopted balancer makes nothing, and the plan says what it must admit", () => {
  const balancer = stackOn(adoptedBalancer).balancer();
  const { arn, dnsName, securityGroupId } = adoptedBalancer.balancers.front;
  expect(balancer.plan.resources).toEqual({});
  expect(balancer.plan.outputs).toEqual({ loadBalancerId: arn, address: dnsName, groupId: securityGroupId });
  expect(notesOf(balancer)).toEqual([
    "note:loadBalancer.adopted: is adopted: its own rules and attributes stay as they are and must admit its listeners' ports and lead to its members'",
  ]);
});

test("an adopted private balancer says whom it admits, as every private one", () => {
  const front = { ...adoptedBalancer.balancers.front, visibility: "private" };
  expect(stackOn({ balancers: { front } }).balancer(inside).plan.resources).toEqual({});
});
