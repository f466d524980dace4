/** Parts of the two-tier example as alterations leave them. */

export const httpsBegins = 'const https = new Listener("https", {';

export const reports = `const reports = new BackendSet("reports", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5001,
  healthCheck: new HealthCheck({ protocol: "http", path: "/reports" }),
});

${httpsBegins}`;

export const route = '  routes: { reports: { path: "/reports/*", backendSet: reports } },';

export const thresholds = `  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 50, add: 2 },
    scaleIn: { below: 10, remove: 1 },
    sustain: 120,
    cooldown: 200,
  }),
`;

export const target = `  size: { min: 1, max: 4 },
  autoscaling: new AutoscalingPolicy({
    metric: "requests-per-instance",
    requestsOf: pages,
    target: 20,
    schedules: { morning: { cron: "0 7 * * 1-5", timeZone: "Asia/Seoul", min: 2 } },
  }),
`;
