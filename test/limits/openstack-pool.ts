import { cpu, poolIn, site, templateIn } from "../clouds/openstack/pools.js";
import type { Stack } from "../conformance/harness.js";
import { cloudOf, type OpenStackLimit } from "./openstack-cases.js";

const bounds = { min: 1, max: 4 };

/** A pool that a policy moves. */
function scaled(stack: Stack, policy: object = {}, args: object = {}) {
  return poolIn(stack, { size: bounds, autoscaling: { ...cpu, ...policy }, ...args });
}

/** A scaled pool behind a set. */
function served(stack: Stack, args: object) {
  const { tier, backendSet } = site(stack);
  return scaled(stack, {}, { template: templateIn(stack, { tier }), backendSets: [backendSet], ...args });
}

/** A pool behind sets, each named with its balancer. */
function joined(stack: Stack, ...names: [balancer: string, set: string][]) {
  const network = stack.network();
  const backendSets = names.map(([balancer, set]) => {
    const backendSet = stack.set({ loadBalancer: stack.balancer({ network }, balancer) }, set);
    stack.listener({ backendSet });
    return backendSet;
  });
  return poolIn(stack, { template: templateIn(stack, { tier: stack.tier({ network }) }), backendSets });
}

const morning = { cron: "0 9 * * MON-FRI", timeZone: "UTC" };
const told = (more: object) => ({ alarms: { notify: "ops", ...more } });

/** Two schedules that ask for 2 and for 3. */
function twoTimes(stack: Stack, first: string, second: string, zone = "UTC", policy: object = {}) {
  const schedules = {
    early: { cron: first, timeZone: "UTC", size: 2 },
    late: { cron: second, timeZone: zone, size: 3 },
  };
  return poolIn(stack, { size: bounds, autoscaling: { schedules, ...policy } });
}

export const pools: readonly OpenStackLimit[] = [
  {
    section: "openstack 3.3",
    says: "a schedule asks for its size for some minutes, and Aodh may take the minute before for its start: 240 s",
    bad: (stack) => twoTimes(stack, "0 9 * * *", "3 9 * * *"),
    good: (stack) => twoTimes(stack, "0 9 * * *", "4 9 * * *"),
    path: "instancePool.autoscaling.schedules.late.cron",
    text: 'asks for 3 within 240 s of "early", which asks for 2, for example at 2026-01-01T09:03Z: each asks for its size for so long, and they would fight; instead: times that are at least 240 s apart',
  },
  {
    section: "openstack 3.3",
    says: "a schedule asks for its size over midnight, in any zone",
    bad: (stack) => twoTimes(stack, "58 23 31 * *", "1 9 1 * *", "Asia/Seoul"),
    good: (stack) => twoTimes(stack, "57 23 31 * *", "1 9 1 * *", "Asia/Seoul"),
    path: "instancePool.autoscaling.schedules.late.cron",
    text: 'asks for 3 within 240 s of "early", which asks for 2, for example at 2026-01-01T00:01Z: each asks for its size for so long, and they would fight; instead: times that are at least 240 s apart',
  },
  {
    section: "openstack 3.3",
    says: "beside a metric a schedule asks for its size until no rest of the group can be going on: 480 s",
    bad: (stack) => twoTimes(stack, "0 9 * * *", "7 9 * * *", "UTC", cpu),
    good: (stack) => twoTimes(stack, "0 9 * * *", "8 9 * * *", "UTC", cpu),
    path: "instancePool.autoscaling.schedules.late.cron",
    text: 'asks for 3 within 480 s of "early", which asks for 2, for example at 2026-01-01T09:07Z: each asks for its size for so long, and they would fight; instead: times that are at least 480 s apart',
  },
  {
    section: "autoscaling 0.3",
    says: "3 values of 60 s need a cooldown of 180 s",
    bad: (stack) => scaled(stack, { cooldown: { out: 179, in: 300 } }),
    good: (stack) => scaled(stack, { cooldown: { out: 180, in: 180 } }),
    path: "instancePool.autoscaling.cooldown.out",
    text: "179 s make the pool flap: the mean of processors is wrong for 180 s, 3 values of 60 s, after each change; instead: at least 180",
  },
  {
    section: "autoscaling 0.3",
    says: "1 value of 60 s needs a cooldown of two",
    bad: (stack) => scaled(stack, { sustain: 60, cooldown: { out: 300, in: 119 } }),
    good: (stack) => scaled(stack, { sustain: 60, cooldown: 120 }),
    path: "instancePool.autoscaling.cooldown.in",
    text: "119 s make the pool flap: the mean of processors is wrong for 120 s, 2 values of 60 s, after each change; instead: at least 120",
  },
  {
    section: "autoscaling 0.3",
    says: "granularity 300 needs a cooldown of at least 600",
    settings: { granularity: 300 },
    bad: (stack) => scaled(stack, { sustain: 300, cooldown: 599 }),
    good: (stack) => scaled(stack, { sustain: 300, cooldown: 600 }),
    path: "instancePool.autoscaling.cooldown.out",
    text: "599 s make the pool flap: the mean of processors is wrong for 600 s, 2 values of 300 s, after each change; instead: at least 600",
  },
  {
    section: "autoscaling 1c",
    says: "evaluation periods 1..100",
    settings: { granularity: 10 },
    bad: (stack) => scaled(stack, { metric: "memory", sustain: { out: 1001 } }),
    good: (stack) => scaled(stack, { metric: "memory", sustain: { out: 1000 } }),
    path: "instancePool.autoscaling.sustain.out",
    text: "1001 is 101 values of 10 s, and alarms look at 100 at most; instead: at most 1000",
  },
  {
    section: "autoscaling 2.1",
    says: "memory: percent of the flavor's MiB",
    settings: { machines: { small: { flavorId: "m1.small", vcpus: 1 } } },
    bad: (stack) => scaled(stack, { metric: "memory" }),
    good: (stack) => scaled(stack),
    path: "instancePool.autoscaling.metric",
    text: '"memory" is reckoned from the size of "small", which openstack is not told; instead: machines: { small: { …, memory: 2048 } } in the settings, in MiB',
  },
  {
    section: "autoscaling 2.1",
    says: "no metric of requests",
    bad: (stack) => {
      const { tier, backendSet } = site(stack);
      const autoscaling = { metric: "requests-per-instance", requestsOf: backendSet, target: 50 };
      return poolIn(stack, {
        template: templateIn(stack, { tier }),
        backendSets: [backendSet],
        size: bounds,
        autoscaling,
      });
    },
    good: (stack) => scaled(stack),
    path: "instancePool.autoscaling.metric",
    text: '"requests-per-instance" is not available: nothing here counts the requests of an instance; instead: "cpu"',
  },
  {
    section: "openstack 3.3",
    says: "schedules set no bounds",
    bad: (stack) => scaled(stack, { schedules: { morning: { ...morning, min: 2 } } }),
    good: (stack) => scaled(stack, { schedules: { morning: { ...morning, size: 2 } } }),
    path: "instancePool.autoscaling.schedules.morning.min",
    text: "2 is not available: an alarm can set a size and no bounds; instead: size",
  },
  {
    section: "openstack 3.3",
    says: "schedules set no bounds",
    bad: (stack) => scaled(stack, { schedules: { morning: { ...morning, max: 3 } } }),
    good: (stack) => scaled(stack, { schedules: { morning: { ...morning, size: 3 } } }),
    path: "instancePool.autoscaling.schedules.morning.max",
    text: "3 is not available: an alarm can set a size and no bounds; instead: size",
  },
  {
    section: "openstack 3.4",
    says: "desired_capacity sets the size back at every update",
    bad: (stack) => scaled(stack, {}, { size: { ...bounds, initial: 2 } }),
    good: (stack) => scaled(stack, {}, { size: { ...bounds, initial: 1 } }),
    path: "instancePool.size.initial",
    text: '2 is more than the fewest, 1: every change of the stack would set the size back to it; instead: 1, or initialSize: "reset-at-update" in the settings',
  },
  {
    section: "openstack 3.1",
    says: "Heat replaces all members",
    bad: (stack) => scaled(stack, {}, { rollout: { instances: "kept" } }),
    good: (stack) => scaled(stack, {}, { rollout: { instances: "replaced" } }),
    path: "instancePool.rollout.instances",
    text: '"kept" is not available: a changed template is for all instances; instead: "replaced"',
  },
  {
    section: "openstack 3.1",
    says: "rolling updates are a group's",
    bad: (stack) => poolIn(stack, { rollout: { minimumHealthy: 50 } }),
    good: (stack) => scaled(stack, {}, { rollout: { minimumHealthy: 50 } }),
    path: "instancePool.rollout.minimumHealthy",
    text: '50 is not available: servers of a fixed pool are replaced at once; instead: pools: "heat" in the settings',
  },
  {
    section: "openstack 3.1",
    says: "members are named after their sets",
    bad: (stack) => joined(stack, ["a", "b-c"], ["a-b", "c"]),
    good: (stack) => joined(stack, ["a", "b-c"], ["a-b", "d"]),
    path: "instancePool.backendSets[1]",
    text: '"a/b-c" and "a-b/c" both become a-b-c; instead: names that differ in more than punctuation',
  },
  {
    section: "openstack 3.1",
    says: "120 s grace after creation",
    bad: (stack) => scaled(stack, {}, { gracePeriod: 120 }),
    good: (stack) => scaled(stack),
    path: "instancePool.gracePeriod",
    text: "120 is not available: Aodh gives new members 120 seconds; instead: leave it out",
  },
  {
    section: "openstack 5.2",
    says: "group metrics: Gnocchi queries only",
    bad: (stack) => scaled(stack, {}, { metrics: true }),
    good: (stack) => scaled(stack, {}, { metrics: false }),
    path: "instancePool.metrics",
    text: "true is not available: Gnocchi keeps metrics of servers and none of groups; instead: leave it out",
  },
  {
    section: "openstack 5.2",
    says: "no dashboards",
    bad: (stack) => scaled(stack, {}, { dashboard: true }),
    good: (stack) => scaled(stack, {}, { dashboard: false }),
    path: "instancePool.dashboard",
    text: "true is not available: there are no dashboards of a program's own; instead: leave it out",
  },
  {
    section: "openstack 3.1",
    says: "who is told, by the name in the settings",
    bad: (stack) => served(stack, { alarms: { notify: "dev", unhealthyInstances: {} } }),
    good: (stack) => served(stack, told({ unhealthyInstances: {} })),
    path: "instancePool.alarms.notify",
    text: '"dev" is not among topics in the settings; instead: "ops"',
  },
  {
    section: "openstack 3.1",
    says: "the member alarm goes off at the first member in ERROR",
    bad: (stack) => served(stack, told({ unhealthyInstances: { above: 1 } })),
    good: (stack) => served(stack, told({ unhealthyInstances: { above: 0 } })),
    path: "instancePool.alarms.unhealthyInstances.above",
    text: "1 is outside 0..0; instead: a number from 0 to 0",
  },
  {
    section: "openstack 3.1",
    says: "the member alarm has no periods",
    bad: (stack) => served(stack, told({ unhealthyInstances: { sustain: 60 } })),
    good: (stack) => served(stack, told({ unhealthyInstances: {} })),
    path: "instancePool.alarms.unhealthyInstances.sustain",
    text: "60 is not available: an alarm about members knows no duration; instead: leave it out",
  },
  {
    section: "openstack 5.2",
    says: "no counts of answers by status",
    bad: (stack) => served(stack, told({ serverErrors: {} })),
    good: (stack) => served(stack, told({ unhealthyInstances: {} })),
    path: "instancePool.alarms.serverErrors",
    text: "is not available: Octavia counts no answers by their status; instead: alarms of the application",
  },
  {
    section: "openstack 5.2",
    says: "no metric of a group's size",
    bad: (stack) => served(stack, told({ belowMinimum: {} })),
    good: (stack) => served(stack, told({ unhealthyInstances: {} })),
    path: "instancePool.alarms.belowMinimum",
    text: "is not available: no metric tells how many instances are in service; instead: unhealthyInstances",
  },
  {
    section: "openstack 1.6",
    says: "stack names: a letter, then letters, digits, _ - and .",
    bad: (stack) => scaled(stack, {}, { physicalName: "1 shop" }),
    good: (stack) => scaled(stack, {}, { physicalName: "Shop_1.a-b" }),
    path: "instancePool.physicalName",
    text: '"1 shop" must begin with a letter and go on with letters, digits, _, . and -',
  },
  {
    section: "openstack 1.4",
    says: "server names: 255 characters, with a number",
    bad: (stack) => poolIn(stack, { physicalName: "n".repeat(251) }),
    good: (stack) => poolIn(stack, { physicalName: "n".repeat(250) }),
    path: "instancePool.physicalName",
    text: "has 251 characters; 1..250 are allowed here",
  },
  {
    section: "openstack 1.6",
    says: "get_file is read as a file wherever it stands",
    bad: (stack) => scaled(stack, {}, { tags: { get_file: "a" } }),
    good: (stack) => poolIn(stack, { tags: { get_file: "a" } }),
    path: "instancePool.tags.get_file",
    text: "would be read as the name of a file by the provider; instead: another key",
  },
  {
    section: "openstack 1.6",
    says: "type with the name of a file is read as a file wherever it stands",
    bad: (stack) => scaled(stack, {}, { tags: { type: "web.yaml" } }),
    good: (stack) => scaled(stack, {}, { tags: { type: "web" } }),
    path: "instancePool.tags.type",
    text: "would be read as the name of a file by the provider; instead: another key",
  },
  {
    section: "openstack 3.1",
    says: "metering.server_group is what the alarms ask for",
    bad: (stack) => scaled(stack, {}, { tags: { "metering.server_group": "a" } }),
    good: (stack) => poolIn(stack, { tags: { "metering.server_group": "a" } }),
    path: "instancePool.tags.metering.server_group",
    text: "is what alarms find the group's servers by; instead: another key",
  },
  {
    section: "openstack 1.4",
    says: "metadata values: 255 characters",
    bad: (stack) => poolIn(stack, { tags: { team: "a".repeat(256) } }),
    good: (stack) => poolIn(stack, { tags: { team: "a".repeat(255) } }),
    path: "instancePool.tags.team",
    text: "has 256 characters; 255 are allowed here; instead: a shorter value",
  },
  {
    section: "openstack 3.1",
    says: "whole values: exact fidelity takes multiples of the granularity",
    settings: { fidelity: "exact" },
    bad: (stack) => {
      const network = stack.network({ zones: 1 });
      return scaled(
        stack,
        { cooldown: undefined, sustain: 100 },
        { template: templateIn(stack, { tier: stack.tier({ network }) }) },
      );
    },
    good: (stack) => {
      const network = stack.network({ zones: 1 });
      return scaled(
        stack,
        { cooldown: undefined, sustain: 120 },
        { template: templateIn(stack, { tier: stack.tier({ network }) }) },
      );
    },
    path: "instancePool.autoscaling.sustain.out",
    text: "100 s become 120 s, 2 values of 60 s: the size changes up to 20 s later, and the settings ask for exact fidelity; instead: a multiple of 60",
  },
  {
    section: "openstack 3.2",
    says: "an absolute folder",
    bad: () => cloudOf({ heatMemberFolder: "./heat" }),
    good: () => cloudOf({ heatMemberFolder: "/var/lib/webtier" }),
    path: "settings.heatMemberFolder",
    text: 'must be the whole path of a folder; instead: a path such as "/var/lib/webtier"',
  },
  {
    section: "openstack 3.1",
    says: "alarms are posted to a URL",
    bad: () => cloudOf({ topics: { ops: "ops@example.com" } }),
    good: () => cloudOf({ topics: { ops: "https://hooks.example.com/ops" } }),
    path: "settings.topics.ops",
    text: 'must be a URL; instead: a URL such as "https://example.com/hook"',
  },
];
