import { names } from "./alb-autoscaling-names.js";
import { noPolicy } from "./answers.js";
import type { ToldAlteration } from "./life.js";
import { groupTouched, nextVersion, rules, set, usualRefresh } from "./told.js";

const policy = "policies/web-asg-scaling-target";
const later = { ...usualRefresh, InstanceWarmup: 200 };

/** What the author of walk-through 001 may come to change. */
export const alterations: readonly ToldAlteration[] = [
  {
    why: "another target and warm-up",
    round: 1,
    edits: [{ from: "target: 30, warmup: 300", to: "target: 50, warmup: 120" }],
    expected: [
      "update autoscaling/group:Group web-asg-pool [capacityReservationSpecification.capacityReservationPreference, defaultInstanceWarmup]",
      "update autoscaling/policy:Policy web-asg-scaling-target [estimatedInstanceWarmup, targetTrackingConfiguration.targetValue]",
      "update index:InstancePool web-asg",
    ],
    told: [
      set("groups/Web-ASG/DefaultInstanceWarmup", 120),
      set(`${policy}/EstimatedInstanceWarmup`, 120),
      set(`${policy}/TargetTrackingConfiguration/TargetValue`, 50),
    ],
  },
  {
    why: "another grace period",
    round: 1,
    edits: [{ from: "gracePeriod: 300", to: "gracePeriod: 200" }],
    expected: [
      "update autoscaling/group:Group web-asg-pool [healthCheckGracePeriod, instanceRefresh.preferences.instanceWarmup]",
      "update index:InstancePool web-asg",
    ],
    told: [set("groups/Web-ASG/HealthCheckGracePeriod", 200)],
  },
  {
    why: "other bounds of a size that the policy moved",
    round: 1,
    edits: [{ from: "min: 2, max: 4, initial: 2", to: "min: 1, max: 6, initial: 2" }],
    expected: ["update autoscaling/group:Group web-asg-pool [maxSize, minSize]", "update index:InstancePool web-asg"],
    told: [set("groups/Web-ASG/MinSize", 1), set("groups/Web-ASG/MaxSize", 6)],
  },
  {
    why: "another health check",
    round: 1,
    edits: [
      { from: "interval: 30", to: "interval: 60" },
      { from: "unhealthyThreshold: 2", to: "unhealthyThreshold: 4" },
    ],
    expected: [
      "update index:BackendSet web-tg",
      "update lb/targetGroup:TargetGroup web-tg-target-group [healthCheck.interval, healthCheck.unhealthyThreshold]",
    ],
    told: [
      groupTouched("web-tg-target-group"),
      set("targetGroups/web-tg-target-group/HealthCheckIntervalSeconds", 60),
      set("targetGroups/web-tg-target-group/UnhealthyThresholdCount", 4),
    ],
  },
  {
    why: "another image, with another text beside the version",
    round: 1,
    edits: [
      { from: 'image: "Web Server v1"', to: 'image: "Web Server v2"' },
      { file: "texts.ts", from: "Web Server v1 –", to: "Web Server v2 –" },
    ],
    expected: [
      "update autoscaling/group:Group web-asg-pool [launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, description, imageId, latestVersion]",
      "update index:InstanceTemplate web",
    ],
    told: [
      nextVersion("Web", "Web-ASG", { ImageId: "Web Server v2", VersionDescription: "Web Server v2 – port 80" }, later),
    ],
  },
  {
    why: "no metrics of the group",
    round: 2,
    edits: [{ from: "  metrics: true,\n", to: "" }],
    expected: [
      "update autoscaling/group:Group web-asg-pool [enabledMetrics[0], enabledMetrics[1], enabledMetrics[2], enabledMetrics[3], enabledMetrics[4], enabledMetrics[5], enabledMetrics[6], enabledMetrics[7]]",
      "update index:InstancePool web-asg",
    ],
    told: [set("groups/Web-ASG/EnabledMetrics", undefined)],
  },
  {
    why: "a schedule, and a target that only adds",
    round: 2,
    edits: [
      {
        from: "target: 50, warmup: 120",
        to: 'target: 50, warmup: 120, growOnly: true, schedules: { night: { cron: "0 22 * * *", timeZone: "Asia/Seoul", size: 1 } }',
      },
    ],
    expected: [
      "create autoscaling/schedule:Schedule web-asg-schedule-night",
      "update autoscaling/policy:Policy web-asg-scaling-target [targetTrackingConfiguration.disableScaleIn]",
      "update index:InstancePool web-asg",
    ],
    told: [
      set(`${policy}/TargetTrackingConfiguration/DisableScaleIn`, true),
      // Sizes of -1 are left as they are: neither the fewest nor the most are told.
      set("schedules/night", {
        AutoScalingGroupName: "Web-ASG",
        Recurrence: "0 22 * * *",
        DesiredCapacity: 1,
        TimeZone: "Asia/Seoul",
      }),
    ],
  },
  {
    why: "another port of the listener",
    round: 2,
    edits: [{ from: "loadBalancer: balancer, port: 80,", to: "loadBalancer: balancer, port: 8080," }],
    expected: [
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule web-alb-ingress-tcp-8080-internet",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule web-alb-ingress-tcp-80-internet",
      "update index:Listener http",
      "update lb/listener:Listener http-listener [port]",
    ],
    told: [
      rules({
        gone: ["web-alb-group: ingress tcp 80 0.0.0.0/0"],
        made: ["web-alb-group: ingress tcp 8080 0.0.0.0/0"],
      }),
      set("listeners/Web-ALB 8080", {
        LoadBalancerArn: "Web-ALB",
        Port: 8080,
        Protocol: "HTTP",
        SslPolicy: noPolicy,
        DefaultActions: [{ Type: "forward", TargetGroupArn: "web-tg-target-group" }],
      }),
      set("listeners/Web-ALB 80", undefined),
    ],
  },
  {
    why: "instances that open https connections only",
    round: 2,
    edits: [
      {
        from: 'placement: "private", physicalName',
        to: 'placement: "private", egress: [{ to: "anywhere", port: 443 }], physicalName',
      },
    ],
    expected: [
      "create vpc/securityGroupEgressRule:SecurityGroupEgressRule web-egress-tcp-443-any",
      "delete vpc/securityGroupEgressRule:SecurityGroupEgressRule web-egress-any",
      "update index:Tier web",
    ],
    told: [
      rules({
        gone: ["ASG-Web-Inst-SG: egress any all 0.0.0.0/0"],
        made: ["ASG-Web-Inst-SG: egress tcp 443 0.0.0.0/0"],
      }),
    ],
  },
  {
    why: "other tags of instances and of the group",
    round: 2,
    edits: [
      { from: '{ Name: "Web Instance" }', to: '{ Name: "Web Instance", team: "web" }' },
      { from: '{ Name: "ASG-Web-Instance" }', to: '{ Name: "ASG-Web-Instance", stage: "lab" }' },
    ],
    expected: [
      "update autoscaling/group:Group web-asg-pool [launchTemplate.version, tags[1]]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, latestVersion, tagSpecifications[0].tags.team, tagSpecifications[1].tags.team, tagSpecifications[2].tags.team]",
      "update index:InstancePool web-asg",
      "update index:InstanceTemplate web",
    ],
    told: [
      set("groups/Web-ASG/Tags", ["Name=ASG-Web-Instance, instances too", "stage=lab, instances too"]),
      nextVersion(
        "Web",
        "Web-ASG",
        {
          TagSpecifications: ["instance", "volume", "network-interface"].map((ResourceType) => ({
            ResourceType,
            Tags: { Name: "Web Instance", team: "web" },
          })),
        },
        later,
      ),
    ],
  },
  {
    why: "the schedule alone",
    round: 3,
    edits: [{ from: 'metric: "cpu", target: 50, warmup: 120, growOnly: true, schedules', to: "schedules" }],
    expected: [
      "delete autoscaling/policy:Policy web-asg-scaling-target",
      "update autoscaling/group:Group web-asg-pool [defaultInstanceWarmup]",
      "update index:InstancePool web-asg",
    ],
    told: [set(policy, undefined), set("groups/Web-ASG/DefaultInstanceWarmup", 300)],
  },
  ...names,
];
