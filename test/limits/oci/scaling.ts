import { poolIn, servedSetIn, templateIn } from "../../clouds/oci/plans.js";
import type { Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const thresholds = { metric: "cpu", scaleOut: { above: 60, add: 1 }, scaleIn: { below: 20, remove: 1 } };
const scaled = (stack: Stack, autoscaling: object) => poolIn(stack, { size: { min: 1, max: 4 }, autoscaling });
const nine = { cron: "0 9 * * *", timeZone: "UTC", size: 2 };
const scheduled = (schedules: object) => (stack: Stack) => scaled(stack, { schedules });
const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`at-${index}`, { ...nine, cron: `${index} 9 * * *` }]),
  );
const alarmed =
  (alarms: object, kind = "application") =>
  (stack: Stack) => {
    const tier = stack.tier();
    return poolIn(stack, {
      template: templateIn(stack, { tier }),
      backendSets: [servedSetIn(stack, tier, { kind })],
      alarms,
    });
  };

export const scaling: readonly Case[] = [
  {
    says: "one threshold policy or scheduled ones",
    bad: (stack) => scaled(stack, { ...thresholds, schedules: { nine } }),
    good: (stack) => scaled(stack, { schedules: { nine } }),
    path: "instancePool.autoscaling.metric",
    text: '"cpu" is not available: a pool goes by a metric or by schedules: it takes one configuration, of one of the two kinds; instead: the metric alone, or schedules alone',
  },
  {
    says: "metricType CPU_UTILIZATION or MEMORY_UTILIZATION",
    bad: (stack) => {
      const tier = stack.tier();
      const set = servedSetIn(stack, tier);
      const autoscaling = { ...thresholds, metric: "requests-per-instance", requestsOf: set };
      return poolIn(stack, {
        template: templateIn(stack, { tier }),
        backendSets: [set],
        size: { min: 1, max: 4 },
        autoscaling,
      });
    },
    good: (stack) => scaled(stack, { ...thresholds, metric: "memory" }),
    path: "instancePool.autoscaling.metric",
    text: '"requests-per-instance" is not available: the agent measures processors and memory; instead: "cpu"',
  },
  {
    says: "threshold.value is an integer: out",
    bad: (stack) => scaled(stack, { ...thresholds, scaleOut: { above: 60.4, add: 1 } }),
    good: (stack) => scaled(stack, thresholds),
    path: "instancePool.autoscaling.scaleOut.above",
    text: "60.4 is not whole: thresholds are whole percent here; instead: 60",
  },
  {
    says: "threshold.value is an integer: in",
    bad: (stack) => scaled(stack, { ...thresholds, scaleIn: { below: 19.5, remove: 1 } }),
    good: (stack) => scaled(stack, thresholds),
    path: "instancePool.autoscaling.scaleIn.below",
    text: "19.5 is not whole: thresholds are whole percent here; instead: 20",
  },
  {
    says: "threshold.value is an integer: target",
    bad: (stack) => scaled(stack, { metric: "cpu", target: 50.5 }),
    good: (stack) => scaled(stack, { metric: "cpu", target: 50 }),
    path: "instancePool.autoscaling.target",
    text: "50.5 is not whole: thresholds are whole percent here; instead: 51",
  },
  {
    says: "threshold.value from 0 to 100, with room for two thresholds",
    bad: (stack) => scaled(stack, { metric: "cpu", target: 1 }),
    good: (stack) => scaled(stack, { metric: "cpu", target: 2 }),
    path: "instancePool.autoscaling.target",
    text: "1 is outside 2..99; instead: a number from 2 to 99",
  },
  {
    says: "steady state is the only brake",
    bad: (stack) => scaled(stack, { ...thresholds, warmup: 60 }),
    good: (stack) => scaled(stack, { ...thresholds, cooldown: 600 }),
    path: "instancePool.autoscaling.warmup",
    text: "60 is not available: the cooldown begins when all instances run: nothing else is waited for; instead: a longer cooldown",
  },
  {
    says: "up to 50 scheduled policies",
    bad: scheduled(many(51)),
    good: scheduled(many(50)),
    path: "instancePool.autoscaling.schedules",
    text: 'would become 51 policies in UTC; 50 are allowed here; instead: fewer schedules, or ones with timeZone: "UTC"',
  },
  {
    says: "scheduled policies use initial alone: min",
    bad: scheduled({ nine: { ...nine, min: 2 } }),
    good: scheduled({ nine }),
    path: "instancePool.autoscaling.schedules.nine.min",
    text: "2 is not available: a schedule sets the size alone; instead: size",
  },
  {
    says: "scheduled policies use initial alone: max",
    bad: scheduled({ nine: { ...nine, max: 3 } }),
    good: scheduled({ nine }),
    path: "instancePool.autoscaling.schedules.nine.max",
    text: "3 is not available: a schedule sets the size alone; instead: size",
  },
  {
    says: "executionSchedule.timezone UTC only",
    bad: scheduled({ nine: { ...nine, timeZone: "Europe/Berlin" } }),
    good: scheduled({ nine: { ...nine, timeZone: "Asia/Seoul" } }),
    path: "instancePool.autoscaling.schedules.nine.timeZone",
    text: '"Europe/Berlin" changes its clock in the year, and schedules run by UTC here; instead: "UTC", or a zone whose clock stays, such as "Asia/Seoul" or "Etc/GMT-1"',
  },
];

/** Alarms of pools. */
export const alarms: readonly Case[] = [
  {
    says: "destinations are topics",
    bad: alarmed({ notify: "other", unhealthyInstances: {} }),
    good: alarmed({ notify: "ops", unhealthyInstances: {} }),
    path: "instancePool.alarms.notify",
    text: '"other" is not among topics in the settings; instead: "ops"',
  },
  {
    says: "oci_nlb has no HttpResponses5xx",
    bad: alarmed({ notify: "ops", serverErrors: {} }, "network"),
    good: alarmed({ notify: "ops", serverErrors: {} }),
    path: "instancePool.alarms.serverErrors",
    text: "is not seen by network balancers, which pass connections on; instead: unhealthyInstances",
  },
  {
    says: "no metric of instances in service",
    bad: alarmed({ notify: "ops", belowMinimum: { sustain: 300 } }),
    good: alarmed({ notify: "ops", unhealthyInstances: { sustain: 300 } }),
    path: "instancePool.alarms.belowMinimum.sustain",
    text: "300 is not available: running instances are counted apart in each fault domain, at moments of their own; instead: unhealthyInstances",
  },
  {
    says: "the only dashboards are imported ones",
    bad: (stack) => poolIn(stack, { dashboard: true }),
    good: (stack) => poolIn(stack, { dashboard: false }),
    path: "instancePool.dashboard",
    text: "true is not available: dashboards are imported whole and not made by a program; instead: the console's page of the pool",
  },
];
