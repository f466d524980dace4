import type { Alteration } from "../support/alterations.js";

/** What the author of the two-tier example changes, and all that each change touches on OpenStack. */
export const alterations: readonly Alteration[] = [
  {
    why: "another port of a listener",
    round: 1,
    edits: [{ from: "port: 443,", to: "port: 8443," }],
    expected: [
      "replace loadbalancer/listener:Listener https-listener [protocolPort]",
      "update index:Listener https",
      "update loadbalancer/l7PolicyV2:L7PolicyV2 http-redirect [redirectUrl]",
    ],
  },
  {
    why: "another policy of a set",
    round: 1,
    edits: [{ from: 'policy: "round-robin"', to: 'policy: "least-connections"' }],
    expected: ["update index:BackendSet pages", "update loadbalancer/pool:Pool pages-pool-sticky [lbMethod]"],
  },
  {
    why: "another health check",
    round: 1,
    edits: [{ from: 'path: "/hello", interval: 10, timeout: 3', to: 'path: "/ready", interval: 20, timeout: 5' }],
    expected: [
      "update index:BackendSet pages",
      "update loadbalancer/monitor:Monitor pages-monitor [delay, timeout, urlPath]",
    ],
  },
  {
    why: "other administrators",
    round: 1,
    edits: [{ from: '["10.30.0.0/24"]', to: '["10.31.0.0/24"]' }],
    expected: [
      "create networking/secGroupRule:SecGroupRule web-ingress-tcp-22-10-31-0-0-24",
      "delete networking/secGroupRule:SecGroupRule web-ingress-tcp-22-10-30-0-0-24",
      "update index:Tier web",
    ],
  },
  {
    why: "another image of the fixed pool",
    round: 1,
    edits: [{ from: 'tier: app,\n  image: "web"', to: 'tier: app,\n  image: "next"' }],
    expected: [
      "update compute/instance:Instance app-instance-0 [imageId]",
      "update compute/instance:Instance app-instance-1 [imageId]",
      "update index:InstanceTemplate app",
    ],
  },
  {
    why: "other thresholds",
    round: 1,
    edits: [{ from: "above: 40, add: 1", to: "above: 50, add: 1" }],
    expected: ["update index:InstancePool web", "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]"],
  },
  {
    why: "no stickiness any more",
    round: 2,
    edits: [{ from: '  stickiness: { kind: "balancer-cookie" },\n', to: "" }],
    expected: [
      "create loadbalancer/pool:Pool pages-pool",
      "delete loadbalancer/pool:Pool pages-pool-sticky",
      "replace loadbalancer/monitor:Monitor pages-monitor [poolId]",
      "update index:BackendSet pages",
      "update loadbalancer/listener:Listener https-listener [defaultPoolId]",
      "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]",
    ],
  },
  {
    why: "clients of one range alone",
    round: 2,
    edits: [
      {
        from: 'visibility: "public", kind: "application" }',
        to: 'visibility: "public", kind: "application", allowFrom: ["198.51.100.0/24"] }',
      },
    ],
    expected: [
      "update index:LoadBalancer front",
      "update loadbalancer/listener:Listener http-listener [allowedCidrs[0]]",
      "update loadbalancer/listener:Listener https-listener [allowedCidrs[0]]",
    ],
  },
  {
    why: "another server in the fixed pool",
    round: 2,
    edits: [{ from: "backendSets: [orders], size: 2", to: "backendSets: [orders], size: 3" }],
    expected: [
      "create compute/instance:Instance app-instance-2",
      "create loadbalancer/member:Member app-member-2-inner-app",
      "create networking/port:Port app-port-2",
      "update index:InstancePool app",
    ],
  },
  {
    why: "another set behind the same listener",
    round: 3,
    edits: [
      {
        from: "const https = new Listener",
        to: `const reports = new BackendSet("reports", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5000,
  healthCheck: new HealthCheck({ protocol: "http", path: "/hello" }),
});
const https = new Listener`,
      },
      {
        from: 'hostname: "shop.example.com",',
        to: 'hostname: "shop.example.com",\n  routes: { reports: { path: "/reports/*", backendSet: reports } },',
      },
      { from: "backendSets: [pages],", to: "backendSets: [pages, reports]," },
    ],
    expected: [
      "create index:BackendSet reports",
      "create loadbalancer/l7PolicyV2:L7PolicyV2 https-route-reports",
      "create loadbalancer/l7RuleV2:L7RuleV2 https-route-path-reports",
      "create loadbalancer/monitor:Monitor reports-monitor",
      "create loadbalancer/pool:Pool reports-pool",
      "update index:InstancePool web",
      "update index:Listener https",
      "update orchestration/stackV1:StackV1 web-stack [environmentOpts.Bin, templateOpts.Bin]",
    ],
  },
  {
    why: "new names, with aliases",
    round: 3,
    edits: [
      {
        from: 'new InstancePool("app", { template: appTemplate, backendSets: [orders], size: 3 })',
        to: 'new InstancePool("orders", { template: appTemplate, backendSets: [orders], size: 3 }, { aliases: [{ name: "app" }] })',
      },
      {
        from: 'new Listener("app", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: orders })',
        to: 'new Listener("api", { loadBalancer: inner, port: 8080, protocol: "http", backendSet: orders }, { aliases: [{ name: "app" }] })',
      },
    ],
    expected: ["update index:InstancePool orders", "update index:Listener api"],
  },
];
