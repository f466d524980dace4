import { balancer, group, groupMetrics, noPolicy, targetGroup, template } from "./answers.js";
import type { Facts } from "./facts.js";

const network = { VpcId: "VPC-Lab" };

/** All that AWS says of walk-through 001 after its first deployment. */
export const first: Facts = {
  rules: [
    "ASG-Web-Inst-SG: egress any all 0.0.0.0/0",
    "ASG-Web-Inst-SG: ingress tcp 80 web-alb-group",
    "web-alb-group: egress tcp 80 ASG-Web-Inst-SG",
    "web-alb-group: ingress tcp 80 0.0.0.0/0",
  ],
  balancers: {
    "Web-ALB": balancer(
      "web-alb",
      {
        "ap-northeast-2a": "lab-public-ap-northeast-2a",
        "ap-northeast-2c": "lab-public-ap-northeast-2c",
      },
      network,
    ),
  },
  listeners: {
    "Web-ALB 80": {
      LoadBalancerArn: "Web-ALB",
      Port: 80,
      Protocol: "HTTP",
      SslPolicy: noPolicy,
      DefaultActions: [{ Type: "forward", TargetGroupArn: "web-tg-target-group" }],
    },
  },
  targetGroups: {
    "web-tg-target-group": targetGroup(
      "Web-ALB",
      80,
      { path: "/", interval: 30, timeout: 5, healthy: 5, unhealthy: 2 },
      { ...network, Members: ["80 healthy", "80 healthy"] },
    ),
  },
  templates: {
    Web: template(
      "ASG-Web-Inst-SG",
      { Name: "Web Instance" },
      { ImageId: "Web Server v1", InstanceType: "t2.micro", VersionDescription: "Web Server v1 – port 80" },
    ),
  },
  groups: {
    "Web-ASG": group(
      "Web",
      { min: 2, max: 4, desired: 2 },
      {
        VPCZoneIdentifier: "lab-private-ap-northeast-2a, lab-private-ap-northeast-2c",
        TargetGroupARNs: ["web-tg-target-group"],
        EnabledMetrics: groupMetrics,
        Tags: ["Name=ASG-Web-Instance, instances too"],
      },
    ),
  },
  policies: {
    "web-asg-scaling-target": {
      AutoScalingGroupName: "Web-ASG",
      PolicyType: "TargetTrackingScaling",
      EstimatedInstanceWarmup: 300,
      TargetTrackingConfiguration: {
        PredefinedMetricSpecification: { PredefinedMetricType: "ASGAverageCPUUtilization" },
        TargetValue: 30,
        DisableScaleIn: false,
      },
      Enabled: true,
    },
  },
  schedules: {},
  alarms: {},
  dashboards: {},
  roles: {},
};
