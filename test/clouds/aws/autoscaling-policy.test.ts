import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import type { Derived } from "../../../src/core/planned.js";
import { adoptedBalancer, argsOf, made, notesOf, stackOn } from "./plans.js";

const group = { ref: "pool.name" };
const byPool = { AutoScalingGroupName: group };
const scaleOut = { above: 40, add: 1 };
const scaleIn = { below: 20, remove: 2 };
const size = { min: 1, max: 4 };

const scaled = (autoscaling: object, template: Record<string, unknown> = {}) => {
  const stack = stackOn();
  return stack.pool({ template: stack.template(template), size, autoscaling });
};

/** A pool whose policy counts the requests of its set. */
function counted(autoscaling: object, settings: Record<string, unknown> = {}) {
  const stack = stackOn(settings);
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  const set = stack.set({ loadBalancer });
  stack.listener({ backendSet: set });
  const template = stack.template({ tier: stack.tier({ network }) });
  const policy = { metric: "requests-per-instance", requestsOf: set, ...autoscaling };
  return stack.pool({ template, backendSets: [set], size, autoscaling: policy });
}

/** What moves a pool: all that it makes beside its group and the rules of its members. */
function moving(pool: Declared): Record<string, unknown> {
  return Object.fromEntries(Object.entries(made(pool)).filter(([role]) => !/^(pool|ingress|egress)\b/.test(role)));
}
function trackingOf(pool: Declared): unknown {
  return (argsOf(pool, "scaling:target") as { targetTrackingConfiguration: unknown }).targetTrackingConfiguration;
}
function alarmsOf(pool: Declared) {
  return ["alarm:out", "alarm:in"].map((role) => argsOf(pool, role) as Record<string, unknown>);
}
const changesOf = (pool: Declared) => notesOf(pool).filter((note) => note.includes(".changed: "));

const step = (adjustment: object, rest: object = {}) => ({
  type: "aws:autoscaling/policy:Policy",
  args: {
    autoscalingGroupName: group,
    policyType: "StepScaling",
    adjustmentType: "ChangeInCapacity",
    metricAggregationType: "Average",
    stepAdjustments: [adjustment],
    ...rest,
  },
});
const alarm = (direction: string, rest: object) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  args: {
    namespace: "AWS/EC2",
    metricName: "CPUUtilization",
    dimensions: byPool,
    statistic: "Average",
    period: 60,
    evaluationPeriods: 3,
    treatMissingData: "missing",
    alarmActions: [{ ref: `scaling:${direction}.arn` }],
    ...rest,
  },
});
const high = {
  comparisonOperator: "GreaterThanThreshold",
  threshold: 40,
  alarmDescription: "adds instances while it is in alarm",
};
const low = {
  comparisonOperator: "LessThanThreshold",
  threshold: 20,
  alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
};

test("two thresholds are two steps and two alarms", () => {
  const pool = scaled({ metric: "cpu", scaleOut, scaleIn });
  expect(moving(pool)).toEqual({
    "scaling:out": step({ metricIntervalLowerBound: "0", scalingAdjustment: 1 }, { estimatedInstanceWarmup: 300 }),
    "scaling:in": step({ metricIntervalUpperBound: "0", scalingAdjustment: -2 }),
    "alarm:out": alarm("out", high),
    "alarm:in": alarm("in", low),
  });
  expect((argsOf(pool, "pool") as { defaultInstanceWarmup: number }).defaultInstanceWarmup).toBe(300);
});

test("without scaleIn nothing is removed", () => {
  expect(Object.keys(moving(scaled({ metric: "cpu", scaleOut })))).toEqual(["scaling:out", "alarm:out"]);
});

test("sustain is a number of periods for each direction", () => {
  const [out, into] = alarmsOf(scaled({ metric: "cpu", scaleOut, scaleIn, sustain: { out: 60, in: 900 } }));
  expect([out?.evaluationPeriods, into?.evaluationPeriods]).toEqual([1, 15]);
});

test("a time that is no whole number of periods becomes the next one, and is told", () => {
  const pool = scaled({ metric: "cpu", scaleOut, scaleIn, sustain: { out: 61, in: 240 } }, { monitoring: "basic" });
  expect(alarmsOf(pool).map(({ period, evaluationPeriods }) => [period, evaluationPeriods])).toEqual([
    [300, 1],
    [300, 1],
  ]);
  expect(changesOf(pool)).toEqual([
    "near:instancePool.autoscaling.sustain.out.changed: 61 s becomes 300 s, since values come every 300 s: instances come up to 239 s later",
    "near:instancePool.autoscaling.sustain.in.changed: 240 s becomes 300 s, since values come every 300 s: instances go up to 60 s later",
  ]);
  expect(changesOf(scaled({ metric: "cpu", scaleOut, scaleIn }, { monitoring: "basic" }))).toEqual([]);
});

test("alarms have the labels of their pool", () => {
  const stack = stackOn();
  const pool = stack.pool({ size, autoscaling: { metric: "cpu", scaleOut }, tags: { team: "web" } });
  expect((argsOf(pool, "alarm:out") as { tags: unknown }).tags).toEqual({ team: "web" });
});

test("memory is what the agent publishes by group", () => {
  const pool = scaled({ metric: "memory", scaleOut, scaleIn }, { monitoring: "basic" });
  const source = { namespace: "CWAgent", metricName: "mem_used_percent" };
  expect(alarmsOf(pool)).toEqual([alarm("out", { ...high, ...source }).args, alarm("in", { ...low, ...source }).args]);
  expect(trackingOf(scaled({ metric: "memory", target: 70 }))).toEqual({
    targetValue: 70,
    disableScaleIn: false,
    customizedMetricSpecification: {
      ...source,
      statistic: "Average",
      metricDimensions: [{ name: "AutoScalingGroupName", value: group }],
    },
  });
  expect(notesOf(pool).filter((note) => note.includes(".metric"))).toEqual([
    "emulated:instancePool.autoscaling.metric.memory: the CloudWatch agent in the image must publish mem_used_percent in CWAgent, aggregated by AutoScalingGroupName alone",
    'warning:instancePool.autoscaling.metric: the agent may not publish the metric: template "web" has no right to use metrics, so nothing would ever scale',
  ]);
});

test("an agent with a right to use metrics, or with rights of the settings, is not warned of", () => {
  const warnedOf = (allow: object, settings: Record<string, unknown> = {}) => {
    const stack = stackOn(settings);
    const network = stack.network();
    const rights = stack.rights({ network, allow: [allow] });
    const template = stack.template({ tier: stack.tier({ network }), rights });
    const pool = stack.pool({ template, size, autoscaling: { metric: "memory", target: 70 } });
    return notesOf(pool).some((note) => note.startsWith("warning:instancePool.autoscaling.metric"));
  };
  const ofMetrics = ["read", "use", "manage"].map((verb) => warnedOf({ verb, resource: "metrics" }));
  expect(ofMetrics).toEqual([true, false, false]);
  const managedPolicies = ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"];
  const others = [{}, { rights: { web: { managedPolicies } } }].map((settings) =>
    warnedOf({ verb: "use", resource: "compute" }, settings),
  );
  expect(others).toEqual([true, false]);
});

test("requests in a second are sums of a minute, and none means none", () => {
  const source = {
    namespace: "AWS/ApplicationELB",
    metricName: "RequestCountPerTarget",
    dimensions: {
      LoadBalancer: { ref: "balancer.arnSuffix", of: "loadBalancer:front" },
      TargetGroup: { ref: "targetGroup.arnSuffix", of: "backendSet:front/pages" },
    },
    statistic: "Sum",
  };
  expect(alarmsOf(counted({ scaleOut, scaleIn }))).toEqual([
    alarm("out", { ...high, ...source, threshold: 2400, treatMissingData: "notBreaching" }).args,
    alarm("in", { ...low, ...source, threshold: 1200, treatMissingData: "breaching" }).args,
  ]);
});

test("a target is tracked", () => {
  const pool = scaled({ metric: "cpu", target: 30, warmup: 120 });
  expect(moving(pool)).toEqual({
    "scaling:target": {
      type: "aws:autoscaling/policy:Policy",
      args: {
        autoscalingGroupName: group,
        policyType: "TargetTrackingScaling",
        estimatedInstanceWarmup: 120,
        targetTrackingConfiguration: {
          targetValue: 30,
          disableScaleIn: false,
          predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
        },
      },
    },
  });
  expect((argsOf(pool, "pool") as { defaultInstanceWarmup: number }).defaultInstanceWarmup).toBe(120);
});

test("a target that only adds removes nothing", () => {
  expect(trackingOf(scaled({ metric: "cpu", target: 30, growOnly: true }))).toEqual({
    targetValue: 30,
    disableScaleIn: true,
    predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
  });
});

test("a target of requests is in minutes, names balancer and set, and follows the listener", () => {
  const pool = counted({ target: 12.5 });
  expect(trackingOf(pool)).toEqual({
    targetValue: 750,
    disableScaleIn: false,
    predefinedMetricSpecification: {
      predefinedMetricType: "ALBRequestCountPerTarget",
      resourceLabel: {
        text: [
          { ref: "balancer.arnSuffix", of: "loadBalancer:front" },
          "/",
          { ref: "targetGroup.arnSuffix", of: "backendSet:front/pages" },
        ],
      },
    },
  });
  expect(pool.plan.resources["scaling:target"]?.options).toEqual({
    dependsOn: [{ ref: "listener", of: "listener:front/web" }],
  });
});

test("an adopted balancer is named by the end of its ARN, known now or at deployment", () => {
  const labelOf = (settings: Record<string, unknown>) => {
    const found = trackingOf(counted({ target: 1 }, settings)) as {
      predefinedMetricSpecification: { resourceLabel: { text: unknown[] } };
    };
    return found.predefinedMetricSpecification.resourceLabel.text[0];
  };
  expect(labelOf(adoptedBalancer)).toBe("app/front/0a1");
  const { front } = adoptedBalancer.balancers;
  const arn = pulumi.output(front.arn);
  const later = labelOf({ balancers: { front: { ...front, arn } } }) as Derived;
  expect(later).toEqual({ from: arn, by: expect.any(Function) });
  expect(later.by(front.arn)).toBe("app/front/0a1");
});

test("a rest after adding is the warm-up of the policy; one after removing is told to be lost", () => {
  const pool = scaled({ metric: "cpu", scaleOut, scaleIn, cooldown: 120 });
  const warmups = ["scaling:out", "scaling:in"].map(
    (role) => (argsOf(pool, role) as { estimatedInstanceWarmup?: number }).estimatedInstanceWarmup,
  );
  expect(warmups).toEqual([120, undefined]);
  expect(notesOf(pool).filter((note) => note.startsWith("near"))).toEqual([
    "near:instancePool.autoscaling.cooldown.out: is the warm-up of new instances: until it ends they count as there, and nothing is removed",
    "near:instancePool.autoscaling.cooldown.in: nothing rests after instances are removed: the next are removed with the next value that is low, unless new ones still warm up",
  ]);
});

test("of a rest and a warm-up the longer is taken for both, and the change is told", () => {
  const both = (cooldown: number, warmup: number) =>
    scaled({ metric: "cpu", target: 50, cooldown: { out: cooldown }, warmup });
  const warmupOf = (pool: Declared) =>
    (argsOf(pool, "scaling:target") as Record<string, unknown>).estimatedInstanceWarmup;
  const [longRest, longWarmup, equal] = [both(300, 60), both(60, 300), both(60, 60)];
  expect([longRest, longWarmup, equal].map(warmupOf)).toEqual([300, 300, 60]);
  expect([longRest, longWarmup, equal].map(changesOf)).toEqual([
    [
      "near:instancePool.autoscaling.warmup.changed: 60 s becomes 300 s, the cooldown, which is the same time here: new instances stay out of the mean 240 s longer",
    ],
    [
      "near:instancePool.autoscaling.cooldown.out.changed: 60 s becomes 300 s, the warm-up, which is the same time here: more instances come only as far as those that start are too few",
    ],
    [],
  ]);
});

test("the group's warm-up is the policy's own: without one, AWS is sent 0 with the next change, which goes before it", () => {
  const warmupOf = (policy: object, role: string) =>
    (argsOf(scaled({ metric: "cpu", ...policy }), role) as { estimatedInstanceWarmup?: number })
      .estimatedInstanceWarmup;
  expect(warmupOf({ target: 50 }, "scaling:target")).toBe(300);
  expect(warmupOf({ target: 50, warmup: 120 }, "scaling:target")).toBe(120);
  expect(warmupOf({ scaleOut, warmup: 120 }, "scaling:out")).toBe(120);
});

test("a time of 0 becomes the least that reaches the service, and is told", () => {
  const least = "0 s becomes 1 s, since 0 is not sent and 300 s would count";
  const pool = scaled({ metric: "cpu", target: 50, cooldown: { out: 0 }, warmup: 0 });
  expect((argsOf(pool, "scaling:target") as Record<string, unknown>).estimatedInstanceWarmup).toBe(1);
  expect((argsOf(pool, "pool") as { defaultInstanceWarmup: number }).defaultInstanceWarmup).toBe(1);
  expect(changesOf(pool)).toEqual([
    `near:instancePool.autoscaling.cooldown.out.changed: ${least}`,
    `near:instancePool.autoscaling.warmup.changed: ${least}`,
  ]);
  const one = (policy: object) => changesOf(scaled({ metric: "cpu", target: 50, ...policy }));
  expect(one({ cooldown: { out: 0 } })).toEqual([`near:instancePool.autoscaling.cooldown.out.changed: ${least}`]);
  expect(one({ warmup: 0 })).toEqual([`near:instancePool.autoscaling.warmup.changed: ${least}`]);
});

test("times that target tracking sets itself are told to be unused", () => {
  const pool = scaled({ metric: "cpu", target: 50, sustain: 600, cooldown: { in: 600 } });
  const unused = "target tracking has alarms of its own, whose times nobody sets: this one is not used";
  expect(notesOf(pool).filter((note) => note.startsWith("near"))).toEqual([
    `near:instancePool.autoscaling.sustain.out: ${unused}`,
    `near:instancePool.autoscaling.sustain.in: ${unused}`,
    "near:instancePool.autoscaling.cooldown.in: nothing rests after instances are removed: the next are removed with the next value that is low, unless new ones still warm up",
  ]);
});

test("schedules leave as it is what they do not name", () => {
  const schedules = {
    morning: { cron: "0  9 * * MON-FRI", timeZone: "Asia/Seoul", size: 3 },
    night: { cron: "30 18 * * *", timeZone: "UTC", min: 0, max: 3 },
  };
  const pool = scaled({ schedules });
  const schedule = (scheduledActionName: string, recurrence: string, timeZone: string, sizes: object) => ({
    type: "aws:autoscaling/schedule:Schedule",
    args: { autoscalingGroupName: group, scheduledActionName, recurrence, timeZone, ...sizes },
  });
  expect(moving(pool)).toEqual({
    "schedule:morning": schedule("morning", "0 9 * * MON-FRI", "Asia/Seoul", {
      minSize: -1,
      maxSize: -1,
      desiredCapacity: 3,
    }),
    "schedule:night": schedule("night", "30 18 * * *", "UTC", { minSize: 0, maxSize: 3, desiredCapacity: -1 }),
  });
  expect(notesOf(pool).at(-1)).toBe(
    "note:instancePool.autoscaling.schedules: a deployment that refreshes sets the program's bounds again, until the next schedule changes them",
  );
  expect(
    notesOf(scaled({ schedules: { morning: schedules.morning } })).filter((one) => one.includes("schedules")),
  ).toEqual([]);
});

test("a metric and schedules go together", () => {
  const schedules = { morning: { cron: "0 9 * * *", timeZone: "UTC", size: 3 } };
  expect(Object.keys(moving(scaled({ metric: "cpu", target: 50, schedules })))).toEqual([
    "scaling:target",
    "schedule:morning",
  ]);
});
