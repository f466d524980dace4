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

const network = new Network("lab", { cidr: "10.0.0.0/16", zones: 2, physicalName: "VPC-Lab" });
const web = new Tier("web", { network, placement: "private", physicalName: "ASG-Web-Inst-SG" });

const balancer = new LoadBalancer("web-alb", {
  network,
  kind: "application",
  visibility: "public",
  physicalName: "Web-ALB",
});

const pages = new BackendSet("web-tg", {
  loadBalancer: balancer,
  tier: web,
  protocol: "http",
  port: 80,
  healthCheck: new HealthCheck({
    protocol: "http",
    path: "/",
    interval: 30,
    timeout: 5,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
  }),
});

const listener = new Listener("http", { loadBalancer: balancer, port: 80, protocol: "http", backendSet: pages });

const template = new InstanceTemplate("web", {
  tier: web,
  image: "Web Server v1",
  machine: "small",
  tags: { Name: "Web Instance" },
  physicalName: "Web",
});

const pool = new InstancePool("web-asg", {
  template,
  backendSets: [pages],
  size: { min: 2, max: 4, initial: 2 },
  autoscaling: new AutoscalingPolicy({ metric: "cpu", target: 30, warmup: 300 }),
  gracePeriod: 300,
  metrics: true,
  tags: { Name: "ASG-Web-Instance" },
  physicalName: "Web-ASG",
});

export const url = listener.url;
export const group = pool.groupId;
