import type { ToldAlteration } from "./life.js";
import { groupTouched, nextVersion, rules, set } from "./told.js";
import { server } from "./web-stack-facts.js";

const pagesGroup = "targetGroups/pages-target-group";
const appGroup = "targetGroups/app-target-group";

/** Values that change in place. */
export const tuning: readonly ToldAlteration[] = [
  {
    why: "another policy of a backend set",
    round: 1,
    edits: [{ from: 'policy: "round-robin"', to: 'policy: "least-connections"' }],
    expected: [
      "update index:BackendSet pages",
      "update lb/targetGroup:TargetGroup pages-target-group [loadBalancingAlgorithmType]",
    ],
    told: [
      groupTouched("pages-target-group"),
      set(`${pagesGroup}/Attributes/load_balancing.algorithm.type`, "least_outstanding_requests"),
    ],
  },
  {
    why: "another stickiness",
    round: 1,
    edits: [{ from: '{ kind: "balancer-cookie" }', to: '{ kind: "application-cookie", cookie: "SHOP" }' }],
    expected: [
      "update index:BackendSet pages",
      "update lb/targetGroup:TargetGroup pages-target-group [stickiness.cookieName, stickiness.type]",
    ],
    told: [
      set(`${pagesGroup}/Attributes/stickiness.type`, "app_cookie"),
      set(`${pagesGroup}/Attributes/stickiness.app_cookie.cookie_name`, "SHOP"),
      set(`${pagesGroup}/Attributes/stickiness.app_cookie.duration_seconds`, "86400"),
    ],
  },
  {
    why: "another health check",
    round: 1,
    edits: [{ from: 'path: "/health", interval: 10, timeout: 3', to: 'path: "/hello", interval: 15, timeout: 5' }],
    expected: [
      "update index:BackendSet app",
      "update lb/targetGroup:TargetGroup app-target-group [healthCheck.interval, healthCheck.path, healthCheck.timeout]",
    ],
    told: [
      groupTouched("app-target-group"),
      set(`${appGroup}/HealthCheckPath`, "/hello"),
      set(`${appGroup}/HealthCheckIntervalSeconds`, 15),
      set(`${appGroup}/HealthCheckTimeoutSeconds`, 5),
    ],
  },
  {
    why: "other thresholds",
    round: 1,
    edits: [
      { from: "above: 40, add: 1", to: "above: 50, add: 2" },
      { from: "below: 20", to: "below: 10" },
      { from: "cooldown: 300", to: "sustain: 120,\n    cooldown: 200" },
    ],
    expected: [
      "update autoscaling/policy:Policy web-scaling-out [estimatedInstanceWarmup, stepAdjustments[0].scalingAdjustment]",
      "update cloudwatch/metricAlarm:MetricAlarm web-alarm-in [evaluationPeriods, threshold]",
      "update cloudwatch/metricAlarm:MetricAlarm web-alarm-out [evaluationPeriods, threshold]",
      "update index:InstancePool web",
    ],
    told: [
      set("policies/web-scaling-out/StepAdjustments/0/ScalingAdjustment", 2),
      set("policies/web-scaling-out/EstimatedInstanceWarmup", 200),
      set("alarms/web-alarm-out/Threshold", 50),
      set("alarms/web-alarm-out/EvaluationPeriods", 2),
      set("alarms/web-alarm-in/Threshold", 10),
      set("alarms/web-alarm-in/EvaluationPeriods", 2),
    ],
  },
  {
    why: "other bounds of a size that the policy moved",
    round: 1,
    edits: [{ from: "{ min: 1, max: 2 }", to: "{ min: 1, max: 4 }" }],
    expected: [
      "update autoscaling/group:Group web-pool [capacityReservationSpecification.capacityReservationPreference, maxSize]",
      "update index:InstancePool web",
    ],
    told: [set("groups/web-pool/MaxSize", 4)],
  },
  {
    why: "other user data",
    round: 1,
    edits: [{ from: "port=8080 upstream=\\n", to: "port=8080 upstream= debug=1\\n" }],
    expected: [
      "update autoscaling/group:Group app-pool [capacityReservationSpecification.capacityReservationPreference, launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate app-template [defaultVersion, latestVersion, userData]",
      "update index:InstanceTemplate app",
    ],
    told: [
      nextVersion("app-template", "app-pool", { UserData: `#!/bin/bash\nport=8080 upstream= debug=1\n${server}` }),
    ],
  },
  {
    why: "another fixed size",
    round: 1,
    edits: [{ from: "size: 2 }", to: "size: 3 }" }],
    expected: [
      "update autoscaling/group:Group app-pool [desiredCapacity, maxSize, minSize]",
      "update index:InstancePool app",
    ],
    told: [
      set("groups/app-pool/MinSize", 3),
      set("groups/app-pool/MaxSize", 3),
      set("groups/app-pool/DesiredCapacity", 3),
      set("groups/app-pool/Instances", ["version 2", "version 2", "version 2"]),
      set(`${appGroup}/Members`, ["8080 healthy", "8080 healthy", "8080 healthy"]),
    ],
  },
  {
    why: "administrators from another range",
    round: 1,
    edits: [{ from: "10.30.0.0/24", to: "10.30.1.0/24" }],
    expected: [
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-22-10-30-1-0-24",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-22-10-30-0-0-24",
      "update index:Tier web",
    ],
    told: [
      rules({
        gone: ["web-group: ingress tcp 22 10.30.0.0/24"],
        made: ["web-group: ingress tcp 22 10.30.1.0/24"],
      }),
    ],
  },
  {
    why: "a temporary redirect",
    round: 1,
    edits: [{ from: "redirect: { to: https }", to: "redirect: { to: https, status: 302 }" }],
    expected: [
      "update index:Listener http",
      "update lb/listener:Listener http-listener [defaultActions[0].redirect.statusCode]",
    ],
    told: [set("listeners/front-balancer 80/DefaultActions/0/RedirectConfig/StatusCode", "HTTP_302")],
  },
];
