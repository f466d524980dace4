import { Config } from "@pulumi/pulumi";
import { BackendSet, HealthCheck, Listener, LoadBalancer, Network, Tier } from "webtier";

/** The address of a server that was made by hand; without one the set waits for its pool. */
const firstServer = new Config().get("firstServer");

const network = new Network("oci-demo", { cidr: "10.0.0.0/16", zones: 1, physicalName: "OCI_DEMO" });
const app = new Tier("oci-demo-app", { network, placement: "public" });

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

export const url = listener.url;
export const address = balancer.address;
export const membersGroup = app.groupId;
