// Sources: botocore 1.43.11 service models of elbv2, autoscaling, ec2, cloudwatch, iam; Amazon EC2 Auto Scaling user guide (limits,
// schedules, target tracking, instance refresh); pulumi-aws 7.48 provider (names that it makes: `-` and 7 digits behind the
// logical name); read 2026-11.
import type { Accepted } from "./accepted.js";
import { awsScaling } from "./aws-scaling.js";
import { among, bySettings, count, document, encoded, of, port, range, test, text, whole } from "./forms.js";

interface Tested {
  [key: string]: unknown;
}

const tagged = test<Record<string, string>>("be up to 50 labels with keys of 1..128 and values of up to 256", (tags) =>
  Object.entries(tags).every(
    ([key, value], index) =>
      index < 50 && key.length > 0 && key.length <= 128 && !/^aws:/i.test(key) && String(value).length <= 256,
  ));
const groupText = text(0, 255, /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/);

const codes = test<string>("be status codes from 200 on", (matcher) =>
  /^\d{3}([,-]\d{3})*$/.test(matcher) &&
  matcher.split(/[,-]/).every((code) => Number(code) >= 200 && Number(code) <= 599));

interface Check {
  protocol: string;
  interval: number;
  timeout: number;
}
interface Group {
  protocol: string;
  healthCheck: Check;
  slowStart?: number;
  loadBalancingAlgorithmType?: string;
  stickiness?: { type: string; cookieName?: string };
}

const isHttp = (protocol: string) => protocol === "HTTP" || protocol === "HTTPS";

const kindOfStickiness = ({ protocol, stickiness }: Group) => {
  if (!stickiness) return true;
  return isHttp(protocol)
    ? ["lb_cookie", "app_cookie"].includes(stickiness.type)
    : stickiness.type === "source_ip" && protocol !== "TLS";
};

interface Rule extends Tested {
  ipProtocol: string;
  fromPort?: number;
  toPort?: number;
}
const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

const ruleTests = {
  "": [
    test<Rule>("have ports with tcp and udp and none with -1", ({ ipProtocol, fromPort, toPort }) =>
      ipProtocol === "-1"
        ? fromPort === undefined && toPort === undefined
        : fromPort !== undefined && toPort !== undefined && fromPort <= toPort),
    test<Rule>("have one peer", (rule) => peers.filter((peer) => rule[peer] !== undefined).length === 1),
  ],
  ipProtocol: among("tcp", "udp", "icmp", "-1"),
  fromPort: port,
  toPort: port,
  cidrIpv4: range,
  description: groupText,
};

interface Listener {
  protocol: string;
  certificateArn?: unknown;
  sslPolicy?: unknown;
}
interface Template {
  vpcSecurityGroupIds?: unknown;
  networkInterfaces?: readonly { securityGroups?: unknown }[];
}

export const aws: readonly Accepted[] = [
  ...of("aws:", { tags: tagged }),
  ...of("aws:ec2/vpc:Vpc", { cidrBlock: range }),
  ...of("aws:ec2/subnet:Subnet", { cidrBlock: range }),
  ...of("aws:ec2/securityGroup:SecurityGroup", {
    name: text(1, 255, /^(?!sg-)[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]+$/i),
    description: groupText,
    "@name": text(1, 247, /^(?!sg-)/i),
  }),
  ...of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", ruleTests),
  ...of("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", ruleTests),
  ...of("aws:lb/loadBalancer:LoadBalancer", {
    "": [
      test<Tested>("have two subnets for an application balancer", ({ loadBalancerType, subnets }) =>
        loadBalancerType !== "application" || (Array.isArray(subnets) && subnets.length >= 2)),
      test<Tested>("have either subnets or mappings", ({ subnets, subnetMappings }) =>
        (subnets === undefined) !== (subnetMappings === undefined)),
    ],
    name: text(1, 32, /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/),
    "@name": text(1, 24, /^(?!internal-)[A-Za-z0-9][A-Za-z0-9-]*$/),
    desyncMitigationMode: among("monitor", "defensive", "strictest"),
  }),
  ...bySettings(
    of("aws:lb/loadBalancer:LoadBalancer", { idleTimeout: whole(1, 4000), clientKeepAlive: whole(60, 604800) }),
  ),
  ...of("aws:lb/targetGroup:TargetGroup", {
    "": [
      test<Group>("have a check that is answered before the next one", ({ healthCheck: { interval, timeout } }) =>
        timeout < interval),
      test<Group>("have a TCP check on TCP and TLS groups only", ({ protocol, healthCheck }) =>
        healthCheck.protocol !== "TCP" || !isHttp(protocol)),
      test<Group>("grow shares with turns only", ({ slowStart = 0, loadBalancingAlgorithmType = "round_robin" }) =>
        slowStart === 0 || loadBalancingAlgorithmType === "round_robin"),
      test<Group>("have a stickiness of its protocol", kindOfStickiness),
      test<Group>("name the application's cookie", ({ stickiness }) =>
        stickiness?.type !== "app_cookie" || stickiness.cookieName !== undefined),
    ],
    "@name": text(1, 24, /^[A-Za-z0-9][A-Za-z0-9-]*$/),
    port,
    protocol: among("HTTP", "HTTPS", "TCP", "TLS"),
    targetType: among("instance", "ip"),
    loadBalancingAlgorithmType: among("round_robin", "least_outstanding_requests"),
    slowStart: test<number>("be 0 or 30..900", (seconds) => seconds === 0 || (seconds >= 30 && seconds <= 900)),
    deregistrationDelay: whole(0, 3600),
    preserveClientIp: among("true", "false"),
    "stickiness.cookieDuration": whole(1, 604800),
    "stickiness.cookieName": text(1, 255, /^(?!AWSALB)[^\s,;]+$/),
    "healthCheck.protocol": among("HTTP", "HTTPS", "TCP"),
    "healthCheck.path": text(1, 1024, /^\/\S*$/),
    "healthCheck.port": text(1, 12, /^(traffic-port|\d{1,5})$/),
    "healthCheck.interval": whole(5, 300),
    "healthCheck.timeout": whole(2, 120),
    "healthCheck.healthyThreshold": whole(2, 10),
    "healthCheck.unhealthyThreshold": whole(2, 10),
    "healthCheck.matcher": codes,
  }),
  ...of("aws:lb/targetGroupAttachment:TargetGroupAttachment", { port }),
  ...of("aws:lb/listener:Listener", {
    "": test<Listener>("have a certificate and a policy where it is encrypted, and nowhere else", ({
      protocol,
      certificateArn,
      sslPolicy,
    }) =>
      protocol === "HTTPS" || protocol === "TLS"
        ? certificateArn !== undefined && sslPolicy !== undefined
        : certificateArn === undefined && sslPolicy === undefined),
    port,
    protocol: among("HTTP", "HTTPS", "TCP", "TLS"),
    sslPolicy: text(1, 100, /^ELBSecurityPolicy-/),
    tcpIdleTimeoutSeconds: whole(60, 6000),
    defaultActions: count(1, 1),
    "defaultActions[].type": among("forward", "redirect"),
    "defaultActions[].redirect.statusCode": among("HTTP_301", "HTTP_302"),
    "defaultActions[].redirect.port": text(1, 5, /^\d+$/),
  }),
  ...of("aws:lb/listenerRule:ListenerRule", {
    priority: whole(1, 50000),
    "conditions[].hostHeader.values": count(1, 5),
    "conditions[].pathPattern.values": count(1, 5),
  }),
  ...of("aws:ec2/launchTemplate:LaunchTemplate", {
    "": test<Template>("name its groups in one place", ({ vpcSecurityGroupIds, networkInterfaces }) =>
      (vpcSecurityGroupIds === undefined) !== (networkInterfaces?.[0]?.securityGroups === undefined)),
    name: text(3, 128, /^[A-Za-z0-9()./_-]+$/),
    "@name": text(1, 120, /^[A-Za-z0-9()./_-]+$/),
    userData: encoded(16384),
    imageId: text(1, 2048, /^(ami-|resolve:ssm:)/),
    "metadataOptions.httpTokens": among("required"),
    "metadataOptions.httpPutResponseHopLimit": whole(1, 64),
    "tagSpecifications[].resourceType": among("instance", "volume", "network-interface"),
    "tagSpecifications[].tags": tagged,
    "blockDeviceMappings[].ebs.encrypted": among("true", "false"),
    "blockDeviceMappings[].ebs.deleteOnTermination": among("true", "false"),
    "blockDeviceMappings[].ebs.volumeSize": whole(1, 65536),
  }),
  ...of("aws:ec2/amiFromInstance:AmiFromInstance", { name: text(3, 128, /^[A-Za-z0-9 ()[\]./\-'@_]+$/) }),
  ...of("aws:iam/role:Role", {
    name: text(1, 64, /^[\w+=,.@-]+$/),
    "@name": text(1, 56, /^[\w+=,.@-]+$/),
    description: text(0, 1000),
    assumeRolePolicy: document,
  }),
  ...of("aws:iam/instanceProfile:InstanceProfile", {
    name: text(1, 128, /^[\w+=,.@-]+$/),
    "@name": text(1, 120, /^[\w+=,.@-]+$/),
  }),
  ...of("aws:iam/rolePolicy:RolePolicy", { policy: [document, text(1, 10240)] }),
  ...awsScaling,
];
