import { styleText } from "node:util";
import { expect, test } from "vitest";
import { renderJson } from "../../src/plan/render-json.js";
import { renderText } from "../../src/plan/render-text.js";
import { fixture, runPlanCommand, shared } from "./harness.js";

const shop = shared("shop");

test("a component is recorded in neutral terms, with its outputs and documents", async () => {
  const { components } = await shop();
  expect(components.find(({ name }) => name === "pages")).toEqual({
    urn: "urn:pulumi:aws::shop::webtier:index:LoadBalancer$webtier:index:BackendSet::pages",
    type: "webtier:index:BackendSet",
    noun: "BackendSet",
    name: "pages",
    key: "backendSet:front/pages",
    cloud: "aws",
    parent: "urn:pulumi:aws::shop::webtier:index:LoadBalancer::front",
    spec: {
      loadBalancer: "loadBalancer:front",
      protocol: "http",
      port: 5000,
      policy: "round-robin",
      stickiness: { kind: "balancer-cookie" },
      healthCheck: { protocol: "http", path: "/hello", interval: 10 },
    },
    customised: [],
    documents: { "group.policy": { on: [{ ref: "group.id" }] } },
    outputs: { ready: true },
    options: {},
    source: "index.js:60:15",
  });
});

test("a plan reads from what was asked for to what it becomes", async () => {
  expect(await runPlanCommand(fixture("shop"))).toEqual({
    exitCode: 0,
    stderr: "",
    stdout: `shop on aws, stack aws

network shop                 10.20.0.0/16, 2 zones
├─ tier web                  private
│  └─ instance template web  image web, machine small, user data, rights web
│     └─ instance pool web   1 to 2 instances, behind pages, cpu above 40 adds 1, below 20 removes 1
├─ dynamic group policy web  read object-storage on assets
└─ load balancer front       public, application, from internet
   ├─ listener http          http :80 → pages
   └─ backend set pages      http :5000, round-robin, balancer-cookie, check http /hello every 10 s

size
  instance pool web  1 to 2 instances, 1 to 2 addresses in private subnets
  total              1 to 2 instances, 1 to 2 addresses

exposure
  tier web                  admits 10.0.0.0/16 on tcp 22
  tier web                  admits load balancer front on tcp 5000
  tier web                  admits internet on tcp 9100-9101
  tier web                  opens anything
  dynamic group policy web  may read object-storage on assets
  load balancer front       admits internet on tcp 80

network shop
  aws.ec2.Vpc shop  cidrBlock 10.20.0.0/16

tier web
  aws.ec2.SecurityGroup web
  aws.vpc.SecurityGroupEgressRule anything   cidrIpv4 0.0.0.0/0, ipProtocol -1
  aws.vpc.SecurityGroupIngressRule balancer  ipProtocol tcp, fromPort 5000, toPort 5000
  aws.vpc.SecurityGroupIngressRule ssh       cidrIpv4 10.0.0.0/16, ipProtocol tcp, fromPort 22, toPort 22

instance pool web
  aws.autoscaling.Group web  minSize 1, maxSize 2  ignores desiredCapacity

load balancer front
  aws.ec2.SecurityGroup guard
  aws.lb.LoadBalancer front                 loadBalancerType application, internal false  protected
  aws.vpc.SecurityGroupIngressRule clients  cidrIpv4 0.0.0.0/0, ipProtocol tcp, fromPort 80, toPort 80

backend set pages
  aws.lb.TargetGroup pages  protocol HTTP, port 5000, targetType instance, healthCheck.path /hello, healthCheck.interval 10

beside the components
  aws.ec2.SecurityGroupRule metrics  protocol tcp, fromPort 9100, toPort 9101, type ingress
  aws.s3.Bucket assets

providers
  aws provider default_7_48_0  region eu-central-1

notes
  near        backend set pages: backendSet.policy: counts requests, not connections
  warning     instance pool web: instancePool.size: one member is no spare
  note        instance pool web: instancePool.rollout: members are replaced one by one
  customised  load balancer front: balancer

outputs
  address  [unknown]
  range    10.20.0.0/16

12 resources on aws, 4 notes
`,
  });
});

test("the exposure of a plan joins what components and hand-made rules open", async () => {
  const { exposure } = await shop();
  const urn = (path: string) => `urn:pulumi:aws::shop::${path}`;
  const tier = { at: urn("webtier:index:Tier::web"), place: "tier web" };
  const front = urn("webtier:index:LoadBalancer::front");
  const rule = (way: string, name: string) =>
    urn(`webtier:index:Tier$aws:vpc/securityGroup${way}Rule:SecurityGroup${way}Rule::${name}`);
  expect(exposure).toEqual([
    {
      direction: "in",
      at: front,
      place: "load balancer front",
      peer: "internet",
      protocol: "tcp",
      ports: "80",
      by: [urn("webtier:index:LoadBalancer$aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule::clients")],
    },
    { direction: "in", ...tier, peer: "10.0.0.0/16", protocol: "tcp", ports: "22", by: [rule("Ingress", "ssh")] },
    {
      direction: "in",
      ...tier,
      peer: "load balancer front",
      from: front,
      protocol: "tcp",
      ports: "5000",
      by: [rule("Ingress", "balancer")],
    },
    {
      direction: "in",
      ...tier,
      peer: "internet",
      protocol: "tcp",
      ports: "9100-9101",
      by: [urn("aws:ec2/securityGroupRule:SecurityGroupRule::metrics")],
    },
    { direction: "out", ...tier, peer: "internet", protocol: "any", ports: "any", by: [rule("Egress", "anything")] },
  ]);
});

test("the sizes of a plan are its pools", async () => {
  expect((await shop()).sizes).toEqual([
    {
      pool: "urn:pulumi:aws::shop::webtier:index:InstancePool::web",
      min: 1,
      max: 2,
      machine: "small",
      placement: "private",
      scaling: ["cpu above 40 adds 1, below 20 removes 1"],
    },
  ]);
});

test("colours change nothing but the colours", async () => {
  const plan = await shop();
  const coloured = renderText(plan, (format, text) => styleText(format, text, { validateStream: false }));
  const control = String.fromCharCode(27);
  expect(coloured).toContain(`${control}[1mshop${control}[22m`);
  expect(coloured.split(new RegExp(`${control}\\[[0-9]+m`)).join("")).toBe(renderText(plan, (_, text) => text));
});

test("json has sorted keys and one final newline", async () => {
  const text = renderJson(await shop());
  expect(JSON.parse(text)).toEqual(await shop());
  expect(Object.keys(JSON.parse(text))).toEqual([
    "cloud",
    "components",
    "exposure",
    "notes",
    "outputs",
    "project",
    "resources",
    "sizes",
    "stack",
    "version",
  ]);
  expect(text.endsWith("}\n")).toBe(true);
});

test("every webtier component stands once in the tree, native resources point to theirs", async () => {
  const { resources } = await shop();
  expect(resources.map(({ name, type, component }) => [type, name, component?.split("::").at(-1)])).toEqual([
    ["aws:ec2/securityGroupRule:SecurityGroupRule", "metrics", undefined],
    ["aws:s3/bucket:Bucket", "assets", undefined],
    ["pulumi:providers:aws", "default_7_48_0", undefined],
    ["aws:autoscaling/group:Group", "web", "web"],
    ["aws:ec2/securityGroup:SecurityGroup", "guard", "front"],
    ["aws:lb/loadBalancer:LoadBalancer", "front", "front"],
    ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "clients", "front"],
    ["aws:lb/targetGroup:TargetGroup", "pages", "pages"],
    ["aws:ec2/vpc:Vpc", "shop", "shop"],
    ["aws:ec2/securityGroup:SecurityGroup", "web", "web"],
    ["aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "anything", "web"],
    ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "balancer", "web"],
    ["aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ssh", "web"],
  ]);
});
