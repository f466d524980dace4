/** One pool of each kind that becomes a stack. */
interface Kind {
  readonly name: string;
  readonly given?: object;
  readonly set?: object;
  readonly template?: object;
  readonly pool: object;
}

const bounds = { min: 1, max: 3 };
const thresholds = { scaleOut: { above: 60, add: 2 }, scaleIn: { below: 20, remove: 1 } };
const schedules = {
  morning: { cron: "0 9 * * MON-FRI", timeZone: "Asia/Seoul", size: 3 },
  evening: { cron: "30 18 1,15 * *", timeZone: "Europe/Berlin", size: 1 },
};

export const variety: readonly Kind[] = [
  { name: "thresholds of processors", pool: { size: bounds, autoscaling: { metric: "cpu", ...thresholds } } },
  {
    name: "thresholds of memory, checked on another port",
    set: { healthCheck: { protocol: "http", port: 8081 } },
    pool: { size: bounds, autoscaling: { metric: "memory", ...thresholds } },
  },
  {
    name: "a target that only grows",
    pool: { size: bounds, autoscaling: { metric: "cpu", target: 50, growOnly: true } },
  },
  { name: "schedules", pool: { size: bounds, autoscaling: { schedules } } },
  { name: "a metric and schedules", pool: { size: bounds, autoscaling: { metric: "cpu", target: 50, schedules } } },
  {
    name: "a fixed size",
    given: { pools: "heat" },
    template: { sshKey: "ops", tags: { team: "shop" }, userData: "#!/bin/sh\n" },
    pool: { size: 2, rollout: { minimumHealthy: 50, pause: 60 } },
  },
  {
    name: "an initial size, replaced members and a notice",
    given: { initialSize: "reset-at-update" },
    pool: {
      size: { ...bounds, initial: 2 },
      autoscaling: { metric: "cpu", target: 50 },
      replaceUnhealthy: true,
      alarms: { notify: "ops", unhealthyInstances: {} },
    },
  },
  {
    name: "a boot disk of its own size",
    template: { bootDisk: { size: 20 } },
    pool: { size: bounds, autoscaling: { metric: "cpu", target: 50 } },
  },
  {
    name: "an encrypted boot disk behind an OVN balancer",
    given: { driver: "ovn" },
    template: { bootDisk: { size: 20, key: "disks" } },
    pool: { size: bounds, autoscaling: { metric: "cpu", target: 50 } },
  },
];
