import { expect, test } from "vitest";
import type { Declared } from "../../src/core/declared.js";
import { together } from "../../src/core/planned.js";
import { cloudFor, Stack } from "../conformance/harness.js";

/** Whose rules a component plans, and what they are called there. */
function rulesOf({ plan }: Declared): string[] {
  const owned = Object.entries(plan.resources).filter(([, { owner }]) => owner !== undefined);
  return owned.map(([key, { owner, role = key }]) => `${owner?.key} ${role}`).sort();
}

function twoBalancers(stack: Stack) {
  const network = stack.network();
  const tier = stack.tier({ network });
  const front = stack.balancer({ network });
  const inner = stack.balancer({ network, visibility: "private", allowFrom: ["10.30.0.0/16"] }, "inner");
  const backendSets = [stack.set({ loadBalancer: front }), stack.set({ loadBalancer: inner }, "orders")];
  stack.listener({ backendSet: backendSets[0] });
  stack.listener({ backendSet: backendSets[1] }, "orders");
  return { template: stack.template({ tier }), backendSets };
}

test.each(["oci", "aws"] as const)("two balancers of a pool on %s both reach its tier on one port", (name) => {
  const stack = new Stack(cloudFor(name));
  expect(rulesOf(stack.pool(twoBalancers(stack)))).toEqual([
    "loadBalancer:front egress:tcp-5000-tier-web",
    "loadBalancer:inner egress:tcp-5000-tier-web",
    "tier:web ingress:tcp-5000-balancer-front",
    "tier:web ingress:tcp-5000-balancer-inner",
  ]);
});

test.each([
  ["oci", "egress:tcp-80-balancer-inner"],
  ["aws", "egress:tcp-80-balancer-inner"],
  ["openstack", "egress:tcp-80-10-20-0-0-17"],
] as const)("two tiers that may open little both reach a listener on %s", (name, role) => {
  const stack = new Stack(cloudFor(name));
  const network = stack.network();
  const egress = [{ to: "10.40.0.0/16", port: 443 }];
  const tiers = ["web", "jobs"].map((tier) => stack.tier({ network, egress }, tier));
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: tiers }, "inner");
  const rules = rulesOf(stack.listener({ backendSet: stack.set({ loadBalancer }) }));
  expect(rules.filter((rule) => rule.includes("egress:"))).toEqual([`tier:jobs ${role}`, `tier:web ${role}`]);
});

test("equal roles of one owner are one resource, and of two owners two", () => {
  const stack = new Stack(cloudFor("oci"));
  const [front, inner] = [stack.balancer(), stack.balancer({}, "inner")];
  const rule = (owner: Declared) => ({ rule: { type: "a:b:C", args: {}, owner } });
  expect(together([rule(front), rule(inner), rule(front), together([rule(inner)])])).toEqual({
    rule: { type: "a:b:C", args: {}, owner: front },
    "rule@loadBalancer:inner": { type: "a:b:C", args: {}, owner: inner, role: "rule" },
  });
});
