const { BackendSet, Listener, LoadBalancer, Network, Tier } = require("webtier");

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const web = new Tier("web", { network });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
const pages = new BackendSet("pages", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 80,
  healthCheck: { protocol: "http" },
});
new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages });
const inner = new LoadBalancer("inner", { network, kind: "application", visibility: "private", allowFrom: [web] });
const app = new BackendSet("a-backend-set-with-a-long-name", {
  loadBalancer: inner,
  protocol: "http",
  port: 8080,
  healthCheck: { protocol: "http" },
});
new Listener("app", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: app });
