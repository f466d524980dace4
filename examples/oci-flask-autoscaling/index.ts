import { Config } from "@pulumi/pulumi";
import {
  AutoscalingPolicy,
  BackendSet,
  DynamicGroupPolicy,
  HealthCheck,
  Image,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "webtier";

const config = new Config();
/** The address of a server that was made by hand; without one the set waits for its pool. */
const firstServer = config.get("firstServer");
/** What moves the pool: load, or the clock. */
const scaling = config.require<"cpu" | "schedules">("scaling", { allowedValues: ["cpu", "schedules"] });

const network = new Network("oci-demo", { cidr: "10.0.0.0/16", zones: 1, physicalName: "OCI_DEMO" });
const app = new Tier("oci-demo-app", {
  network,
  placement: "public",
  access: [{ port: 22, from: [config.require("administration")] }],
});

const balancer = new LoadBalancer("oci-demo-lb", {
  network,
  kind: "application",
  visibility: "public",
  address: "ephemeral",
  logs: { error: true },
});

const pages = new BackendSet("oci-demo-app", {
  loadBalancer: balancer,
  protocol: "http",
  port: 5000,
  policy: "round-robin",
  stickiness: { kind: "balancer-cookie" },
  healthCheck: new HealthCheck({
    protocol: "http",
    port: 5000,
    path: "/hello",
    expectedStatus: 200,
    interval: 10,
    timeout: 3,
    unhealthyThreshold: 3,
  }),
  tier: app,
  ...(firstServer === undefined ? {} : { members: { "oci-demo-app": { address: firstServer, weight: 1 } } }),
});

const listener = new Listener("oci-demo-listener", {
  loadBalancer: balancer,
  port: 443,
  protocol: "https",
  certificate: "oci-demo",
  backendSet: pages,
});

const rights = new DynamicGroupPolicy("oci-demo-dyngroup", {
  network,
  members: "compartment",
  allow: [
    { verb: "manage", resource: "instance-pools" },
    { verb: "manage", resource: "object-storage", on: ["everything"] },
    { verb: "manage", resource: "autoscaling" },
  ],
  physicalName: "oci-demo-dyngroup",
});

const template = new InstanceTemplate("oci-demo-instance-config", {
  tier: app,
  image: new Image("oci-demo-app", { instance: "oci-demo-app", physicalName: "oci-demo-app" }),
  machine: "small",
  userData: { file: "server.sh" },
  sshKey: "ops",
  rights,
  physicalName: "oci-demo-instance-config",
});

const byLoad = new AutoscalingPolicy({
  metric: "cpu",
  scaleOut: { above: 40, add: 1 },
  scaleIn: { below: 20, remove: 1 },
});
const byClock = new AutoscalingPolicy({
  schedules: {
    morning: { cron: "0 9 * * MON-FRI", timeZone: "Asia/Seoul", size: 2 },
    evening: { cron: "0 18 * * MON-FRI", timeZone: "Asia/Seoul", size: 1 },
  },
});

const pool = new InstancePool("oci-demo-app-instance-pool", {
  template,
  backendSets: [pages],
  size: { min: 1, max: 2, initial: 1 },
  autoscaling: scaling === "schedules" ? byClock : byLoad,
  physicalName: "oci-demo-app-instance-pool",
});

export const url = listener.url;
export const address = balancer.address;
export const membersGroup = app.groupId;
export const poolId = pool.groupId;
