import { expect, test } from "vitest";
import { PlanError, Recorded } from "webtier/testing";
import type { Plan, PlanComponent, PlanExposure, PlanResource } from "../../src/plan/model.js";

function component(noun: string, name: string, key = `x:${name}`): PlanComponent {
  const urn = `urn:pulumi:test::shop::webtier:index:${noun}::${key}`;
  const rest = { cloud: "aws", spec: {}, customised: [], documents: {}, outputs: {}, options: {} };
  return { urn, type: `webtier:index:${noun}`, noun, name, key, ...rest };
}

function native(type: string, name: string, owner?: PlanComponent): PlanResource {
  const urn = `urn:pulumi:test::shop::${type}::${name}`;
  const rest = { inputs: {}, dependencies: [], propertyDependencies: {}, options: {} };
  const kind = type.startsWith("pulumi:providers") ? "provider" : "resource";
  return { urn, kind, type, name, ...rest, ...(owner ? { component: owner.urn } : {}) };
}

function way(direction: "in" | "out", place: string, peer: string, ports: string, protocol = "tcp"): PlanExposure {
  return { direction, at: place, place, peer, ports, protocol, by: [] };
}

const front = component("LoadBalancer", "front", "loadBalancer:front");
const web = component("Tier", "web", "tier:web");
const base: Plan = {
  version: 1,
  project: "shop",
  stack: "test",
  cloud: "aws",
  components: [
    front,
    component("LoadBalancer", "inner", "loadBalancer:inner"),
    component("Listener", "http", "listener:front/http"),
    component("Listener", "http", "listener:inner/http"),
    component("Listener", "https", "listener:front/https"),
    web,
    component("Tier", "data", "tier:data"),
  ],
  resources: [
    native("aws:lb/loadBalancer:LoadBalancer", "front", front),
    native("pulumi:providers:aws", "default"),
    native("aws:s3/bucket:Bucket", "assets"),
  ],
  outputs: { url: "https://shop.example.com" },
  notes: [{ id: "x", fate: "note", message: "y" }],
  sizes: [],
  exposure: [
    way("in", "load balancer front", "internet", "443"),
    way("in", "tier web", "load balancer front", "5000-5010"),
    way("in", "tier web", "10.1.0.0/16", "22"),
    way("in", "tier data", "tier web", "any", "any"),
    way("out", "tier web", "internet", "443"),
    way("out", "tier web", "tier data", "5432"),
    way("out", "tier data", "10.9.0.0/16", "any", "udp"),
  ],
};
const stack = new Recorded(base);

test.each([
  ["internet", "load balancer front", 443, undefined, true],
  ["internet", "load balancer front", 80, undefined, false],
  ["internet", "load balancer front", undefined, undefined, true],
  ["10.1.2.3", "load balancer front", 443, undefined, true],
  ["tier data", "load balancer front", 443, undefined, true],
  ["internet", "tier web", undefined, undefined, false],
  ["internet", "load balancer inner", undefined, undefined, false],
  ["load balancer front", "tier web", 5000, undefined, true],
  ["load balancer front", "tier web", 5010, undefined, true],
  ["load balancer front", "tier web", 5011, undefined, false],
  ["load balancer front", "tier web", 4999, undefined, false],
  ["10.1.2.0/24", "tier web", 22, undefined, true],
  ["10.0.0.0/8", "tier web", 22, undefined, true],
  ["10.2.0.0/16", "tier web", 22, undefined, false],
  ["10.1.0.0/16", "tier web", 22, "udp", false],
  ["tier web", "tier data", 1, "udp", true],
  ["tier data", "tier web", undefined, undefined, false],
  ["tier web", "internet", 443, "tcp", true],
  ["tier web", "internet", 80, "tcp", false],
  ["tier web", "192.0.2.1", 443, undefined, true],
  ["tier data", "10.9.1.0/24", 53, "udp", true],
  ["tier data", "10.9.1.0/24", 53, "tcp", false],
  ["tier data", "internet", undefined, undefined, false],
] as const)("%s to %s on %s %s is open: %s", (from, to, port, protocol, open) => {
  expect(stack.reaches(from, to, port, protocol)).toBe(open);
});

test("a place that the plan does not have is an error, not an answer", () => {
  expect(() => stack.reaches("internet", "tier wbe", 443)).toThrow(
    new PlanError(
      '"tier wbe" is no place of this plan\n  instead: "internet", "load balancer front", "load balancer inner", "tier web", "tier data", or a range such as "10.0.0.0/8"',
    ),
  );
  expect(() => stack.reaches("the internet", "tier web")).toThrow('"the internet" is no place of this plan');
  expect(() => stack.reaches("__proto__", "tier web")).toThrow('"__proto__" is no place of this plan');
});

test("a component is found by its noun and its name, or by its place", () => {
  expect(stack.component("Tier", "web")).toBe(web);
  expect(stack.component("Listener", "https").key).toBe("listener:front/https");
  expect(stack.component("Listener", "inner/http").key).toBe("listener:inner/http");
});

test.each([
  ["Listener", "http", 'more than one Listener "http" is in the plan\n  instead: "front/http" or "inner/http"'],
  ["Tier", "wbe", 'no Tier "wbe" is in the plan\n  instead: "web" or "data"'],
  ["Image", "web", 'no Image "web" is in the plan\n  instead: there is no Image at all'],
])("%s %s is told apart", (noun, name, text) => {
  expect(() => stack.component(noun, name)).toThrow(new PlanError(text));
});

test("components and resources are counted by kind", () => {
  expect(stack.components("Listener").map(({ key }) => key)).toEqual([
    "listener:front/http",
    "listener:inner/http",
    "listener:front/https",
  ]);
  expect([stack.components().length, stack.resources().length]).toEqual([7, 3]);
  expect(stack.resources("aws:s3/bucket:Bucket").map(({ name }) => name)).toEqual(["assets"]);
  expect(stack.resourcesOf(front).map(({ name }) => name)).toEqual(["front"]);
  expect(stack.resourcesOf(web)).toEqual([]);
});

test("the rest is the plan's own", () => {
  const { cloud, outputs, notes, sizes, exposure, plan } = stack;
  expect({ cloud, outputs, notes, sizes, exposure }).toEqual({
    cloud: base.cloud,
    outputs: base.outputs,
    notes: base.notes,
    sizes: base.sizes,
    exposure: base.exposure,
  });
  expect(plan).toBe(base);
});
