const { BackendSet, Listener, LoadBalancer, Network, Tier } = require("webtier");

const renamed = (name) => ({ aliases: [{ name }] });

const network = new Network("store", { cidr: "10.20.0.0/16", zones: 2 }, renamed("shop"));
const web = new Tier("members", { network }, renamed("web"));
const front = new LoadBalancer("edge", { network, kind: "application", visibility: "public" }, renamed("front"));
const pages = new BackendSet(
  "sites",
  { loadBalancer: front, tier: web, protocol: "http", port: 80, healthCheck: { protocol: "http" } },
  renamed("pages"),
);
new Listener("plain", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages }, renamed("http"));
const inner = new LoadBalancer(
  "an-inner-balancer-with-a-long-name",
  { network, kind: "application", visibility: "private", allowFrom: [web] },
  renamed("inner"),
);
const app = new BackendSet(
  "app",
  { loadBalancer: inner, protocol: "http", port: 8080, healthCheck: { protocol: "http" } },
  renamed("a-backend-set-with-a-long-name"),
);
new Listener("app", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: app });
