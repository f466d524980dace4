import { noPolicy, targetGroup } from "./answers.js";
import type { ToldAlteration } from "./life.js";
import { nextVersion, rules, set, usualRefresh } from "./told.js";
import { server } from "./web-stack-facts.js";
import { httpsBegins, reports, route, thresholds } from "./web-stack-texts.js";

/** A rollout, one more set, and no policy. */
export const growth: readonly ToldAlteration[] = [
  {
    why: "another port of a listener, of which servers of the tier before it are told",
    round: 2,
    edits: [{ from: "loadBalancer: inner, port: 8080", to: "loadBalancer: inner, port: 8081" }],
    expected: [
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule inner-ingress-tcp-8081-tier-web",
      "delete vpc/securityGroupIngressRule:SecurityGroupIngressRule inner-ingress-tcp-8080-tier-web",
      "update autoscaling/group:Group web-pool [launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, latestVersion, userData]",
      "update index:Listener app",
      "update lb/listener:Listener app-listener [port]",
    ],
    told: [
      rules({
        gone: ["inner-group: ingress tcp 8080 web-group"],
        made: ["inner-group: ingress tcp 8081 web-group"],
      }),
      set("listeners/inner-balancer 8081", {
        LoadBalancerArn: "inner-balancer",
        Port: 8081,
        Protocol: "HTTP",
        SslPolicy: noPolicy,
        DefaultActions: [{ Type: "forward", TargetGroupArn: "app-target-group" }],
      }),
      set("listeners/inner-balancer 8080", undefined),
      nextVersion("web-template", "web-pool", {
        UserData: `#!/bin/bash\nport=5000 upstream=http://inner-balancer:8081\n${server}`,
      }),
    ],
  },
  {
    why: "another image",
    round: 2,
    edits: [{ from: 'tier: web,\n  image: "web"', to: 'tier: web,\n  image: "next"' }],
    expected: [
      "update autoscaling/group:Group web-pool [launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate web-template [defaultVersion, imageId, latestVersion]",
      "update index:InstanceTemplate web",
    ],
    told: [nextVersion("web-template", "web-pool", { ImageId: "next" })],
  },
  {
    why: "another machine, and the rollout's pace",
    round: 2,
    edits: [
      { from: 'image: "web",\n  machine: "small"', to: 'image: "web",\n  machine: "large"' },
      { from: "size: 3 }", to: "size: 3, rollout: { minimumHealthy: 50, pause: 60 } }" },
    ],
    expected: [
      "update autoscaling/group:Group app-pool [instanceRefresh.preferences.instanceWarmup, instanceRefresh.preferences.maxHealthyPercentage, instanceRefresh.preferences.minHealthyPercentage, launchTemplate.version]",
      "update ec2/launchTemplate:LaunchTemplate app-template [defaultVersion, instanceType, latestVersion]",
      "update index:InstancePool app",
      "update index:InstanceTemplate app",
    ],
    told: [
      nextVersion(
        "app-template",
        "app-pool",
        { InstanceType: "t3.large" },
        { ...usualRefresh, MinHealthyPercentage: 50, MaxHealthyPercentage: 100, InstanceWarmup: 60 },
      ),
    ],
  },
  {
    why: "one more backend set, behind a route",
    round: 2,
    edits: [
      { from: httpsBegins, to: reports },
      { from: "backendSet: pages,\n  hostname", to: `backendSet: pages,\n${route}\n  hostname` },
      { from: "backendSets: [pages]", to: "backendSets: [pages, reports]" },
    ],
    expected: [
      "create index:BackendSet reports",
      "create lb/listenerRule:ListenerRule https-route-1",
      "create lb/targetGroup:TargetGroup reports-target-group",
      "create vpc/securityGroupEgressRule:SecurityGroupEgressRule front-egress-tcp-5001-tier-web",
      "create vpc/securityGroupIngressRule:SecurityGroupIngressRule web-ingress-tcp-5001-balancer-front",
      "update autoscaling/group:Group web-pool [targetGroupArns[1]]",
      "update index:InstancePool web",
      "update index:Listener https",
    ],
    told: [
      rules({
        made: ["front-group: egress tcp 5001 web-group", "web-group: ingress tcp 5001 front-group"],
      }),
      set("targetGroups/reports-target-group", {
        ...targetGroup("front-balancer", 5001, { path: "/reports", interval: 30, timeout: 6 }),
        Members: ["5001 healthy", "5001 healthy"],
      }),
      set("listeners/front-balancer 443/Rules", [
        {
          Priority: "1",
          Conditions: [{ Field: "path-pattern", PathPatternConfig: { Values: ["/reports/*"] } }],
          Actions: [{ Type: "forward", TargetGroupArn: "reports-target-group" }],
        },
      ]),
      set("groups/web-pool/TargetGroupARNs", ["pages-target-group", "reports-target-group"]),
    ],
  },
  {
    why: "a newer TLS only",
    round: 2,
    edits: [{ from: 'certificate: "shop"', to: 'certificate: "shop",\n  minimumTls: "1.3"' }],
    expected: ["update index:Listener https", "update lb/listener:Listener https-listener [sslPolicy]"],
    told: [set("listeners/front-balancer 443/SslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06")],
  },
  {
    why: "further rights",
    round: 2,
    edits: [{ from: 'verb: "read"', to: 'verb: "manage"' }],
    expected: ["update iam/rolePolicy:RolePolicy web-role-policy [policy]", "update index:DynamicGroupPolicy web"],
    told: [
      set("roles/web-role/Policies/0/Statement/0/Action", [
        "s3:CreateBucket",
        "s3:DeleteBucket",
        "s3:GetBucketLocation",
        "s3:ListBucket",
        "s3:ListBucketMultipartUploads",
        "s3:ListBucketVersions",
      ]),
      set("roles/web-role/Policies/0/Statement/1/Action", [
        "s3:AbortMultipartUpload",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:GetObject",
        "s3:GetObjectTagging",
        "s3:GetObjectVersion",
        "s3:ListMultipartUploadParts",
        "s3:PutObject",
        "s3:PutObjectTagging",
      ]),
    ],
  },
  {
    why: "no policy any more",
    round: 2,
    edits: [
      { from: "  size: { min: 1, max: 4 },\n", to: "  size: 2,\n" },
      { from: thresholds, to: "" },
    ],
    expected: [
      "delete autoscaling/policy:Policy web-scaling-in",
      "delete autoscaling/policy:Policy web-scaling-out",
      "delete cloudwatch/metricAlarm:MetricAlarm web-alarm-in",
      "delete cloudwatch/metricAlarm:MetricAlarm web-alarm-out",
      "update autoscaling/group:Group web-pool [maxSize, minSize]",
      "update index:InstancePool web",
    ],
    told: [
      set("policies/web-scaling-in", undefined),
      set("policies/web-scaling-out", undefined),
      set("alarms/web-alarm-in", undefined),
      set("alarms/web-alarm-out", undefined),
      set("groups/web-pool/MinSize", 2),
      set("groups/web-pool/MaxSize", 2),
    ],
  },
];
