import { BackendSet, HealthCheck, Listener, LoadBalancer, Network, Tier } from "webtier";

const network = new Network("shop", { cidr: "192.0.2.0/23", zones: 1 });
const web = new Tier("web", { network });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });

const common = {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 80,
  healthCheck: new HealthCheck({ protocol: "ping", interval: 5, timeout: 10, healthyThreshold: 4 }),
  members: { first: { address: "192.0.2.10" }, second: { address: "192.0.2.11" } },
} as const;

const pages = new BackendSet("pages", { ...common, policy: "round-robin" });
const reports = new BackendSet("reports", { ...common, policy: "least-connections" });
const carts = new BackendSet("carts", { ...common, policy: "source-ip" });

const http = new Listener("http", {
  loadBalancer: front,
  port: 80,
  protocol: "http",
  backendSet: pages,
  routes: {
    reports: { path: "/reports/*", backendSet: reports },
    carts: { path: "/carts/*", backendSet: carts },
  },
});

export const url = http.url;
export const membersGroup = web.groupId;
