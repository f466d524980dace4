const { BackendSet, Listener, LoadBalancer, Network, Tier } = require("webtier");

for (let copy = 0; copy < Number(process.env.BENCH_COPIES ?? 1); copy += 1) {
  const named = (name) => `${name}-${copy}`;
  const network = new Network(named("shop"), { cidr: "10.20.0.0/16", zones: 2 });
  const web = new Tier(named("web"), { network });
  const front = new LoadBalancer(named("front"), { network, kind: "application", visibility: "public" });
  const pages = new BackendSet(named("pages"), {
    loadBalancer: front,
    tier: web,
    protocol: "http",
    port: 5000,
    stickiness: { kind: "balancer-cookie" },
    healthCheck: { protocol: "http", path: "/hello", interval: 10, timeout: 3 },
  });
  const https = new Listener(named("https"), {
    loadBalancer: front,
    port: 443,
    protocol: "https",
    certificate: "shop",
    backendSet: pages,
  });
  new Listener(named("http"), { loadBalancer: front, port: 80, protocol: "http", redirect: { to: https } });
}
