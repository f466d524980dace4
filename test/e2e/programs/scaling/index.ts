import { Config } from "@pulumi/pulumi";
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

const network = new Network("shop", { cidr: "10.62.0.0/16", zones: 1 });
const web = new Tier("web", { network });
const front = new LoadBalancer("front", {
  network,
  kind: "application",
  visibility: "private",
  allowFrom: ["10.62.0.0/16"],
});

const common = { loadBalancer: front, tier: web, protocol: "http", port: 5000 } as const;
const pages = new BackendSet("pages", {
  ...common,
  healthCheck: new HealthCheck({ protocol: "http", path: "/hello", interval: 10, timeout: 3 }),
});
const reports = new BackendSet("reports", { ...common, healthCheck: new HealthCheck({ protocol: "tcp" }) });
new Listener("http", {
  loadBalancer: front,
  port: 80,
  protocol: "http",
  backendSet: pages,
  routes: { reports: { path: "/reports/*", backendSet: reports } },
});

const template = new InstanceTemplate("web", {
  tier: web,
  image: "web",
  machine: "small",
  userData: "#!/bin/bash\necho first\n",
});

const idle = new InstanceTemplate("idle", { tier: web, image: "web", machine: "small" });

/** Follows its load, as fast as a policy may: one value decides, and the group rests for two. */
const load = new InstancePool("load", {
  template,
  backendSets: [pages],
  size: { min: 1, max: 2 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 60, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    sustain: 60,
    cooldown: 120,
  }),
  rollout: { minimumHealthy: 100, pause: 5 },
  replaceUnhealthy: true,
});

/** Follows the clock; the test says which minute is next. */
const clock = new InstancePool("clock", {
  template: idle,
  backendSets: [reports],
  size: { min: 1, max: 2 },
  autoscaling: new AutoscalingPolicy({
    schedules: { next: { cron: new Config().require("cron"), timeZone: "Asia/Seoul", size: 2 } },
  }),
});

export const loadStack = load.groupId;
export const clockStack = clock.groupId;
