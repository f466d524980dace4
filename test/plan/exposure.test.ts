import { expect, test } from "vitest";
import { exposureOfPlan } from "../../src/plan/exposure.js";
import type { PlanComponent, PlanResource, Values } from "../../src/plan/model.js";

const component = (noun: string, name: string, spec: Values = {}): PlanComponent => ({
  urn: `${noun} ${name}`,
  type: `webtier:index:${noun}`,
  noun,
  name,
  key: `${noun}:${name}`,
  cloud: "aws",
  spec,
  customised: [],
  documents: {},
  outputs: {},
  options: {},
});
const resource = (type: string, name: string, more: Partial<PlanResource> = {}): PlanResource => ({
  urn: name,
  kind: "resource",
  type,
  name,
  inputs: {},
  dependencies: [],
  propertyDependencies: {},
  options: {},
  ...more,
});
const group = (name: string, more: Partial<PlanResource> = {}) =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, more);
const ingress = (name: string, at: string, inputs: Values, more: Partial<PlanResource> = {}) =>
  resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
    inputs: { ipProtocol: "tcp", fromPort: 80, toPort: 80, securityGroupId: "[unknown]", ...inputs },
    propertyDependencies: { securityGroupId: [at] },
    ...more,
  });
const read = (components: PlanComponent[], ...resources: PlanResource[]) => exposureOfPlan({ components, resources });

test("ways that only their rules tell apart are one, whatever the order of the resources", () => {
  const resources = [
    group("web", { component: "Tier web" }),
    ingress("b", "web", { cidrIpv4: "0.0.0.0/0" }),
    ingress("a", "web", { cidrIpv6: "::/0" }),
    ingress("c", "web", { cidrIpv4: "10.0.0.0/8" }),
  ];
  const way = { direction: "in", at: "Tier web", place: "tier web", protocol: "tcp", ports: "80" };
  const expected = [
    { ...way, peer: "10.0.0.0/8", by: ["c"] },
    { ...way, peer: "internet", by: ["a", "b"] },
  ];
  expect(read([component("Tier", "web")], ...resources)).toEqual(expected);
  expect(read([component("Tier", "web")], ...resources.reverse())).toEqual(expected);
});

test("what stands beside the components keeps its own name", () => {
  const rule = { peer: "aws.ec2.SecurityGroup jump", from: "jump", protocol: "tcp", ports: "80" };
  const resources = [
    group("database"),
    group("jump"),
    ingress(
      "a",
      "database",
      { referencedSecurityGroupId: "[unknown]" },
      {
        propertyDependencies: { securityGroupId: ["database"], referencedSecurityGroupId: ["jump"] },
      },
    ),
    ingress("b", "sg", { securityGroupId: "sg-1", prefixListId: "pl-1" }, { propertyDependencies: {} }),
    ingress("c", "x", { cidrIpv4: "[unknown]" }, { propertyDependencies: {} }),
  ];
  expect(read([], ...resources)).toEqual([
    {
      direction: "in",
      at: "c",
      place: "aws.vpc.SecurityGroupIngressRule c",
      peer: "[unknown]",
      protocol: "tcp",
      ports: "80",
      by: ["c"],
    },
    { direction: "in", at: "database", place: "aws.ec2.SecurityGroup database", ...rule, by: ["a"] },
    { direction: "in", at: "sg-1", place: "sg-1", peer: "pl-1", protocol: "tcp", ports: "80", by: ["b"] },
  ]);
});

test("what listeners and sets of a balancer guard is the balancer", () => {
  const components = [
    component("LoadBalancer", "front"),
    component("Listener", "http", { loadBalancer: "LoadBalancer:front" }),
  ];
  const listener = resource("openstack:loadbalancer/listener:Listener", "l", {
    component: "Listener http",
    inputs: { loadbalancerId: "lb-1", protocol: "HTTP", protocolPort: 80, allowedCidrs: ["10.0.0.0/8"] },
  });
  expect(read(components, listener).map(({ at, place, peer }) => [at, place, peer])).toEqual([
    ["LoadBalancer front", "load balancer front", "10.0.0.0/8"],
  ]);
});

test("what is only read, and clouds that nobody knows, open nothing", () => {
  const rule = ingress("a", "web", { cidrIpv4: "0.0.0.0/0" });
  expect(
    read([], { ...rule, kind: "read" }, { ...rule, type: "constructor:x:Y" }, { ...rule, type: "gcp:x:Y" }),
  ).toEqual([]);
});

test("three thousand rules of one group are read in one pass each", () => {
  const rules = Array.from({ length: 3000 }, (_, index) =>
    ingress(`rule-${index}`, "web", { fromPort: index, toPort: index, cidrIpv4: "10.0.0.0/8" }),
  );
  const ways = read([component("Tier", "web")], group("web", { component: "Tier web" }), ...rules);
  expect(ways.map(({ ports }) => Number(ports))).toEqual(rules.map((_, index) => index));
});
