import { expect, test } from "vitest";
import type { PlanComponent, PlanExposure, PlanResource } from "../../src/plan/model.js";
import { component, diff, plan, resource } from "./harness.js";

const tier = component("Tier", "web", {});
const front = component("LoadBalancer", "front", {});
const http = component("Listener", "http", { loadBalancer: front.key, port: 80 });
const pages = component("BackendSet", "pages", { loadBalancer: front.key, tier: tier.key, port: 5000 });

const rule = (name: string, more: Partial<PlanResource> = {}) => resource("strange:net:Rule", name, more);
const way = (by: PlanResource, peer: string, ports: string, more: Partial<PlanExposure> = {}): PlanExposure => ({
  direction: "in",
  at: front.urn,
  place: "load balancer front",
  peer,
  protocol: "tcp",
  ports,
  by: [by.urn],
  ...more,
});

interface Side {
  readonly components?: readonly PlanComponent[];
  readonly resources?: readonly PlanResource[];
  readonly exposure?: readonly PlanExposure[];
}

function risks(base: Side, head: Side): string[] {
  return diff(plan(base), plan(head)).risks.map(({ name, follows }) => [name, ...follows].join(" after "));
}

const open = rule("open");
const wide = rule("wide");
const stays = { components: [front, http] };

test("a rule that goes is a risk while its port is served", () => {
  expect(risks({ ...stays, resources: [open], exposure: [way(open, "10.0.0.0/8", "80")] }, stays)).toEqual(["open"]);
});

test("a rule whose ways another keeps open is none, a new one or one that stays", () => {
  const ways = [way(open, "10.0.0.0/8", "80")];
  const wider = { ...stays, resources: [wide], exposure: [way(wide, "internet", "80")] };
  const both = { ...stays, resources: [open, wide], exposure: [...ways, ...wider.exposure] };
  const other = { ...wider, exposure: [way(wide, "internet", "81")] };
  const base = { ...stays, resources: [open], exposure: ways };
  expect([risks(base, wider), risks(both, wider), risks(base, other)]).toEqual([[], [], ["open"]]);
});

test("a rule goes with the listener that it let clients to, and with the set that it let a balancer to", () => {
  const inside = way(rule("inside"), "load balancer front", "5000", { at: tier.urn, from: front.urn });
  const outside = way(rule("outside"), "tier web", "5000", { direction: "out", from: tier.urn });
  const exposure = [way(open, "internet", "80"), inside, outside];
  const base = {
    components: [tier, front, http, pages],
    resources: [open, rule("inside"), rule("outside")],
    exposure,
  };
  expect([
    risks(base, { components: [tier, front] }),
    risks(base, { components: [tier, front, http] }),
    risks(base, { components: [tier, front, pages] }),
  ]).toEqual([[], ["open"], ["inside", "outside"]]);
});

test("a rule that opens ports beyond those of what goes is a risk where one of them is served still", () => {
  const https = component("Listener", "https", { loadBalancer: front.key, port: 443 });
  const base = {
    components: [front, http, https],
    resources: [open],
    exposure: [way(open, "internet", "80-443")],
  };
  expect(risks(base, { components: [front, https] })).toEqual(["open"]);
});

test("a rule goes with its group, and anything else names what it goes with", () => {
  const group = resource("strange:net:Group", "group");
  const inGroup = { propertyDependencies: { groupId: [group.urn] } };
  const bound = rule("bound", inGroup);
  const base = {
    resources: [group, bound, resource("strange:net:Host", "host", inGroup)],
    exposure: [way(bound, "x", "1")],
  };
  expect(risks(base, {})).toEqual(["group", "host after group"]);
});

test("what stands for more than its rules is told whatever its ways", () => {
  const balancer = resource("toy:lb:Balancer", "front");
  expect(risks({ components: [front, http], resources: [balancer], exposure: [way(balancer, "x", "80")] }, {})).toEqual(
    ["front"],
  );
});

test("a protected rule is told", () => {
  const held = rule("open", { options: { protect: true } });
  expect(risks({ components: [front, http], resources: [held], exposure: [way(held, "x", "80")] }, {})).toEqual([
    "open",
  ]);
});

test("the worst of what goes with a component speaks for the rest of it", () => {
  const home = { component: front.urn };
  const balancer = resource("toy:lb:Balancer", "balancer", home);
  const group = resource("strange:net:Group", "group", home);
  const base = { components: [front], resources: [balancer, group] };
  expect([risks(base, {}), risks(base, { components: [front], resources: [balancer] })]).toEqual([
    ["balancer"],
    ["group"],
  ]);
});
