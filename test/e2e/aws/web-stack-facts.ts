import { readFileSync } from "node:fs";
import { join } from "node:path";
import { alarm, balancer, group, noPolicy, targetGroup, template } from "./answers.js";
import type { Facts } from "./facts.js";

export const server = readFileSync(join(__dirname, "../../../examples/web-stack/server.sh"), "utf8");

const subnets = (place: "public" | "private") => ({
  "ap-northeast-2a": `shop-${place}-ap-northeast-2a`,
  "ap-northeast-2c": `shop-${place}-ap-northeast-2c`,
});
const members = { VPCZoneIdentifier: Object.values(subnets("private")).join(", ") };
const ofWeb = { AutoScalingGroupName: "web-pool" };
const processors = { MetricName: "CPUUtilization", Namespace: "AWS/EC2", Statistic: "Average", Dimensions: ofWeb };
const step = {
  ...ofWeb,
  PolicyType: "StepScaling",
  AdjustmentType: "ChangeInCapacity",
  MetricAggregationType: "Average",
};

/** All that AWS says of the two-tier example after its first deployment. */
export const first: Facts = {
  rules: [
    "app-group: egress any all 0.0.0.0/0",
    "app-group: ingress tcp 8080 inner-group",
    "front-group: egress tcp 5000 web-group",
    "front-group: ingress tcp 443 0.0.0.0/0",
    "front-group: ingress tcp 80 0.0.0.0/0",
    "inner-group: egress tcp 8080 app-group",
    "inner-group: ingress tcp 8080 web-group",
    "web-group: egress any all 0.0.0.0/0",
    "web-group: ingress tcp 22 10.30.0.0/24",
    "web-group: ingress tcp 5000 front-group",
  ],
  balancers: {
    "front-balancer": balancer("front", subnets("public")),
    "inner-balancer": balancer("inner", subnets("private"), { Scheme: "internal" }),
  },
  listeners: {
    "front-balancer 443": {
      LoadBalancerArn: "front-balancer",
      Port: 443,
      Protocol: "HTTPS",
      Certificates: [{ CertificateArn: "shop.example.com" }],
      SslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      DefaultActions: [{ Type: "forward", TargetGroupArn: "pages-target-group" }],
    },
    "front-balancer 80": {
      LoadBalancerArn: "front-balancer",
      Port: 80,
      Protocol: "HTTP",
      SslPolicy: noPolicy,
      DefaultActions: [
        {
          Type: "redirect",
          RedirectConfig: {
            Protocol: "HTTPS",
            Port: "443",
            Host: "#{host}",
            Path: "/#{path}",
            Query: "#{query}",
            StatusCode: "HTTP_301",
          },
        },
      ],
    },
    "inner-balancer 8080": {
      LoadBalancerArn: "inner-balancer",
      Port: 8080,
      Protocol: "HTTP",
      SslPolicy: noPolicy,
      DefaultActions: [{ Type: "forward", TargetGroupArn: "app-target-group" }],
    },
  },
  targetGroups: {
    "app-target-group": targetGroup(
      "inner-balancer",
      8080,
      { path: "/health", interval: 10, timeout: 3 },
      {
        Members: ["8080 healthy", "8080 healthy"],
      },
    ),
    "pages-target-group": targetGroup(
      "front-balancer",
      5000,
      { path: "/hello", interval: 10, timeout: 3 },
      {
        Attributes: { "stickiness.enabled": "true", "stickiness.lb_cookie.duration_seconds": "86400" },
        Members: ["5000 healthy"],
      },
    ),
  },
  templates: {
    "app-template": template("app-group", { Name: "app" }, { UserData: `#!/bin/bash\nport=8080 upstream=\n${server}` }),
    "web-template": template(
      "web-group",
      { Name: "web" },
      {
        IamInstanceProfile: { Arn: "web-profile" },
        KeyName: "ops-key-pair",
        UserData: `#!/bin/bash\nport=5000 upstream=http://inner-balancer:8080\n${server}`,
      },
    ),
  },
  groups: {
    "app-pool": group(
      "app-template",
      { min: 2, max: 2, desired: 2 },
      {
        ...members,
        TargetGroupARNs: ["app-target-group"],
        Tags: ["Name=app, instances too"],
      },
    ),
    "web-pool": group(
      "web-template",
      { min: 1, max: 2, desired: 1 },
      {
        ...members,
        TargetGroupARNs: ["pages-target-group"],
        Tags: ["Name=web, instances too"],
      },
    ),
  },
  policies: {
    "web-scaling-in": {
      ...step,
      StepAdjustments: [{ MetricIntervalUpperBound: 0, ScalingAdjustment: -1 }],
      Enabled: true,
    },
    "web-scaling-out": {
      ...step,
      StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 1 }],
      EstimatedInstanceWarmup: 300,
      Enabled: true,
    },
  },
  schedules: {},
  alarms: {
    "web-alarm-in": alarm({
      ...processors,
      AlarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
      AlarmActions: ["web-scaling-in"],
      EvaluationPeriods: 3,
      Threshold: 20,
      ComparisonOperator: "LessThanThreshold",
    }),
    "web-alarm-out": alarm({
      ...processors,
      AlarmDescription: "adds instances while it is in alarm",
      AlarmActions: ["web-scaling-out"],
      EvaluationPeriods: 3,
      Threshold: 40,
      ComparisonOperator: "GreaterThanThreshold",
    }),
  },
  dashboards: {},
  roles: {
    "web-role": {
      Path: "/",
      AssumeRolePolicyDocument: {
        Version: "2012-10-17",
        Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" } }],
      },
      Description: "instances of a template",
      MaxSessionDuration: 3600,
      Policies: [
        {
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: ["s3:GetBucketLocation", "s3:ListBucket"],
              Resource: ["arn:aws:s3:::shop-assets"],
            },
            {
              Effect: "Allow",
              Action: ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion"],
              Resource: ["arn:aws:s3:::shop-assets/*"],
            },
          ],
        },
      ],
      Profiles: ["web-profile"],
    },
  },
};
