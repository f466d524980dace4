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

export interface ShopOptions {
  readonly allowFrom?: readonly string[];
  readonly userData?: string;
  readonly largest?: number;
}

/** A small stack that every cloud takes. */
export function shop({ allowFrom, userData = "#!/bin/sh\ntrue\n", largest = 4 }: ShopOptions = {}) {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  const web = new Tier("web", { network, placement: "private" });
  const front = new LoadBalancer("front", {
    network,
    visibility: "public",
    kind: "application",
    ...(allowFrom ? { allowFrom: [...allowFrom] } : {}),
  });
  const pages = new BackendSet("pages", {
    loadBalancer: front,
    tier: web,
    protocol: "http",
    port: 5000,
    healthCheck: new HealthCheck({ protocol: "http", path: "/hello" }),
  });
  const https = new Listener("https", {
    loadBalancer: front,
    port: 443,
    protocol: "https",
    certificate: "shop",
    hostname: "shop.example.com",
    backendSet: pages,
  });
  const template = new InstanceTemplate("web", { tier: web, image: "web", machine: "small", userData });
  new InstancePool("web", {
    template,
    backendSets: [pages],
    size: { min: 1, max: largest },
    autoscaling: new AutoscalingPolicy({
      metric: "cpu",
      scaleOut: { above: 70, add: 1 },
      scaleIn: { below: 20, remove: 1 },
    }),
  });
  return { url: https.url };
}
