import { expect, test } from "vitest";
import { argsOf, compartmentId, made, notesOf, stackOn } from "./plans.js";

test("a tier is a security group whose members may open connections to anywhere", () => {
  const tier = stackOn().tier();
  expect(made(tier)).toEqual({
    group: {
      type: "oci:Core/networkSecurityGroup:NetworkSecurityGroup",
      args: { compartmentId, vcnId: { ref: "vcn.id", of: "network:shop" }, displayName: "web" },
    },
    "egress:any": {
      type: "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
      args: {
        networkSecurityGroupId: { ref: "group.id" },
        direction: "EGRESS",
        protocol: "all",
        destination: "0.0.0.0/0",
        destinationType: "CIDR_BLOCK",
        stateless: false,
        description: "egress any",
      },
    },
  });
  expect(tier.plan.outputs).toEqual({ groupId: { ref: "group.id" } });
  expect(notesOf(tier)).toEqual(["note:tier.egress: members may open connections to anywhere"]);
});

test("a tier takes its network's labels, the settings' tags and a name of its own", () => {
  const definedTags = { "Operations.owner": "web" };
  const stack = stackOn({ definedTags });
  const tier = stack.tier({ network: stack.network({ tags: { team: "web" } }), physicalName: "Web members" });
  expect(argsOf(tier, "group")).toEqual({
    compartmentId,
    freeformTags: { team: "web" },
    definedTags,
    vcnId: { ref: "vcn.id", of: "network:shop" },
    displayName: "Web members",
  });
});

test("a tier may stand in a network that was adopted", () => {
  const subnets = [{ id: "ocid1.subnet.oc1..inner", cidr: "10.20.1.0/24", public: false }];
  const shop = { vcnId: "ocid1.vcn.oc1..demo", cidr: "10.20.0.0/16", outbound: "nat", subnets };
  const tier = stackOn({ networks: { shop } }).tier();
  expect(argsOf(tier, "group")).toEqual({ compartmentId, vcnId: "ocid1.vcn.oc1..demo", displayName: "web" });
});

const rule = {
  networkSecurityGroupId: { ref: "group.id" },
  stateless: false,
};
const ruleType = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";

test("limited egress and access are rules of the tier, and nothing else is open", () => {
  const stack = stackOn();
  const network = stack.network();
  const data = stack.tier({ network, egress: [] }, "data");
  const tier = stack.tier({
    network,
    egress: [{ to: data, port: 5432 }, { to: "10.9.0.0/16" }, { to: "anywhere", port: 123, protocol: "udp" }],
    access: [{ port: 22, from: ["10.7.0.0/16", data] }],
  });
  const { group, ...rules } = made(tier);
  expect(group).not.toBe(undefined);
  const dataGroup = { ref: "group.id", of: "tier:data" };
  expect(rules).toEqual({
    "egress:tcp-5432-tier-data": {
      type: ruleType,
      mentions: "tier:data",
      args: {
        ...rule,
        direction: "EGRESS",
        protocol: "6",
        destination: dataGroup,
        destinationType: "NETWORK_SECURITY_GROUP",
        tcpOptions: { destinationPortRange: { min: 5432, max: 5432 } },
        description: "egress tcp 5432 tier-data",
      },
    },
    "egress:all-10-9-0-0-16": {
      type: ruleType,
      args: {
        ...rule,
        direction: "EGRESS",
        protocol: "all",
        destination: "10.9.0.0/16",
        destinationType: "CIDR_BLOCK",
        description: "egress all 10-9-0-0-16",
      },
    },
    "egress:udp-123-internet": {
      type: ruleType,
      args: {
        ...rule,
        direction: "EGRESS",
        protocol: "17",
        destination: "0.0.0.0/0",
        destinationType: "CIDR_BLOCK",
        udpOptions: { destinationPortRange: { min: 123, max: 123 } },
        description: "egress udp 123 internet",
      },
    },
    "ingress:tcp-22-10-7-0-0-16": {
      type: ruleType,
      args: {
        ...rule,
        direction: "INGRESS",
        protocol: "6",
        source: "10.7.0.0/16",
        sourceType: "CIDR_BLOCK",
        tcpOptions: { destinationPortRange: { min: 22, max: 22 } },
        description: "ingress tcp 22 10-7-0-0-16",
      },
    },
    "ingress:tcp-22-tier-data": {
      type: ruleType,
      mentions: "tier:data",
      args: {
        ...rule,
        direction: "INGRESS",
        protocol: "6",
        source: dataGroup,
        sourceType: "NETWORK_SECURITY_GROUP",
        tcpOptions: { destinationPortRange: { min: 22, max: 22 } },
        description: "ingress tcp 22 tier-data",
      },
    },
  });
  expect(Object.keys(data.plan.resources)).toEqual(["group"]);
  expect(notesOf(data)).toEqual(["note:tier.egress: members may open no connections"]);
});

test("a tier with limited egress may open connections to the balancers that admit it", () => {
  const stack = stackOn();
  const network = stack.network();
  const closed = stack.tier({ network, egress: [] }, "web");
  const open = stack.tier({ network }, "jobs");
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: [closed, open] }, "inner");
  const listener = stack.listener({ loadBalancer, backendSet: stack.set({ loadBalancer }), port: 8080 });
  const own = Object.entries(made(listener)).filter(
    ([, planned]) => (planned as { owner?: string }).owner === "tier:web",
  );
  expect(own).toEqual([
    [
      "egress:tcp-8080-balancer-inner",
      {
        type: ruleType,
        owner: "tier:web",
        mentions: "loadBalancer:inner",
        args: {
          ...rule,
          networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
          direction: "EGRESS",
          protocol: "6",
          destination: { ref: "group.id", of: "loadBalancer:inner" },
          destinationType: "NETWORK_SECURITY_GROUP",
          tcpOptions: { destinationPortRange: { min: 8080, max: 8080 } },
          description: "egress tcp 8080 balancer-inner",
        },
      },
    ],
  ]);
  expect(Object.keys(made(listener)).filter((role) => role.startsWith("egress:"))).toEqual([
    "egress:tcp-8080-balancer-inner",
  ]);
});
