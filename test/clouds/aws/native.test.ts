import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aws } from "../../../src/clouds/aws/index.js";
import { BackendSet, Listener, LoadBalancer, Network, Tier } from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { configOf, mockEngine, type Recorded, settled } from "../../pulumi/harness.js";

let recorded: Recorded[];

beforeEach(() => {
  recorded = mockEngine(configOf("aws"));
});
afterEach(settled);

const range = { cidr: "10.20.0.0/16", zones: 2 } as const;
const namesOf = (type: string) => recorded.filter((one) => one.type === type).map(({ name }) => name);
const balancerType = "aws:lb/loadBalancer:LoadBalancer";
const groupType = "aws:ec2/securityGroup:SecurityGroup";

test("native gives the resources of every component back by role", async () => {
  const network = new Network("shop", { ...range, zones: 2, outbound: "none" });
  const web = new Tier("web", { network });
  const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  const pages = new BackendSet("pages", {
    loadBalancer: front,
    tier: web,
    protocol: "http",
    port: 80,
    healthCheck: { protocol: "http" },
    members: { first: { address: "10.20.128.10" } },
  });
  const routes = { api: { path: "/api/*", backendSet: pages } };
  const http = new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages, routes });
  await settled();
  const { zones } = settings.aws;
  const perZone = ["public", "publicAssociation", "private", "privateRoutes", "privateAssociation"];
  expect([network, web, front, pages, http].map((one) => Object.keys(aws.native(one as Network)))).toEqual([
    [
      ...["vpc", "defaultGroup", "gateway", "publicRoutes", "publicRoute"],
      ...zones.flatMap((zone) => perZone.map((part) => `${part}:${zone}`)),
    ],
    ["group", "egress:any", "ingress:tcp-80-balancer-front"],
    ["group", "balancer", "egress:tcp-80-tier-web", "ingress:tcp-80-internet"],
    ["targetGroup", "member:first", "egress:tcp-80-tier-web", "ingress:tcp-80-balancer-front"],
    ["ingress:tcp-80-internet", "listener", "route:1"],
  ]);
});

test("a transform changes the arguments of its role", async () => {
  const seen: unknown[] = [];
  const cloud = aws({
    ...settings.aws,
    transform: {
      balancer: (args, context) => {
        seen.push(context);
        return { ...args, preserveHostHeader: true };
      },
    },
  });
  const network = new Network("shop", { ...range, cloud });
  new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  await settled();
  expect(seen).toEqual([{ component: "front", key: "balancer" }]);
  expect(recorded.find(({ type }) => type === balancerType)?.inputs.preserveHostHeader).toBe(true);
});

test("names that AWS keeps for itself, or that it cannot take, become others of at most 24 characters", async () => {
  const network = new Network("shop", range);
  const names = ["internal", "앞단", "front_of.the-shop", "a-balancer-with-a-long-name", "7th"];
  for (const name of names) new LoadBalancer(name, { network, kind: "application", visibility: "public" });
  await settled();
  expect(namesOf(balancerType)).toEqual([
    "xinternal-balan-1a7b3729",
    "x---balancer-68ad9f1d",
    "front-of-the-sh-c5ce66c4",
    "a-balancer-with-84329b5c",
    "x7th-balancer-0648bbd3",
  ]);
});

test("a group's name does not look like an id", async () => {
  const network = new Network("shop", range);
  new Tier("sg-web", { network });
  new Tier("SG", { network });
  await settled();
  expect(namesOf(groupType)).toEqual(["xsg-web-group-7bbc6d12", "xSG-group-656cb0f0"]);
});

test("addresses that are known at deployment reach targets and rules", async () => {
  const network = new Network("shop", range);
  const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  new BackendSet("pages", {
    loadBalancer: front,
    protocol: "http",
    port: 80,
    healthCheck: { protocol: "http" },
    members: {
      near: { address: pulumi.output("10.20.128.10") },
      far: { address: Promise.resolve("192.168.7.10") },
    },
  });
  await settled();
  const inputs = (name: string) => recorded.find((one) => one.name === name)?.inputs;
  const target = { targetGroupArn: "pages-target-group-arn", port: 80 };
  expect(inputs("pages-member-near")).toEqual({ ...target, targetId: "10.20.128.10" });
  expect(inputs("pages-member-far")).toEqual({ ...target, targetId: "192.168.7.10", availabilityZone: "all" });
  const rules = recorded.filter(({ type }) => type.includes("SecurityGroupEgressRule"));
  expect(rules.map(({ inputs: { cidrIpv4 } }) => cidrIpv4).sort()).toEqual(["10.20.128.10/32", "192.168.7.10/32"]);
});
