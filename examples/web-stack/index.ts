import { readFileSync } from "node:fs";
import { interpolate } from "@pulumi/pulumi";
import {
  AutoscalingPolicy,
  BackendSet,
  DynamicGroupPolicy,
  HealthCheck,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "webtier";

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const web = new Tier("web", { network, placement: "private", access: [{ port: 22, from: ["10.30.0.0/24"] }] });
const app = new Tier("app", { network, placement: "private" });

const front = new LoadBalancer("front", { network, visibility: "public", kind: "application" });
const inner = new LoadBalancer("inner", { network, visibility: "private", kind: "application", allowFrom: [web] });

const pages = new BackendSet("pages", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5000,
  policy: "round-robin",
  stickiness: { kind: "balancer-cookie" },
  healthCheck: new HealthCheck({ protocol: "http", path: "/hello", interval: 10, timeout: 3, unhealthyThreshold: 3 }),
});
const orders = new BackendSet("app", {
  loadBalancer: inner,
  tier: app,
  protocol: "http",
  port: 8080,
  healthCheck: new HealthCheck({ protocol: "http", path: "/health", interval: 10, timeout: 3 }),
});

const https = new Listener("https", {
  loadBalancer: front,
  port: 443,
  protocol: "https",
  certificate: "shop",
  backendSet: pages,
  hostname: "shop.example.com",
});
new Listener("http", { loadBalancer: front, port: 80, protocol: "http", redirect: { to: https } });
const api = new Listener("app", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: orders });

const rights = new DynamicGroupPolicy("web", {
  network,
  allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
});

const server = readFileSync("server.sh", "utf8");
const webTemplate = new InstanceTemplate("web", {
  tier: web,
  image: "web",
  machine: "small",
  userData: interpolate`#!/bin/bash\nport=5000 upstream=${api.url}\n${server}`,
  sshKey: "ops",
  rights,
});
const appTemplate = new InstanceTemplate("app", {
  tier: app,
  image: "web",
  machine: "small",
  userData: `#!/bin/bash\nport=8080 upstream=\n${server}`,
});

new InstancePool("web", {
  template: webTemplate,
  backendSets: [pages],
  size: { min: 1, max: 2 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 40, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    cooldown: 300,
  }),
});
new InstancePool("app", { template: appTemplate, backendSets: [orders], size: 2 });

export const url = https.url;
export const innerUrl = api.url;
