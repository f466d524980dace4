import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oci } from "../../../src/clouds/oci/index.js";
import { BackendSet, Listener, LoadBalancer, Network, Tier } from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { settled } from "../../pulumi/harness.js";

interface Registered {
  readonly name: string;
  readonly type: string;
  readonly inputs: Record<string, unknown>;
}

const plainSettings = { ...settings.oci, availabilityDomains: [...settings.oci.availabilityDomains] };
const registered: Registered[] = [];
const ipAddresses = [
  { ipAddress: "10.20.0.9", isPublic: false },
  { ipAddress: "203.0.113.10", isPublic: true },
];

beforeEach(() => {
  registered.length = 0;
  pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      registered.push({ type, name, inputs });
      return { id: `${name}-id`, state: { ...inputs, ipAddresses, ipAddressDetails: ipAddresses.slice(1) } };
    },
    call: () => ({}),
  });
});

afterEach(settled);

const known = <T>(output: pulumi.Output<T>) => new Promise<T>((resolve) => output.apply(resolve));

test("every type that a stack is made of is a class of the SDK", async () => {
  const cloud = oci(plainSettings);
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud });
  const tier = new Tier("web", { network });
  const front = new LoadBalancer("front", {
    network,
    kind: "application",
    visibility: "public",
    address: "reserved",
    logs: { error: true },
  });
  const pages = new BackendSet("pages", {
    loadBalancer: front,
    protocol: "http",
    port: 5000,
    healthCheck: { protocol: "http" },
    tier,
    members: { a: { address: "10.20.128.9" } },
  });
  const pem = (label: string) => `-----BEGIN ${label}-----\nAAAA\n-----END ${label}-----\n`;
  const https = new Listener("https", {
    loadBalancer: front,
    port: 443,
    protocol: "https",
    backendSet: pages,
    certificate: { publicCertificate: pem("CERTIFICATE"), privateKey: pem("PRIVATE KEY") },
    routes: { api: { path: "/api/*", backendSet: pages } },
  });
  const http = new Listener("http", { loadBalancer: front, port: 80, protocol: "http", redirect: { to: https } });
  expect(await known(http.url)).toBe("http://203.0.113.10");
  await settled();
  const types = [...new Set(registered.map(({ type }) => type).filter((type) => type.startsWith("oci:")))].sort();
  expect(types).toEqual([
    "oci:Core/internetGateway:InternetGateway",
    "oci:Core/natGateway:NatGateway",
    "oci:Core/networkSecurityGroup:NetworkSecurityGroup",
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
    "oci:Core/publicIp:PublicIp",
    "oci:Core/routeTable:RouteTable",
    "oci:Core/securityList:SecurityList",
    "oci:Core/subnet:Subnet",
    "oci:Core/vcn:Vcn",
    "oci:LoadBalancer/backend:Backend",
    "oci:LoadBalancer/backendSet:BackendSet",
    "oci:LoadBalancer/certificate:Certificate",
    "oci:LoadBalancer/listener:Listener",
    "oci:LoadBalancer/loadBalancer:LoadBalancer",
    "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy",
    "oci:LoadBalancer/ruleSet:RuleSet",
    "oci:Logging/log:Log",
    "oci:Logging/logGroup:LogGroup",
  ]);
  expect(oci.native(network).public?.cidrBlock).toBeInstanceOf(pulumi.Output);
  expect(await known(oci.native(pages).backendSet?.name as pulumi.Output<string>)).toBe("pages");
});

test("of a network balancer's addresses the public one is given, and its parts find each other", async () => {
  const cloud = oci({ ...plainSettings, transform: { networkListener: (args) => ({ ...args, tcpIdleTimeout: 600 }) } });
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud });
  const loadBalancer = new LoadBalancer("front", { network, kind: "network", visibility: "public" });
  const set = (name: string) =>
    new BackendSet(name, {
      loadBalancer,
      protocol: "tcp",
      port: 5432,
      healthCheck: { protocol: "tcp" },
      members: { [name]: { address: "10.20.128.9" } },
    });
  const [one, two] = [set("one"), set("two")];
  new Listener("first", { loadBalancer, port: 5432, protocol: "tcp", backendSet: one });
  const second = new Listener("second", { loadBalancer, port: 5433, protocol: "tcp", backendSet: two });
  expect(await known(loadBalancer.address)).toBe("203.0.113.10");
  expect(await known(second.url)).toBe("tcp://203.0.113.10:5433");
  expect(await known(oci.native(second).networkListener?.tcpIdleTimeout as pulumi.Output<number>)).toBe(600);
  await settled();
  const parts = registered.filter(({ type }) => type.startsWith("oci:NetworkLoadBalancer/"));
  expect(parts.map(({ name }) => name)).toEqual([
    "front-network-balancer",
    "one-network-backend-set",
    "one-network-member-one",
    "two-network-backend-set",
    "two-network-member-two",
    "first-network-listener",
    "second-network-listener",
  ]);
});

test("a private network balancer gives its private address", async () => {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud: oci(plainSettings) });
  const allowFrom = ["10.20.0.0/16"];
  const inner = new LoadBalancer("inner", { network, kind: "network", visibility: "private", allowFrom });
  expect(await known(inner.address)).toBe("10.20.0.9");
});
