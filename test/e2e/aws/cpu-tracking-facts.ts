import { alarm, balancer, group, groupMetrics, noPolicy, targetGroup, template } from "./answers.js";
import type { Facts } from "./facts.js";

const network = { VpcId: "main" };
const zones = ["a", "b", "c"];
const balancerOf = { LoadBalancer: "front-balancer" };
const setOf = { ...balancerOf, TargetGroup: "pages-target-group" };
const ofGroup = { AutoScalingGroupName: "web-pool" };
const notice = { AlarmActions: ["arn:aws:sns:ap-northeast-2:account:ops"], EvaluationPeriods: 5 };

/** All that AWS says of walk-through 003 after its first deployment. */
export const first: Facts = {
  rules: [
    // The existing network's default group stays as it is.
    "default: egress any all 0.0.0.0/0",
    "front-group: egress tcp 80 web-group",
    "front-group: ingress tcp 80 0.0.0.0/0",
    "web-group: egress any all 0.0.0.0/0",
    "web-group: ingress tcp 80 front-group",
  ],
  balancers: {
    "front-balancer": balancer(
      "front",
      Object.fromEntries(zones.map((zone, index) => [`ap-northeast-2${zone}`, `10.0.${index}.0/24`])),
      network,
    ),
  },
  listeners: {
    "front-balancer 80": {
      LoadBalancerArn: "front-balancer",
      Port: 80,
      Protocol: "HTTP",
      SslPolicy: noPolicy,
      DefaultActions: [{ Type: "forward", TargetGroupArn: "pages-target-group" }],
    },
  },
  targetGroups: {
    "pages-target-group": targetGroup(
      "front-balancer",
      80,
      { path: "/", interval: 30, timeout: 5 },
      { ...network, Members: ["80 healthy", "80 healthy"] },
    ),
  },
  templates: { "web-template": template("web-group", { Name: "web" }) },
  groups: {
    "web-pool": group(
      "web-template",
      { min: 2, max: 4, desired: 2 },
      {
        VPCZoneIdentifier: zones.map((_, index) => `10.0.1${index}.0/24`).join(", "),
        TargetGroupARNs: ["pages-target-group"],
        EnabledMetrics: groupMetrics,
        Tags: ["Name=web, instances too"],
      },
    ),
  },
  policies: {
    "web-scaling-target": {
      ...ofGroup,
      PolicyType: "TargetTrackingScaling",
      EstimatedInstanceWarmup: 300,
      TargetTrackingConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: "ASGAverageCPUUtilization" },
        TargetValue: 80,
        DisableScaleIn: false,
      },
      Enabled: true,
    },
  },
  schedules: {},
  alarms: {
    "web-alarm-below-minimum": {
      ActionsEnabled: true,
      ...notice,
      AlarmDescription: "fewer instances than the least are in service",
      Threshold: 0,
      ComparisonOperator: "LessThanThreshold",
      TreatMissingData: "missing",
      Metrics: [
        sizeOf("inService", "GroupInServiceInstances"),
        sizeOf("least", "GroupMinSize"),
        { Id: "spare", Expression: "inService - least", Label: "instances above the least", ReturnData: true },
      ],
    },
    "web-alarm-server-errors-front": alarm({
      ...notice,
      AlarmDescription: "a balancer answers with server errors",
      MetricName: "HTTPCode_ELB_5XX_Count",
      Namespace: "AWS/ApplicationELB",
      Statistic: "Sum",
      Dimensions: balancerOf,
      Threshold: 10,
      ComparisonOperator: "GreaterThanThreshold",
      TreatMissingData: "notBreaching",
    }),
    "web-alarm-unhealthy-front-pages-d852cc34": alarm({
      ...notice,
      AlarmDescription: "a backend set finds instances unhealthy",
      MetricName: "UnHealthyHostCount",
      Namespace: "AWS/ApplicationELB",
      Statistic: "Maximum",
      Dimensions: setOf,
      Threshold: 0,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  },
  dashboards: {
    "web-pool": {
      Body: {
        widgets: [
          graph("instances", "Average", 0, 0, [
            ["AWS/AutoScaling", "GroupMinSize", "AutoScalingGroupName", "web-pool"],
            ["AWS/AutoScaling", "GroupMaxSize", "AutoScalingGroupName", "web-pool"],
            ["AWS/AutoScaling", "GroupDesiredCapacity", "AutoScalingGroupName", "web-pool"],
            ["AWS/AutoScaling", "GroupInServiceInstances", "AutoScalingGroupName", "web-pool"],
          ]),
          graph("processors", "Average", 12, 0, [["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", "web-pool"]]),
          graph("requests and connections", "Sum", 0, 6, [
            ["AWS/ApplicationELB", "RequestCount", "LoadBalancer", "front-balancer"],
          ]),
          graph("healthy instances", "Minimum", 12, 6, [
            [
              "AWS/ApplicationELB",
              "HealthyHostCount",
              "LoadBalancer",
              "front-balancer",
              "TargetGroup",
              "pages-target-group",
            ],
          ]),
          graph("server errors", "Sum", 0, 12, [
            ["AWS/ApplicationELB", "HTTPCode_ELB_5XX_Count", "LoadBalancer", "front-balancer"],
            ["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", "front-balancer"],
          ]),
        ],
      },
    },
  },
  roles: {},
};

function sizeOf(Id: string, MetricName: string) {
  const Metric = { Namespace: "AWS/AutoScaling", MetricName, Dimensions: ofGroup };
  return { Id, MetricStat: { Metric, Period: 60, Stat: "Minimum" }, ReturnData: false };
}

function graph(title: string, stat: string, x: number, y: number, metrics: readonly (readonly string[])[]) {
  const properties = { title, view: "timeSeries", region: "ap-northeast-2", stat, period: 60, metrics };
  return { type: "metric", x, y, width: 12, height: 6, properties };
}
