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
