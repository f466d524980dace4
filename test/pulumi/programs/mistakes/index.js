const {
  AutoscalingPolicy,
  BackendSet,
  HealthCheck,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} = require("webtier");

const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
const check = new HealthCheck({ protocol: "tcp", path: "/" });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "private" });
const pages = new BackendSet("pages", { loadBalancer: front, protocol: "http", port: 99999, healthCheck: check });
new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages, idleTimout: 3 });
const good = new LoadBalancer("good", { network, kind: "application", visibility: "public" });
new BackendSet("by-address", {
  loadBalancer: good,
  protocol: "http",
  port: 80,
  policy: "source-ip",
  healthCheck: { protocol: "http" },
});
const tier = new Tier("web", { network });
const template = new InstanceTemplate("web", { tier, image: "web", machine: "huge" });
new InstancePool("web", { template, backendSets: [pages], size: 2 });
const autoscaling = new AutoscalingPolicy({ metric: "cpu", scaleOut: { above: 170, add: 1 } });
const small = new InstanceTemplate("small", { tier, image: "web", machine: "small" });
new InstancePool("small", { template: small, size: { min: 1, max: 2 }, autoscaling });
new InstancePool("late", { template, size: -1, gracePeriod: 10 });
