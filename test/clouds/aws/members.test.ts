import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import type { Derived } from "../../../src/core/planned.js";
import { adoptedBalancer, argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const attachment = "aws:lb/targetGroupAttachment:TargetGroupAttachment";
const targetGroupArn = { ref: "targetGroup.arn" };
const rule = (direction: string, owner: string, port: number, rest: Record<string, unknown>) => ({
  securityGroupId: { ref: "group.id", of: owner },
  ipProtocol: "tcp",
  fromPort: port,
  toPort: port,
  ...rest,
  description: `${direction} tcp ${port} ${(rest as { description: string }).description}`,
});
const toRange = (port: number, cidrIpv4: unknown, description: string) => ({
  type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  args: rule("egress", "loadBalancer:front", port, { cidrIpv4, description }),
  owner: "loadBalancer:front",
});

/** What a set makes beside its target group. */
function besides(set: ReturnType<ReturnType<typeof stackOn>["set"]>) {
  const { targetGroup: _, ...rest } = made(set);
  return rest;
}

test("members named by address are targets of a group for addresses, which the balancer may reach", () => {
  const members = { a: { address: "10.20.128.10" }, b: { address: "10.20.144.10", port: 8080 } };
  const set = stackOn().set({ members });
  expect((argsOf(set, "targetGroup") as { targetType: string }).targetType).toBe("ip");
  expect(besides(set)).toEqual({
    "member:a": { type: attachment, args: { targetGroupArn, targetId: "10.20.128.10", port: 5000 } },
    "member:b": { type: attachment, args: { targetGroupArn, targetId: "10.20.144.10", port: 8080 } },
    "egress:tcp-5000-10-20-128-10-32": toRange(5000, "10.20.128.10/32", "10-20-128-10-32"),
    "egress:tcp-8080-10-20-144-10-32": toRange(8080, "10.20.144.10/32", "10-20-144-10-32"),
  });
  expect(notesOf(set)).toEqual([
    "note:backendSet.members: are named by address: rules of their own must admit the balancer, unless tier says where they stand",
  ]);
});

test("the port of the check is reached too, and a port that is both once", () => {
  const check = (port: number) => ({ healthCheck: { protocol: "http", port } });
  const members = { a: { address: "10.20.128.10" } };
  const roles = (port: number) => rolesOf(stackOn().set({ members, ...check(port) })).slice(2);
  expect(roles(8081)).toEqual(["egress:tcp-5000-10-20-128-10-32", "egress:tcp-8081-10-20-128-10-32"]);
  expect(roles(5000)).toEqual(["egress:tcp-5000-10-20-128-10-32"]);
});

test("a member outside the network belongs to all zones", () => {
  const set = stackOn().set({ members: { a: { address: "192.168.7.10" } } });
  expect(argsOf(set, "member:a")).toEqual({
    targetGroupArn,
    targetId: "192.168.7.10",
    port: 5000,
    availabilityZone: "all",
  });
});

test("an address that is known at deployment chooses its zones then", () => {
  const address = pulumi.output("10.20.128.10");
  const set = stackOn().set({ members: { a: { address } } });
  expect(besides(set)).toEqual({
    "member:a": {
      type: attachment,
      args: {
        targetGroupArn,
        targetId: address,
        port: 5000,
        availabilityZone: { from: address, by: expect.any(Function) },
      },
    },
    "egress:tcp-5000-member-front/pages/a": toRange(5000, { text: [address, "/32"] }, "member-front/pages/a"),
  });
  const { by } = (argsOf(set, "member:a") as { availabilityZone: Derived }).availabilityZone;
  expect(["10.20.128.10", "192.168.7.10", "no address", "10.20.128.10/32"].map(by)).toEqual([
    undefined,
    "all",
    undefined,
    undefined,
  ]);
});

test("members of two sets whose addresses are not known yet do not share a rule", () => {
  const stack = stackOn();
  const loadBalancer = stack.balancer();
  const members = { a: { address: pulumi.output("10.20.128.10") } };
  const roles = ["pages", "api"].map((name) => rolesOf(stack.set({ loadBalancer, members }, name))[2]);
  expect(roles).toEqual(["egress:tcp-5000-member-front/pages/a", "egress:tcp-5000-member-front/api/a"]);
});

test("a tier admits the balancer on every port of its members", () => {
  const stack = stackOn();
  const network = stack.network({ tags: { net: "shop" } });
  const loadBalancer = stack.balancer({ network, tags: { team: "web" } });
  const tier = stack.tier({ network });
  const set = stack.set({ loadBalancer, tier, healthCheck: { protocol: "http", port: 8081 } });
  const out = (port: number) => ({
    type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    args: rule("egress", "loadBalancer:front", port, {
      referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
      description: "tier-web",
      tags: { team: "web" },
    }),
    owner: "loadBalancer:front",
    mentions: "tier:web",
  });
  const into = (port: number) => ({
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    args: rule("ingress", "tier:web", port, {
      referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      description: "balancer-front",
      tags: { net: "shop" },
    }),
    owner: "tier:web",
    mentions: "loadBalancer:front",
  });
  expect(besides(set)).toEqual({
    "egress:tcp-5000-tier-web": out(5000),
    "ingress:tcp-5000-balancer-front": into(5000),
    "egress:tcp-8081-tier-web": out(8081),
    "ingress:tcp-8081-balancer-front": into(8081),
  });
});

test("members that a tier holds need no rule of their own address", () => {
  const stack = stackOn();
  const network = stack.network();
  const set = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier: stack.tier({ network }),
    members: { a: { address: "10.20.128.10", port: 8080 } },
  });
  expect(rolesOf(set)).toEqual([
    "targetGroup",
    "member:a",
    "egress:tcp-5000-tier-web",
    "ingress:tcp-5000-balancer-front",
    "egress:tcp-8080-tier-web",
    "ingress:tcp-8080-balancer-front",
  ]);
  expect(notesOf(set)).toEqual([]);
});

test("an adopted balancer's group is left alone, and a tier admits it", () => {
  const stack = stackOn(adoptedBalancer);
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  const tier = stack.tier({ network });
  expect(besides(stack.set({ loadBalancer, tier }))).toEqual({
    "ingress:tcp-5000-balancer-front": {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      args: rule("ingress", "tier:web", 5000, {
        referencedSecurityGroupId: "sg-0a1",
        description: "balancer-front",
      }),
      owner: "tier:web",
      mentions: "loadBalancer:front",
    },
  });
  expect(rolesOf(stack.set({ loadBalancer, members: { a: { address: "10.20.128.10" } } }, "others"))).toEqual([
    "targetGroup",
    "member:a",
  ]);
});

test("a description keeps to the characters that the service takes", () => {
  const stack = stackOn();
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  const descriptions = ["웹 “front”", "w".repeat(300)].map((name) => {
    const set = stack.set({ loadBalancer, tier: stack.tier({ network }, name) }, `pages-${name.length}`);
    return (argsOf(set, `egress:tcp-5000-tier-${name}`) as { description: string }).description;
  });
  expect(descriptions).toEqual(["egress tcp 5000 tier-_ _front_", `egress tcp 5000 tier-${"w".repeat(234)}`]);
});
