/** Parts of the program `scaled-pool` as its author comes to write them. */
export const second = `const reports = new BackendSet("reports", {
  loadBalancer: front,
  tier: web,
  protocol: "http",
  port: 5001,
  healthCheck: new HealthCheck({ protocol: "tcp" }),
});
const sets = [pages, reports];`;

export const policy = `size: { min: 2, max: 4 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 70, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    sustain: { out: 60, in: 120 },
    cooldown: 120,
    schedules: { morning: { cron: "30 7 1 1 *", timeZone: "Asia/Seoul", size: 2 } },
  }),
  rollout: { minimumHealthy: 100, pause: 5 },
  replaceUnhealthy: true,`;

/** What takes the place of the group, and goes for it again. */
export function ownServers(operation: "create" | "delete"): string[] {
  return ["0", "1"].flatMap((index) => [
    `${operation} compute/instance:Instance web-instance-${index}`,
    `${operation} loadbalancer/member:Member web-member-${index}-front-pages`,
    `${operation} loadbalancer/member:Member web-member-${index}-front-reports`,
    `${operation} networking/port:Port web-port-${index}`,
  ]);
}
