import { all } from "@pulumi/pulumi";
import { afterEach, expect, test } from "vitest";
import {
  BackendSet,
  DynamicGroupPolicy,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "../../src/index.js";
import { type CloudName, cloudFor, cloudNames } from "../conformance/harness.js";
import { configOf, mockEngine, refusal, settled } from "./harness.js";

afterEach(settled);

const range = { cidr: "10.20.0.0/16", zones: 2 } as const;
const healthCheck = { protocol: "http" } as const;
const machine = { image: "web", machine: "small" } as const;

function scaledPool() {
  const network = new Network("shop", range);
  const tier = new Tier("web", { network, access: [{ port: 22, from: ["10.7.0.0/16"] }] });
  const loadBalancer = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  const pages = new BackendSet("pages", { loadBalancer, protocol: "http", port: 5000, healthCheck });
  new Listener("http", { loadBalancer, port: 80, protocol: "http", backendSet: pages });
  const allow = [{ verb: "read" as const, resource: "object-storage" as const, on: ["assets"] }];
  const rights = new DynamicGroupPolicy("web", { network, allow });
  const template = new InstanceTemplate("web", { tier, ...machine, sshKey: "ops", rights });
  const pool = new InstancePool("web", {
    template,
    backendSets: [pages],
    size: { min: 1, max: 4 },
    autoscaling: { metric: "cpu", scaleOut: { above: 70, add: 1 }, scaleIn: { below: 20, remove: 1 } },
  });
  return { pool, template, rights };
}

const made: Readonly<Record<CloudName, readonly string[]>> = {
  aws: [
    "aws:autoscaling/group:Group web-pool",
    "aws:autoscaling/policy:Policy web-scaling-in",
    "aws:autoscaling/policy:Policy web-scaling-out",
    "aws:cloudwatch/metricAlarm:MetricAlarm web-alarm-in",
    "aws:cloudwatch/metricAlarm:MetricAlarm web-alarm-out",
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup shop-default-group",
    "aws:ec2/eip:Eip shop-nat-address-ap-northeast-2a",
    "aws:ec2/internetGateway:InternetGateway shop-gateway",
    "aws:ec2/launchTemplate:LaunchTemplate web-template",
    "aws:ec2/natGateway:NatGateway shop-nat-ap-northeast-2a",
    "aws:ec2/route:Route shop-private-route-ap-northeast-2a",
    "aws:ec2/route:Route shop-private-route-ap-northeast-2c",
    "aws:ec2/route:Route shop-public-route",
    "aws:ec2/routeTable:RouteTable shop-private-routes-ap-northeast-2a",
    "aws:ec2/routeTable:RouteTable shop-private-routes-ap-northeast-2c",
    "aws:ec2/routeTable:RouteTable shop-public-routes",
    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-private-association-ap-northeast-2a",
    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-private-association-ap-northeast-2c",
    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-public-association-ap-northeast-2a",
    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-public-association-ap-northeast-2c",
    "aws:ec2/securityGroup:SecurityGroup front-group",
    "aws:ec2/securityGroup:SecurityGroup web-group",
    "aws:ec2/subnet:Subnet shop-private-ap-northeast-2a",
    "aws:ec2/subnet:Subnet shop-private-ap-northeast-2c",
    "aws:ec2/subnet:Subnet shop-public-ap-northeast-2a",
    "aws:ec2/subnet:Subnet shop-public-ap-northeast-2c",
    "aws:ec2/vpc:Vpc shop-vpc",
    "aws:iam/instanceProfile:InstanceProfile web-profile",
    "aws:iam/role:Role web-role",
    "aws:iam/rolePolicy:RolePolicy web-role-policy",
    "aws:lb/listener:Listener http-listener",
    "aws:lb/loadBalancer:LoadBalancer front-balancer",
    "aws:lb/targetGroup:TargetGroup pages-target-group",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5000-tier-web",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule web-egress-any",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule front-ingress-tcp-80-internet",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-22-10-7-0-0-16",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5000-balancer-front",
  ],
  oci: [
    "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration web-autoscaling",
    "oci:Core/instanceConfiguration:InstanceConfiguration web-configuration",
    "oci:Core/instancePool:InstancePool web-pool",
    "oci:Core/internetGateway:InternetGateway shop-gateway",
    "oci:Core/natGateway:NatGateway shop-nat",
    "oci:Core/networkSecurityGroup:NetworkSecurityGroup front-group",
    "oci:Core/networkSecurityGroup:NetworkSecurityGroup web-group",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule front-egress-tcp-5000-tier-web",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule front-ingress-tcp-80-internet",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule web-egress-any",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule web-ingress-tcp-22-10-7-0-0-16",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule web-ingress-tcp-5000-balancer-front",
    "oci:Core/routeTable:RouteTable shop-private-routes",
    "oci:Core/routeTable:RouteTable shop-public-routes",
    "oci:Core/securityList:SecurityList shop-closed",
    "oci:Core/subnet:Subnet shop-private",
    "oci:Core/subnet:Subnet shop-public",
    "oci:Core/vcn:Vcn shop-vcn",
    "oci:Identity/dynamicGroup:DynamicGroup web-dynamic-group",
    "oci:Identity/policy:Policy web-policy",
    "oci:LoadBalancer/backendSet:BackendSet pages-backend-set",
    "oci:LoadBalancer/listener:Listener http-listener",
    "oci:LoadBalancer/loadBalancer:LoadBalancer front-balancer",
    "pulumi:providers:oci oci-home-us-ashburn-1",
  ],
  openstack: [
    "openstack:compute/serverGroup:ServerGroup web-server-group",
    "openstack:identity/applicationCredential:ApplicationCredential web-credential",
    "openstack:loadbalancer/listener:Listener http-listener",
    "openstack:loadbalancer/loadBalancer:LoadBalancer front-balancer",
    "openstack:loadbalancer/monitor:Monitor pages-monitor",
    "openstack:loadbalancer/pool:Pool pages-pool",
    "openstack:networking/floatingIp:FloatingIp front-address",
    "openstack:networking/network:Network shop-network",
    "openstack:networking/router:Router shop-router",
    "openstack:networking/routerInterface:RouterInterface shop-private-interface",
    "openstack:networking/routerInterface:RouterInterface shop-public-interface",
    "openstack:networking/secGroup:SecGroup web-group",
    "openstack:networking/secGroupRule:SecGroupRule web-ingress-tcp-22-10-7-0-0-16",
    "openstack:networking/secGroupRule:SecGroupRule web-ingress-tcp-5000-10-20-0-0-17",
    "openstack:networking/subnet:Subnet shop-private",
    "openstack:networking/subnet:Subnet shop-public",
    "openstack:orchestration/stackV1:StackV1 web-stack",
  ],
};

test.each(cloudNames)("a pool and all that it stands on are the SDK's own resources on %s", async (name) => {
  const recorded = mockEngine(configOf(name));
  scaledPool();
  await settled();
  const own = recorded.filter(({ type }) => type.startsWith(`${name}:`) || type.startsWith("pulumi:providers:"));
  expect(own.map(({ type, name }) => `${type} ${name}`).sort()).toEqual(made[name]);
});

const ids: Readonly<Record<CloudName, object>> = {
  aws: { group: "web-pool", template: "web-template-id", principal: "web-role-arn" },
  oci: { group: "web-pool-id", template: "web-configuration-id", principal: "web-dynamic-group-id" },
  openstack: { group: "web-stack-id", template: undefined, principal: "web-credential-id" },
};

test.each(cloudNames)("templates, pools and rights give their ids on %s", async (name) => {
  mockEngine(configOf(name));
  const { pool, template, rights } = scaledPool();
  const found = all({ group: pool.groupId, template: template.templateId, principal: rights.principalId });
  expect(await new Promise((resolve) => found.apply(resolve))).toEqual(ids[name]);
});

const mixed = (title: string, where: string, what: string) => `${title} has invalid arguments
  ${where}: would stand on aws, but ${what}
    instead: one cloud value, made once and shared by all components that refer to each other`;

test("sets, templates and rights of another cloud are refused in a pool, each by its name", () => {
  mockEngine();
  const here = new Network("shop", { ...range, cloud: cloudFor("aws") });
  const there = new Network("other", { ...range, cloud: cloudFor("oci") });
  const loadBalancer = new LoadBalancer("front", { network: there, kind: "application", visibility: "public" });
  const pages = new BackendSet("pages", { loadBalancer, protocol: "http", port: 5000, healthCheck });
  new Listener("http", { loadBalancer, port: 80, protocol: "http", backendSet: pages });
  const allow = [{ verb: "read" as const, resource: "object-storage" as const, on: ["assets"] }];
  const rights = new DynamicGroupPolicy("web", { network: there, allow });
  const tier = new Tier("web", { network: here });
  expect(refusal(() => new InstanceTemplate("web", { tier, ...machine, rights }))).toBe(
    mixed('InstanceTemplate "web"', "instanceTemplate", "dynamicGroupPolicy:web stands on oci"),
  );
  const template = new InstanceTemplate("web", { tier, ...machine });
  expect(refusal(() => new InstancePool("web", { template, backendSets: [pages], size: 2 }))).toContain(
    mixed('InstancePool "web"', "instancePool", "backendSet:front/pages stands on oci"),
  );
  expect(refusal(() => new InstancePool("web", { template, size: 2, cloud: cloudFor("aws") }))).toBe(
    mixed('InstancePool "web"', "instancePool.cloud", "instanceTemplate:web stands on another aws value"),
  );
});
