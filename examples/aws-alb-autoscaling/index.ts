import { BackendSet, HealthCheck, Listener, LoadBalancer, Network, Tier } from "webtier";

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

export const url = listener.url;
export const membersGroup = web.groupId;
