import {
  BackendSet,
  HealthCheck,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "webtier";

const network = new Network("shop", { cidr: "10.60.0.0/16", zones: 2 });
const web = new Tier("web", { network, access: [{ port: 22, from: ["10.30.0.0/24"] }] });
const front = new LoadBalancer("front", {
  network,
  kind: "application",
  visibility: "private",
  allowFrom: ["10.60.0.0/16"],
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

new InstancePool("web", { template, backendSets: sets, size: 2, tags: { team: "shop" } });
