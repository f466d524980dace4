import type { Inputs, Resource } from "./resource.js";
import { sound } from "./sound.js";

/** Resources that break a rule together: the last one is to blame. */
export interface ProgramSpoil {
  readonly fact: string;
  readonly resources: readonly Resource[];
}

/** One sound resource of a type, with something else. */
function one(id: string, type: string, refers: Readonly<Record<string, string>> = {}, inputs: Inputs = {}): Resource {
  const lists = Object.entries(refers).map(([key, target]) => [key, target.split(" ")] as const);
  return { id, name: id, type, inputs: { ...sound[type], ...inputs }, refers: Object.fromEntries(lists) };
}

const balancer = (id: string, type = "application") =>
  one(id, "aws:lb/loadBalancer:LoadBalancer", {}, { loadBalancerType: type });
const targets = (id: string, inputs: Inputs = {}) => one(id, "aws:lb/targetGroup:TargetGroup", {}, inputs);
const listener = (id: string, refers: Record<string, string>, inputs: Inputs = {}) =>
  one(id, "aws:lb/listener:Listener", refers, inputs);
const tcp = { protocol: "TCP", healthCheck: { protocol: "TCP" } };
const encrypted = { protocol: "TLS", healthCheck: { protocol: "TCP" } };
const vpc = one("vpc", "aws:ec2/vpc:Vpc");
const subnet = (id: string, inputs: Inputs = {}) => one(id, "aws:ec2/subnet:Subnet", { vpcId: "vpc" }, inputs);
const ingress = (id: string) =>
  one(id, "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", { securityGroupId: "group" });
const rule = (id: string) => one(id, "aws:lb/listenerRule:ListenerRule", { listenerArn: "web" });
const pool = (refers: Record<string, string> = {}) => one("pool", "aws:autoscaling/group:Group", refers);
const schedule = (id: string, inputs: Inputs = {}) =>
  one(id, "aws:autoscaling/schedule:Schedule", { autoscalingGroupName: "pool" }, inputs);
const second = { cidrBlock: "10.20.16.0/20" };
const policy = {
  policyType: "TargetTrackingScaling",
  adjustmentType: undefined,
  metricAggregationType: undefined,
  stepAdjustments: undefined,
  targetTrackingConfiguration: {
    targetValue: 100,
    predefinedMetricSpecification: { predefinedMetricType: "ALBRequestCountPerTarget", resourceLabel: "[unknown]" },
  },
};

/** One for each rule of programs. */
export const programSpoils: readonly ProgramSpoil[] = [
  { fact: "subnets lie within their network", resources: [vpc, subnet("a", { cidrBlock: "10.21.0.0/20" })] },
  { fact: "subnets of one network lie apart", resources: [vpc, subnet("a"), subnet("b")] },
  { fact: "a security group has each rule once", resources: [ingress("a"), ingress("b")] },
  {
    fact: "listeners of one balancer have ports of their own",
    resources: [listener("a", { loadBalancerArn: "front" }), listener("b", { loadBalancerArn: "front" })],
  },
  { fact: "rules of one listener have priorities of their own", resources: [rule("a"), rule("b")] },
  {
    fact: "listeners speak what their balancer speaks",
    resources: [balancer("front", "network"), listener("web", { loadBalancerArn: "front" })],
  },
  {
    fact: "listeners forward to groups of their balancer's kind",
    resources: [targets("pages", tcp), listener("web", { defaultActions: "pages" })],
  },
  {
    fact: "a dashboard's name is letters, digits, - and _",
    resources: [
      { ...pool(), name: "a.b" },
      one("dashboard", "aws:cloudwatch/dashboard:Dashboard", { dashboardName: "pool" }),
    ],
  },
  {
    fact: "a balancer has one subnet of each zone",
    resources: [
      vpc,
      subnet("a"),
      subnet("b", second),
      one("front", "aws:lb/loadBalancer:LoadBalancer", { subnets: "a b" }),
    ],
  },
  {
    fact: "a TCP listener has TCP groups, and a TLS listener TCP and TLS ones",
    resources: [listener("web", { defaultActions: "pages" }, { protocol: "TCP" }), targets("pages", encrypted)],
  },
  {
    fact: "a target group serves one balancer",
    resources: [
      listener("a", { loadBalancerArn: "front", defaultActions: "pages" }),
      listener("b", { loadBalancerArn: "inner", defaultActions: "pages" }),
      targets("pages"),
    ],
  },
  {
    fact: "an Auto Scaling group has target groups of instances",
    resources: [targets("pages", { targetType: "ip" }), pool({ targetGroupArns: "pages" })],
  },
  {
    fact: "addresses are targets of groups of addresses",
    resources: [
      targets("pages"),
      {
        ...one("member", "aws:lb/targetGroupAttachment:TargetGroupAttachment", { targetGroupArn: "pages" }),
        inputs: { targetGroupArn: "[unknown]", targetId: "10.20.9.1", port: 80 },
      },
    ],
  },
  {
    fact: "a policy of requests names a target group of its Auto Scaling group",
    resources: [
      targets("pages"),
      pool(),
      one(
        "policy",
        "aws:autoscaling/policy:Policy",
        { autoscalingGroupName: "pool", targetTrackingConfiguration: "pages" },
        policy,
      ),
    ],
  },
  {
    fact: "scheduled actions of one group have names of their own",
    resources: [pool(), schedule("a"), schedule("b")],
  },
  {
    fact: "a scheduled action leaves its group with sizes in order",
    resources: [pool(), schedule("morning", { desiredCapacity: 5 })],
  },
];
