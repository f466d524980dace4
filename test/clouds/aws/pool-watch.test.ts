import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { argsOf, made, rolesOf, stackOn } from "./plans.js";

const topic = "arn:aws:sns:ap-northeast-2:123456789012:ops";
const suffix = (of: string) => ({ ref: "balancer.arnSuffix", of: `loadBalancer:${of}` });
const target = (of: string) => ({ ref: "targetGroup.arnSuffix", of: `backendSet:${of}` });
const pool = { ref: "pool.name" };
const alarms = { notify: "ops", unhealthyInstances: {}, serverErrors: {}, belowMinimum: {} };

/** A pool behind an application balancer with two sets and a network balancer with one. */
function between(args: Record<string, unknown>): Declared {
  const stack = stackOn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const front = stack.balancer({ network });
  const inner = stack.balancer({ network, kind: "network" }, "inner");
  const pages = stack.set({ loadBalancer: front });
  const api = stack.set({ loadBalancer: front }, "api");
  const raw = stack.set({ loadBalancer: inner, protocol: "tcp" }, "raw");
  stack.listener({ backendSet: pages, routes: { api: { path: "/api", backendSet: api } } });
  stack.listener({ backendSet: raw, protocol: "tcp" }, "raw");
  return stack.pool({ template: stack.template({ tier }), backendSets: [pages, api, raw], ...args });
}

const alarm = (rest: object) => ({
  type: "aws:cloudwatch/metricAlarm:MetricAlarm",
  args: { period: 60, evaluationPeriods: 5, alarmActions: [topic], ...rest },
});
const sizeMetric = (metricName: string) => ({
  namespace: "AWS/AutoScaling",
  metricName,
  dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
  period: 60,
  stat: "Minimum",
});
const passed = { comparisonOperator: "GreaterThanThreshold", threshold: 0 };

test("alarms tell a topic of unhealthy instances, server errors and missing instances", () => {
  const { pool: group, ...rest } = made(stackOn().served({ alarms, tags: { team: "web" } }));
  const tags = { team: "web" };
  const found = Object.fromEntries(Object.entries(rest).filter(([role]) => role.startsWith("alarm:")));
  expect(found).toEqual({
    "alarm:unhealthy-front/pages": {
      ...alarm({
        ...passed,
        tags,
        alarmDescription: "a backend set finds instances unhealthy",
        namespace: "AWS/ApplicationELB",
        metricName: "UnHealthyHostCount",
        dimensions: { LoadBalancer: suffix("front"), TargetGroup: target("front/pages") },
        statistic: "Maximum",
        treatMissingData: "missing",
      }),
      mentions: "backendSet:front/pages",
    },
    "alarm:server-errors-front": {
      ...alarm({
        ...passed,
        tags,
        alarmDescription: "a balancer answers with server errors",
        namespace: "AWS/ApplicationELB",
        metricName: "HTTPCode_ELB_5XX_Count",
        dimensions: { LoadBalancer: suffix("front") },
        statistic: "Sum",
        treatMissingData: "notBreaching",
      }),
      mentions: "loadBalancer:front",
    },
    "alarm:below-minimum": {
      type: "aws:cloudwatch/metricAlarm:MetricAlarm",
      args: {
        evaluationPeriods: 5,
        alarmActions: [topic],
        tags,
        alarmDescription: "fewer instances than the least are in service",
        comparisonOperator: "LessThanThreshold",
        threshold: 0,
        metricQueries: [
          { id: "spare", expression: "inService - least", label: "instances above the least", returnData: true },
          { id: "inService", metric: sizeMetric("GroupInServiceInstances"), returnData: false },
          { id: "least", metric: sizeMetric("GroupMinSize"), returnData: false },
        ],
        treatMissingData: "missing",
      },
    },
  });
  expect((group as { args: { metricsGranularity: string } }).args.metricsGranularity).toBe("1Minute");
});

test("limits and times of alarms are the program's", () => {
  const watched = stackOn().served({
    alarms: {
      notify: "ops",
      unhealthyInstances: { above: 1, sustain: 60 },
      serverErrors: { above: 10, sustain: 3600 },
      belowMinimum: { sustain: 120 },
    },
    size: { min: 3, max: 4 },
    autoscaling: { metric: "cpu", target: 50 },
  });
  const limitsOf = (role: string) => {
    const { threshold, evaluationPeriods } = argsOf(watched, role) as Record<string, unknown>;
    return [threshold, evaluationPeriods];
  };
  expect(["alarm:unhealthy-front/pages", "alarm:server-errors-front", "alarm:below-minimum"].map(limitsOf)).toEqual([
    [1, 1],
    [10, 60],
    [0, 2],
  ]);
});

test("each set has an alarm in the namespace of its balancer, and each balancer one of errors", () => {
  const watched = between({ alarms: { notify: "ops", unhealthyInstances: {} } });
  const roles = rolesOf(watched).filter((role) => role.startsWith("alarm:"));
  const namespaces = roles.map((role) => (argsOf(watched, role) as { namespace: string }).namespace);
  expect(Object.fromEntries(roles.map((role, index) => [role, namespaces[index]]))).toEqual({
    "alarm:unhealthy-front/pages": "AWS/ApplicationELB",
    "alarm:unhealthy-front/api": "AWS/ApplicationELB",
    "alarm:unhealthy-inner/raw": "AWS/NetworkELB",
  });
  expect((argsOf(watched, "pool") as { enabledMetrics?: unknown }).enabledMetrics).toBe(undefined);
});

const graph = (index: number, title: string, stat: string, metrics: unknown[]) => ({
  type: "metric",
  x: (index % 2) * 12,
  y: Math.floor(index / 2) * 6,
  width: 12,
  height: 6,
  properties: { title, view: "timeSeries", region: "ap-northeast-2", stat, period: 60, metrics },
});
const ofGroup = (name: string) => ["AWS/AutoScaling", name, "AutoScalingGroupName", pool];
const sizes = graph(
  0,
  "instances",
  "Average",
  ["GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances"].map(ofGroup),
);
const processors = graph(1, "processors", "Average", [["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", pool]]);

test("a dashboard has the pool's name and shows it with its balancers", () => {
  const shown = between({ dashboard: true });
  const healthy = (namespace: string, balancer: string, set: string) => [
    ...[namespace, "HealthyHostCount", "LoadBalancer", suffix(balancer), "TargetGroup", target(set)],
  ];
  expect(made(shown).dashboard).toEqual({
    type: "aws:cloudwatch/dashboard:Dashboard",
    args: {
      dashboardName: pool,
      dashboardBody: {
        json: {
          widgets: [
            sizes,
            processors,
            graph(2, "requests and connections", "Sum", [
              ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", suffix("front")],
              ["AWS/NetworkELB", "NewFlowCount", "LoadBalancer", suffix("inner")],
            ]),
            graph(3, "healthy instances", "Minimum", [
              healthy("AWS/ApplicationELB", "front", "front/pages"),
              healthy("AWS/ApplicationELB", "front", "front/api"),
              healthy("AWS/NetworkELB", "inner", "inner/raw"),
            ]),
            graph(4, "server errors", "Sum", [
              ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", suffix("front")],
              ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", suffix("front")],
            ]),
          ],
        },
      },
    },
  });
  expect((argsOf(shown, "pool") as { metricsGranularity: string }).metricsGranularity).toBe("1Minute");
});

test("a dashboard of a pool without sets shows the pool", () => {
  const { dashboardBody } = argsOf(stackOn().pool({ dashboard: true }), "dashboard") as { dashboardBody: unknown };
  expect(dashboardBody).toEqual({ json: { widgets: [sizes, processors] } });
});
