import { isPlain } from "../../../src/core/declared.js";
import { unknown } from "../../../src/plan/model.js";
import type { Call, Place, TypeRow } from "./calls.js";
import { always, attribute, tags } from "./forms.js";
import type { Inputs } from "./resource.js";

// Source: terraform-provider-aws 6.13.0, internal/service/elbv2/*.go, read 2026-11.

const isApplication = ({ loadBalancerType }: Inputs) => loadBalancerType === "application";
const isNetwork = ({ loadBalancerType }: Inputs) => loadBalancerType === "network";

/** A path and a matcher are sent with requests only, not with TCP checks. */
const asksHttp = ({ healthCheck }: Inputs) => isPlain(healthCheck) && healthCheck.protocol !== "TCP";
const speaksHttp = ({ protocol }: Inputs) => protocol === "HTTP" || protocol === "HTTPS";
const isSticky =
  (type: string) =>
  (inputs: Inputs): boolean =>
    speaksHttp(inputs) && isPlain(inputs.stickiness) && inputs.stickiness.type === type;

const check = {
  "healthCheck.enabled": "HealthCheckEnabled",
  "healthCheck.protocol": "HealthCheckProtocol",
  "healthCheck.port": "HealthCheckPort",
  "healthCheck.interval": "HealthCheckIntervalSeconds",
  "healthCheck.timeout": "HealthCheckTimeoutSeconds",
  "healthCheck.healthyThreshold": "HealthyThresholdCount",
  "healthCheck.unhealthyThreshold": "UnhealthyThresholdCount",
  "healthCheck.path": { to: "HealthCheckPath", when: asksHttp },
  "healthCheck.matcher": { to: "Matcher.HttpCode", when: asksHttp },
} satisfies Call["inputs"];

function actions(input: string, member: string): Call["inputs"] {
  return {
    [`${input}[].type`]: [`${member}[].Type`, { to: `${member}[].Order`, as: always(1) }],
    [`${input}[].targetGroupArn`]: `${member}[].TargetGroupArn`,
  };
}

function redirects(name: string): Call["inputs"] {
  const member = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  return { [`defaultActions[].redirect.${name}`]: `DefaultActions[].RedirectConfig.${member}` };
}

function condition(field: string, config: string): Place[] {
  return [{ to: `Conditions[].${config}.Values[]` }, { to: "Conditions[].Field", as: always(field) }];
}

const listens = {
  port: "Port",
  protocol: "Protocol",
  certificateArn: "Certificates[0].CertificateArn",
  sslPolicy: "SslPolicy",
  ...actions("defaultActions", "DefaultActions"),
  ...redirects("protocol"),
  ...redirects("port"),
  ...redirects("statusCode"),
  ...redirects("host"),
  ...redirects("path"),
  ...redirects("query"),
} satisfies Call["inputs"];
const routes = {
  ...actions("actions", "Actions"),
  "conditions[].hostHeader.values[]": condition("host-header", "HostHeaderConfig"),
  "conditions[].pathPattern.values[]": condition("path-pattern", "PathPatternConfig"),
} satisfies Call["inputs"];

export const balancing: Readonly<Record<string, TypeRow>> = {
  "aws:lb/loadBalancer:LoadBalancer": {
    named: "name",
    defaults: {
      clientKeepAlive: 3600,
      idleTimeout: 60,
      enableHttp2: true,
      xffHeaderProcessingMode: "append",
      enableDeletionProtection: false,
    },
    calls: [
      {
        operation: "elbv2 CreateLoadBalancer",
        inputs: {
          name: "Name",
          loadBalancerType: "Type",
          internal: { to: "Scheme", as: always("internal"), unless: false },
          "securityGroups[]": "SecurityGroups[]",
          "subnets[]": "Subnets[]",
          "subnetMappings[].subnetId": "SubnetMappings[].SubnetId",
          "subnetMappings[].allocationId": "SubnetMappings[].AllocationId",
          tags,
        },
      },
      {
        operation: "elbv2 ModifyLoadBalancerAttributes",
        inputs: {
          "accessLogs.enabled": attribute("access_logs.s3.enabled"),
          "accessLogs.bucket": attribute("access_logs.s3.bucket"),
          enableDeletionProtection: attribute("deletion_protection.enabled"),
          enableCrossZoneLoadBalancing: attribute("load_balancing.cross_zone.enabled", { when: isNetwork }),
          clientKeepAlive: attribute("client_keep_alive.seconds", { when: isApplication }),
          idleTimeout: attribute("idle_timeout.timeout_seconds", { when: isApplication }),
          enableHttp2: attribute("routing.http2.enabled", { when: isApplication }),
          desyncMitigationMode: attribute("routing.http.desync_mitigation_mode", { when: isApplication }),
          dropInvalidHeaderFields: attribute("routing.http.drop_invalid_header_fields.enabled", {
            when: isApplication,
          }),
          xffHeaderProcessingMode: attribute("routing.http.xff_header_processing.mode", { when: isApplication }),
        },
        adds: { LoadBalancerArn: unknown },
      },
    ],
  },
  "aws:lb/targetGroup:TargetGroup": {
    named: "name",
    defaults: { "stickiness.enabled": true, "stickiness.cookieDuration": 86400 },
    calls: [
      {
        operation: "elbv2 CreateTargetGroup",
        inputs: {
          name: "Name",
          targetType: "TargetType",
          port: "Port",
          protocol: "Protocol",
          vpcId: "VpcId",
          ...check,
          tags,
        },
      },
      {
        operation: "elbv2 ModifyTargetGroupAttributes",
        onDemand: true,
        inputs: {
          "stickiness.enabled": attribute("stickiness.enabled"),
          "stickiness.type": attribute("stickiness.type"),
          "stickiness.cookieName": attribute("stickiness.app_cookie.cookie_name", { when: isSticky("app_cookie") }),
          "stickiness.cookieDuration": [
            attribute("stickiness.app_cookie.duration_seconds", { when: isSticky("app_cookie") }),
            attribute("stickiness.lb_cookie.duration_seconds", { when: isSticky("lb_cookie") }),
          ],
          deregistrationDelay: attribute("deregistration_delay.timeout_seconds"),
          loadBalancingAlgorithmType: attribute("load_balancing.algorithm.type"),
          preserveClientIp: attribute("preserve_client_ip.enabled"),
          slowStart: attribute("slow_start.duration_seconds", { unless: 0 }),
        },
        adds: { TargetGroupArn: unknown },
      },
      { operation: "elbv2 ModifyTargetGroup", inputs: check, adds: { TargetGroupArn: unknown } },
    ],
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": {
    calls: [
      {
        operation: "elbv2 RegisterTargets",
        inputs: {
          targetGroupArn: "TargetGroupArn",
          targetId: "Targets[0].Id",
          port: "Targets[0].Port",
          availabilityZone: "Targets[0].AvailabilityZone",
        },
      },
    ],
  },
  "aws:lb/listener:Listener": {
    defaults: {
      "defaultActions[].redirect.host": "#{host}",
      "defaultActions[].redirect.path": "/#{path}",
      "defaultActions[].redirect.query": "#{query}",
    },
    calls: [
      { operation: "elbv2 CreateListener", inputs: { loadBalancerArn: "LoadBalancerArn", ...listens, tags } },
      {
        operation: "elbv2 ModifyListenerAttributes",
        onDemand: true,
        inputs: {
          tcpIdleTimeoutSeconds: attribute("tcp.idle_timeout.seconds", { when: ({ protocol }) => protocol === "TCP" }),
        },
        adds: { ListenerArn: unknown },
      },
      { operation: "elbv2 ModifyListener", inputs: listens, adds: { ListenerArn: unknown } },
    ],
  },
  "aws:lb/listenerRule:ListenerRule": {
    calls: [
      { operation: "elbv2 CreateRule", inputs: { listenerArn: "ListenerArn", priority: "Priority", ...routes, tags } },
      { operation: "elbv2 ModifyRule", inputs: routes, adds: { RuleArn: unknown } },
      {
        operation: "elbv2 SetRulePriorities",
        inputs: { priority: "RulePriorities[0].Priority" },
        adds: { "RulePriorities[0].RuleArn": unknown },
      },
    ],
  },
};
