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

const network = new Network("main", { cidr: "10.0.0.0/16", zones: 3 });
const web = new Tier("web", { network, placement: "private" });
const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });

const pages = new BackendSet("pages", {
  loadBalancer: front,
  protocol: "http",
  port: 80,
  healthCheck: new HealthCheck({ protocol: "http", path: "/", interval: 30, timeout: 5 }),
});
const http = new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages });

const template = new InstanceTemplate("web", { tier: web, image: "web", machine: "small", monitoring: "detailed" });
const pool = new InstancePool("web", {
  template,
  backendSets: [pages],
  size: { min: 2, max: 4, initial: 2 },
  autoscaling: new AutoscalingPolicy({ metric: "cpu", target: 80, cooldown: { out: 300, in: 300 } }),
  metrics: true,
  dashboard: true,
  alarms: {
    notify: "ops",
    unhealthyInstances: { above: 0, sustain: 300 },
    serverErrors: { above: 10, sustain: 300 },
    belowMinimum: { sustain: 300 },
  },
});

export const url = http.url;
export const group = pool.groupId;
