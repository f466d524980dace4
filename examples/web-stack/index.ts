import { BackendSet, HealthCheck, Listener, LoadBalancer, Network, Tier } from "webtier";

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const web = new Tier("web", { network, placement: "private" });
const app = new Tier("app", { network, placement: "private" });

const front = new LoadBalancer("front", { network, visibility: "public", kind: "application" });
const pages = new BackendSet("pages", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5000,
  policy: "round-robin",
  stickiness: { kind: "balancer-cookie" },
  healthCheck: new HealthCheck({ protocol: "http", path: "/hello", interval: 10, timeout: 3, unhealthyThreshold: 3 }),
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

const inner = new LoadBalancer("inner", { network, visibility: "private", kind: "application", allowFrom: [web] });
const orders = new BackendSet("app", {
  loadBalancer: inner,
  tier: app,
  protocol: "http",
  port: 8080,
  healthCheck: new HealthCheck({ protocol: "http", path: "/health", interval: 10, timeout: 3 }),
});
const api = new Listener("app", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: orders });

export const url = https.url;
export const innerUrl = api.url;
