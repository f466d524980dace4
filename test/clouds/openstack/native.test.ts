import { afterEach, beforeEach, expect, test } from "vitest";
import { openstack } from "../../../src/clouds/openstack/index.js";
import {
  BackendSet,
  DynamicGroupPolicy,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "../../../src/index.js";
import { configOf, mockEngine, type Recorded, settled } from "../../pulumi/harness.js";
import { ids } from "./stack.js";

let recorded: Recorded[];

beforeEach(() => {
  recorded = mockEngine(configOf("openstack"));
});
afterEach(settled);

const range = { cidr: "10.20.0.0/16", zones: 2 } as const;
const names = () => recorded.filter(({ type }) => type.startsWith("openstack:")).map(({ name }) => name);

test("native gives the resources of every component back by role", async () => {
  const network = new Network("shop", range);
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
  const roles = [network, web, front, pages, http].map((one) => Object.keys(openstack.native(one as Network)));
  expect(roles).toEqual([
    ["network", "public", "private", "router", "publicInterface", "privateInterface"],
    ["group", "ingress:tcp-80-10-20-0-0-17"],
    ["balancer", "address"],
    ["ingress:tcp-80-10-20-0-0-17", "pool", "member:first", "monitor"],
    ["listener", "route:api", "routePath:api"],
  ]);
  expect(names().sort()).toEqual([
    "front-address",
    "front-balancer",
    "http-listener",
    "http-route-api",
    "http-route-path-api",
    "pages-member-first",
    "pages-monitor",
    "pages-pool",
    "shop-network",
    "shop-private",
    "shop-private-interface",
    "shop-public",
    "shop-public-interface",
    "shop-router",
    "web-group",
    "web-ingress-tcp-80-10-20-0-0-17",
  ]);
});

test("native gives servers, stacks and credentials back", async () => {
  const network = new Network("shop", { ...range, zones: 1 });
  const web = new Tier("web", { network });
  const rights = new DynamicGroupPolicy("web", { network, allow: [{ verb: "read", resource: "object-storage" }] });
  const template = new InstanceTemplate("web", { tier: web, image: "web", machine: "small", rights });
  const fixed = new InstancePool("web", { template, size: 1 });
  const scaled = new InstancePool("jobs", {
    template,
    size: { min: 1, max: 2 },
    autoscaling: { metric: "cpu", target: 60 },
  });
  await settled();
  expect(Object.keys(openstack.native(rights))).toEqual(["credential"]);
  expect(Object.keys(openstack.native(template))).toEqual([]);
  expect(Object.keys(openstack.native(fixed))).toEqual(["serverGroup", "port:0", "instance:0"]);
  expect(Object.keys(openstack.native(scaled))).toEqual(["serverGroup", "stack"]);
});

test("a transform changes the arguments of its role", async () => {
  const cloud = openstack({
    externalNetwork: { id: ids.external, name: "External" },
    transform: { router: (args) => ({ ...args, distributed: true }) },
  });
  new Network("shop", { ...range, cloud });
  await settled();
  expect(recorded.find(({ name }) => name === "shop-router")?.inputs).toEqual({
    distributed: true,
    externalNetworkId: ids.external,
  });
});
