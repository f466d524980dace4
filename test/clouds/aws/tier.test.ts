import { expect, test } from "vitest";
import { adoptedNetwork, argsOf, made, notesOf, stackOn, vpcId } from "./plans.js";

const naming = { max: 100, allowed: /[A-Za-z0-9._-]/u, filler: "-", reserved: /^sg-/i };

test("a tier is a closed group whose members may open connections to anywhere", () => {
  const tier = stackOn().tier();
  expect(made(tier)).toEqual({
    group: {
      type: "aws:ec2/securityGroup:SecurityGroup",
      args: { vpcId, description: "members of a tier" },
      naming,
      options: { deleteBeforeReplace: false },
    },
    "egress:any": {
      type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
      args: {
        securityGroupId: { ref: "group.id" },
        ipProtocol: "-1",
        cidrIpv4: "0.0.0.0/0",
        description: "egress any",
      },
    },
  });
  expect(tier.plan.outputs).toEqual({ groupId: { ref: "group.id" } });
  expect(notesOf(tier)).toEqual(["note:tier.egress: members may open connections to anywhere"]);
});

test("a tier has the labels of its network", () => {
  const stack = stackOn();
  const tier = stack.tier({ network: stack.network({ tags: { team: "web" } }) });
  expect(argsOf(tier, "group")).toEqual({ vpcId, description: "members of a tier", tags: { team: "web" } });
  expect(argsOf(tier, "egress:any")).toEqual({
    securityGroupId: { ref: "group.id" },
    ipProtocol: "-1",
    cidrIpv4: "0.0.0.0/0",
    description: "egress any",
    tags: { team: "web" },
  });
});

test("a fixed name is the group's name", () => {
  const tier = stackOn().tier({ physicalName: "ASG-Web-Inst-SG" });
  expect(argsOf(tier, "group")).toEqual({ name: "ASG-Web-Inst-SG", vpcId, description: "members of a tier" });
});

test("a tier in an adopted network stands in its VPC", () => {
  const tier = stackOn(adoptedNetwork).tier();
  expect(argsOf(tier, "group")).toEqual({ vpcId: "vpc-0a1", description: "members of a tier" });
});

const groupId = { ref: "group.id" };
const egressType = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
const ingressType = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const portRule = (direction: string, protocol: string, port: number, label: string, rest: object) => ({
  type: direction === "egress" ? egressType : ingressType,
  args: {
    securityGroupId: groupId,
    ipProtocol: protocol,
    fromPort: port,
    toPort: port,
    description: `${direction} ${protocol} ${port} ${label}`,
    ...rest,
  },
});

/** What a tier makes beside its group. */
function rulesOf(tier: ReturnType<ReturnType<typeof stackOn>["tier"]>) {
  const { group: _, ...rest } = made(tier);
  return rest;
}

test("a tier that lists its egress opens that and nothing else", () => {
  const stack = stackOn();
  const network = stack.network();
  const app = stack.tier({ network }, "app");
  const egress = [
    { to: "anywhere", port: 443 },
    { to: "10.8.0.0/16", port: 53, protocol: "udp" },
    { to: "10.9.0.0/16" },
    { to: app, port: 8080 },
    { to: app },
  ];
  const referencedSecurityGroupId = { ref: "group.id", of: "tier:app" };
  expect(rulesOf(stack.tier({ network, egress }))).toEqual({
    "egress:tcp-443-any": portRule("egress", "tcp", 443, "any", { cidrIpv4: "0.0.0.0/0" }),
    "egress:udp-53-10-8-0-0-16": portRule("egress", "udp", 53, "10-8-0-0-16", { cidrIpv4: "10.8.0.0/16" }),
    "egress:any-10-9-0-0-16": {
      type: egressType,
      args: {
        securityGroupId: groupId,
        ipProtocol: "-1",
        description: "egress any 10-9-0-0-16",
        cidrIpv4: "10.9.0.0/16",
      },
    },
    "egress:tcp-8080-tier-app": {
      ...portRule("egress", "tcp", 8080, "tier-app", { referencedSecurityGroupId }),
      mentions: "tier:app",
    },
    "egress:any-tier-app": {
      type: egressType,
      args: {
        securityGroupId: groupId,
        ipProtocol: "-1",
        description: "egress any tier-app",
        referencedSecurityGroupId,
      },
      mentions: "tier:app",
    },
  });
});

test("a tier without egress has a group alone", () => {
  const tier = stackOn().tier({ egress: [] });
  expect(rulesOf(tier)).toEqual({});
  expect(notesOf(tier)).toEqual(["note:tier.egress: members may open no connections"]);
});

test("access admits ranges, tiers and everyone on its ports", () => {
  const stack = stackOn();
  const network = stack.network();
  const ops = stack.tier({ network }, "ops");
  const access = [
    { port: 22, from: ["10.8.0.0/16", ops] },
    { port: 9100, from: "anyone" },
  ];
  const tier = stack.tier({ network, egress: [], access });
  expect(rulesOf(tier)).toEqual({
    "ingress:tcp-22-10-8-0-0-16": portRule("ingress", "tcp", 22, "10-8-0-0-16", { cidrIpv4: "10.8.0.0/16" }),
    "ingress:tcp-22-tier-ops": {
      ...portRule("ingress", "tcp", 22, "tier-ops", {
        referencedSecurityGroupId: { ref: "group.id", of: "tier:ops" },
      }),
      mentions: "tier:ops",
    },
    "ingress:tcp-9100-any": portRule("ingress", "tcp", 9100, "any", { cidrIpv4: "0.0.0.0/0" }),
  });
  expect(notesOf(tier)).toEqual([
    "note:tier.egress: members may open no connections",
    'note:tier.access: members take connections from 10.8.0.0/16, tier "ops" on tcp 22; anyone on tcp 9100',
  ]);
});

test("a tier whose egress is listed may open the ports of balancers that admit it, one rule for each", () => {
  const stack = stackOn();
  const network = stack.network();
  const tiers = { listed: stack.tier({ network, egress: [] }), any: stack.tier({ network }, "any") };
  const args = { network, visibility: "private", allowFrom: [tiers.listed, tiers.any] };
  const loadBalancer = stack.balancer(args, "inner");
  const backendSet = stack.set({ loadBalancer });
  const listener = stack.listener({ loadBalancer, backendSet, port: 8080 });
  const { listener: _, ...rules } = made(listener);
  expect(Object.keys(rules)).toEqual([
    "ingress:tcp-8080-tier-web",
    "ingress:tcp-8080-tier-any",
    "egress:tcp-8080-balancer-inner",
  ]);
  expect(rules["egress:tcp-8080-balancer-inner"]).toEqual({
    ...portRule("egress", "tcp", 8080, "balancer-inner", {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:inner" },
    }),
    owner: "tier:web",
    mentions: "loadBalancer:inner",
  });
});
