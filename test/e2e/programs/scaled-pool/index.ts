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

const network = new Network("shop", { cidr: "10.61.0.0/16", zones: 1 });
const web = new Tier("web", { network });
const front = new LoadBalancer("front", {
  network,
  kind: "application",
  visibility: "private",
  allowFrom: ["10.61.0.0/16"],
});

const pages = new BackendSet("pages", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5000,
  healthCheck: new HealthCheck({ protocol: "http", path: "/hello", interval: 10, timeout: 3 }),
});
const sets = [pages];
new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages });

const template = new InstanceTemplate("web", {
  tier: web,
  image: "web",
  machine: "small",
  userData: "#!/bin/bash\necho first\n",
  sshKey: "ops",
});

const pool = new InstancePool("web", {
  template,
  backendSets: sets,
  size: { min: 1, max: 3 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 60, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    sustain: { out: 60, in: 120 },
    cooldown: 120,
    schedules: { morning: { cron: "0 6 1 1 *", timeZone: "Asia/Seoul", size: 2 } },
  }),
  rollout: { minimumHealthy: 100, pause: 5 },
  replaceUnhealthy: true,
});

export const stack = pool.groupId;
