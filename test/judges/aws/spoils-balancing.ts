import { unknown } from "../../../src/plan/model.js";
import type { Spoil } from "./spoil.js";

const targets = "aws:lb/targetGroup:TargetGroup";
const listener = "aws:lb/listener:Listener";
const balancer = "aws:lb/loadBalancer:LoadBalancer";
const long = (length: number) => "x".repeat(length);

/** One for each rule. */
export const balancingSpoils: readonly Spoil[] = [
  [
    balancer,
    "name",
    "internal-shop",
    "name must be 1..32 letters, digits and inner hyphens, not beginning with internal-",
  ],
  [balancer, "subnets", [unknown], "the whole must have subnets in two zones where it is an application balancer"],
  [balancer, "subnetMappings", [{ subnetId: unknown }], "the whole must have either subnets or mappings"],
  [
    balancer,
    "",
    {
      loadBalancerType: "network",
      internal: true,
      subnets: undefined,
      subnetMappings: [{ subnetId: unknown, allocationId: unknown }],
    },
    "the whole must have addresses of its own only where it is public",
  ],
  [targets, "name", long(33), "name must be 1..32 letters, digits and inner hyphens"],
  [targets, "healthCheck.path", "ready", "healthCheck.path must begin with a slash"],
  [targets, "healthCheck.port", "65536", "healthCheck.port must be traffic-port or a port"],
  [targets, "healthCheck.timeout", 30, "the whole must time a check out before the next one"],
  [
    targets,
    "healthCheck.protocol",
    "TCP",
    'healthCheck.path "/" is dropped by the provider before elbv2 CreateTargetGroup',
    'healthCheck.path "/" is dropped by the provider before elbv2 ModifyTargetGroup',
    "the whole must check with TCP only what is not HTTP",
  ],
  [
    targets,
    "healthCheck.matcher",
    "500",
    "the whole must wait for codes of 200..499, or of 200..599 behind a network balancer",
  ],
  [targets, "stickiness", { type: "source_ip" }, "the whole must have a stickiness of its protocol"],
  [targets, "stickiness", { type: "app_cookie" }, "the whole must name the application's cookie"],
  [
    targets,
    "",
    { slowStart: 30, loadBalancingAlgorithmType: "least_outstanding_requests" },
    "the whole must start slowly with round robin only",
  ],
  [
    listener,
    "sslPolicy",
    "TLS-1-2",
    "the whole must have a certificate and a policy exactly where it is encrypted",
    "sslPolicy must be a policy's name",
  ],
  [
    listener,
    "defaultActions",
    [],
    "elbv2 CreateListener DefaultActions: is missing",
    "defaultActions must be one action",
  ],
  [
    listener,
    "defaultActions[0]",
    { type: "redirect", redirect: { protocol: "HTTPS", port: "0", statusCode: "HTTP_301" } },
    "defaultActions[].redirect.port must be a port",
  ],
  [
    listener,
    "defaultActions[0]",
    { type: "redirect", redirect: { protocol: "HTTP", port: "80", statusCode: "HTTP_301" } },
    "the whole must redirect to another place, and from HTTPS to HTTPS only",
  ],
  [listener, "protocol", "HTTPS", "the whole must have a certificate and a policy exactly where it is encrypted"],
  [
    "aws:lb/listenerRule:ListenerRule",
    "conditions[0].pathPattern.values",
    ["/1", "/2", "/3", "/4", "/5", "/6"],
    "conditions must have five values at most",
  ],
  [
    "aws:lb/listenerRule:ListenerRule",
    "conditions[0]",
    { hostHeader: { values: ["shop.k2"] } },
    "conditions[].hostHeader.values[] must be a name of 128 characters at most, with letters alone after its last dot",
  ],
  [
    "aws:lb/listenerRule:ListenerRule",
    "conditions[0].pathPattern.values",
    ["/shöp"],
    "conditions[].pathPattern.values[] must be a path of 128 characters at most, of those that patterns have",
  ],
];
