import {
  AutoscalingPolicy,
  BackendSet,
  HealthCheck,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "webtier";

const network = new Network("shop", { cidr: "192.0.2.0/23", zones: 1 });
const web = new Tier("web", { network });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });

const common = {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 80,
  healthCheck: new HealthCheck({ protocol: "ping", interval: 5, timeout: 10, healthyThreshold: 4 }),
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

const template = new InstanceTemplate("web", {
  tier: web,
  image: "web",
  machine: "small",
  userData: { file: "httpd.sh" },
  sshKey: "key2",
});

/** Two servers. */
new InstancePool("web", { template, backendSets: [pages], size: 2 });

/** A Heat stack that measures its servers, and makes one to three of them. */
const scaled = new InstancePool("scaled", {
  template,
  backendSets: [reports, carts],
  size: { min: 1, max: 3 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 60, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    cooldown: 300,
  }),
});

export const url = http.url;
export const scaledStack = scaled.groupId;
