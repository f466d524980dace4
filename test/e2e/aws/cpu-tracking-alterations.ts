import { alarm, noPolicy } from "./answers.js";
import type { ToldAlteration } from "./life.js";
import { groupTouched, nextVersion, rules, set } from "./told.js";

const policy = "policies/web-scaling-target";
const unhealthy = "alarms/web-alarm-unhealthy-front-pages-d852cc34";
const onCall = ["arn:aws:sns:ap-northeast-2:account:on-call"];
const ofGroup = { AutoScalingGroupName: "web-pool" };
const step = {
  ...ofGroup,
  PolicyType: "StepScaling",
  AdjustmentType: "ChangeInCapacity",
  MetricAggregationType: "Average",
  Enabled: true,
};
const processors = {
  MetricName: "CPUUtilization",
  Namespace: "AWS/EC2",
  Statistic: "Average",
  Dimensions: ofGroup,
  Period: 300,
  EvaluationPeriods: 1,
};

/** What the author of walk-through 003 may come to change. */
export const alterations: readonly ToldAlteration[] = [
  {
    why: "another target, and another rest",
    round: 1,
    edits: [{ from: "target: 80, cooldown: { out: 300, in: 300 }", to: "target: 70, cooldown: { out: 200, in: 300 }" }],
    expected: [
      "update autoscaling/policy:Policy web-scaling-target [estimatedInstanceWarmup, targetTrackingConfiguration.targetValue]",
      "update index:InstancePool web",
    ],
    told: [set(`${policy}/EstimatedInstanceWarmup`, 200), set(`${policy}/TargetTrackingConfiguration/TargetValue`, 70)],
  },
  {
    why: "other alarms, which go to others",
    round: 1,
    edits: [
      { from: 'notify: "ops"', to: 'notify: "on-call"' },
      { from: "unhealthyInstances: { above: 0, sustain: 300 }", to: "unhealthyInstances: { above: 1, sustain: 600 }" },
    ],
    expected: [
      "update cloudwatch/metricAlarm:MetricAlarm web-alarm-below-minimum [alarmActions[0]]",
      "update cloudwatch/metricAlarm:MetricAlarm web-alarm-server-errors-front [alarmActions[0]]",
      "update cloudwatch/metricAlarm:MetricAlarm web-alarm-unhealthy-front-pages-d852cc34 [alarmActions[0], evaluationPeriods, threshold]",
      "update index:InstancePool web",
    ],
    told: [
      set("alarms/web-alarm-below-minimum/AlarmActions", onCall),
      set("alarms/web-alarm-server-errors-front/AlarmActions", onCall),
      set(`${unhealthy}/AlarmActions`, onCall),
      set(`${unhealthy}/EvaluationPeriods`, 10),
      set(`${unhealthy}/Threshold`, 1),
    ],
  },
  {
    why: "another port of the listener",
    round: 1,
    edits: [{ from: "loadBalancer: front, port: 80,", to: "loadBalancer: front, port: 8080," }],
    expected: [
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule front-ingress-tcp-8080-internet",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule front-ingress-tcp-80-internet",
      "update index:Listener http",
      "update lb/listener:Listener http-listener [port]",
    ],
    told: [
      rules({
        gone: ["front-group: ingress tcp 80 0.0.0.0/0"],
        made: ["front-group: ingress tcp 8080 0.0.0.0/0"],
      }),
      set("listeners/front-balancer 8080", {
        LoadBalancerArn: "front-balancer",
        Port: 8080,
        Protocol: "HTTP",
        SslPolicy: noPolicy,
        DefaultActions: [{ Type: "forward", TargetGroupArn: "pages-target-group" }],
      }),
      set("listeners/front-balancer 80", undefined),
    ],
  },
  {
    why: "another health check",
    round: 1,
    edits: [{ from: 'path: "/", interval: 30', to: 'path: "/ready", expectedStatus: "200,204", interval: 20' }],
    expected: [
      "update index:BackendSet pages",
      "update lb/targetGroup:TargetGroup pages-target-group [healthCheck.interval, healthCheck.matcher, healthCheck.path]",
    ],
    told: [
      groupTouched("pages-target-group"),
      set("targetGroups/pages-target-group/HealthCheckPath", "/ready"),
      set("targetGroups/pages-target-group/HealthCheckIntervalSeconds", 20),
      set("targetGroups/pages-target-group/Matcher/HttpCode", "200,204"),
    ],
  },
  {
    why: "no alarm of server errors, no page",
    round: 2,
    edits: [
      { from: "    serverErrors: { above: 10, sustain: 300 },\n", to: "" },
      { from: "  dashboard: true,\n", to: "" },
    ],
    expected: [
      "delete cloudwatch/dashboard:Dashboard web-dashboard",
      "delete cloudwatch/metricAlarm:MetricAlarm web-alarm-server-errors-front",
      "update index:InstancePool web",
    ],
    told: [set("alarms/web-alarm-server-errors-front", undefined), set("dashboards/web-pool", undefined)],
  },
  {
    why: "requests in place of processors",
    round: 2,
    edits: [
      {
        from: 'metric: "cpu", target: 70, cooldown: { out: 200, in: 300 }',
        to: 'metric: "requests-per-instance", requestsOf: pages, target: 20, cooldown: { out: 200, in: 300 }',
      },
    ],
    expected: [
      "update autoscaling/policy:Policy web-scaling-target [targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType, targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel, targetTrackingConfiguration.targetValue]",
      "update index:InstancePool web",
    ],
    told: [
      set(`${policy}/TargetTrackingConfiguration/PredefinedMetricSpecification`, {
        PredefinedMetricType: "ALBRequestCountPerTarget",
        ResourceLabel: "front-balancer/pages-target-group",
      }),
      set(`${policy}/TargetTrackingConfiguration/TargetValue`, 1200),
    ],
  },
  {
    why: "instances of another image, without detailed metrics",
    round: 2,
    edits: [
      {
        from: 'image: "web", machine: "small", monitoring: "detailed"',
        to: 'image: "next", machine: "small", monitoring: "basic"',
      },
    ],
    expected: [
      "update autoscaling/group:Group web-pool [capacityReservationSpecification.capacityReservationPreference, launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, imageId, latestVersion, monitoring.enabled]",
      "update index:InstanceTemplate web",
    ],
    told: [nextVersion("web-template", "web-pool", { ImageId: "next", Monitoring: { Enabled: false } })],
  },
  {
    why: "thresholds in place of a target, and a schedule",
    round: 3,
    edits: [
      {
        from: 'metric: "requests-per-instance", requestsOf: pages, target: 20,',
        to: 'metric: "cpu", scaleOut: { above: 70, add: 2 }, scaleIn: { below: 20, remove: 1 }, schedules: { weekend: { cron: "0 0 * * 6", timeZone: "Asia/Seoul", max: 2 } },',
      },
    ],
    expected: [
      "create autoscaling/policy:Policy web-scaling-in",
      "create autoscaling/policy:Policy web-scaling-out",
      "create autoscaling/schedule:Schedule web-schedule-weekend",
      "create cloudwatch/metricAlarm:MetricAlarm web-alarm-in",
      "create cloudwatch/metricAlarm:MetricAlarm web-alarm-out",
      "delete autoscaling/policy:Policy web-scaling-target",
      "update index:InstancePool web",
    ],
    told: [
      set(policy, undefined),
      set("policies/web-scaling-in", {
        ...step,
        StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
      }),
      set("policies/web-scaling-out", {
        ...step,
        StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
        EstimatedInstanceWarmup: 200,
      }),
      // A size of -1 is left as it is: neither the fewest nor the desired are told.
      set("schedules/weekend", { ...ofGroup, Recurrence: "0 0 * * 6", MaxSize: 2, TimeZone: "Asia/Seoul" }),
      set(
        "alarms/web-alarm-in",
        alarm({
          ...processors,
          AlarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
          AlarmActions: ["web-scaling-in"],
          Threshold: 20,
          ComparisonOperator: "LessThanThreshold",
        }),
      ),
      set(
        "alarms/web-alarm-out",
        alarm({
          ...processors,
          AlarmDescription: "adds instances while it is in alarm",
          AlarmActions: ["web-scaling-out"],
          Threshold: 70,
          ComparisonOperator: "GreaterThanThreshold",
        }),
      ),
    ],
  },
  {
    why: "a pool of another name",
    round: 4,
    edits: [
      { from: 'new InstancePool("web", {', to: 'new InstancePool("site", {' },
      {
        from: "    belowMinimum: { sustain: 300 },\n  },\n}",
        to: '    belowMinimum: { sustain: 300 },\n  },\n}, { aliases: [{ name: "web" }] }',
      },
    ],
    expected: ["update autoscaling/group:Group site-pool [tags[0].value]", "update index:InstancePool site"],
    told: [set("groups/web-pool/Tags", ["Name=site, instances too"])],
  },
  {
    why: "nobody is told any more",
    round: 5,
    edits: [
      {
        from: `  alarms: {
    notify: "on-call",
    unhealthyInstances: { above: 1, sustain: 600 },
    belowMinimum: { sustain: 300 },
  },
`,
        to: "",
      },
    ],
    expected: [
      "delete cloudwatch/metricAlarm:MetricAlarm site-alarm-below-minimum",
      "delete cloudwatch/metricAlarm:MetricAlarm site-alarm-unhealthy-front-pages-e634d16e",
      "update index:InstancePool site",
    ],
    told: [set("alarms/web-alarm-below-minimum", undefined), set(unhealthy, undefined)],
  },
];
