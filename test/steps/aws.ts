import type { Step } from "./row.js";

const example = "aws-alb-autoscaling";
const [zoneA, zoneC] = ["ap-northeast-2a", "ap-northeast-2c"];
/** The id of another resource. */
const reference = "[unknown]";
const later = { later: "compute half" } as const;

const subnet = (place: string, zone: string) => ({ type: "aws:ec2/subnet:Subnet", name: `lab-${place}-${zone}` });
const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", name: "web-alb-balancer" };
const listener = { type: "aws:lb/listener:Listener", name: "http-listener" };
const set = { type: "aws:lb/targetGroup:TargetGroup", name: "web-tg-target-group" };
const members = { type: "aws:ec2/securityGroup:SecurityGroup", name: "web-group" };
const ingress = (name: string) => ({ type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name });
const egress = (name: string) => ({ type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", name });

type Row = Omit<Step, "example">;

/** One row of the table, each of its values a step. */
function planned(
  step: string,
  resource: { type: string; name: string },
  values: Readonly<Record<string, unknown>>,
): Row[] {
  return Object.entries(values).map(([property, value]) => ({
    step: `${step}: ${property}`,
    expected: { ...resource, property, value },
  }));
}

function afterwards(step: string, ...parts: string[]): Row[] {
  return parts.map((part) => ({ step: `${step}: ${part}`, expected: later }));
}

const network: Row[] = [
  { step: "001 VPC-Lab: zone A", expected: { setting: "zones[0]", value: zoneA } },
  { step: "001 VPC-Lab: zone C", expected: { setting: "zones[1]", value: zoneC } },
  ...planned("001 VPC-Lab", { type: "aws:ec2/vpc:Vpc", name: "lab-vpc" }, { "tags.Name": "VPC-Lab" }),
  ...planned("001 VPC-Lab: public subnet A", subnet("public", zoneA), { availabilityZone: zoneA }),
  ...planned("001 VPC-Lab: public subnet C", subnet("public", zoneC), { availabilityZone: zoneC }),
  ...planned("001 VPC-Lab: private subnet A", subnet("private", zoneA), { availabilityZone: zoneA }),
  ...planned("001 VPC-Lab: private subnet C", subnet("private", zoneC), { availabilityZone: zoneC }),
  ...planned(
    "001 VPC-Lab: the way in",
    { type: "aws:ec2/route:Route", name: "lab-public-route" },
    { destinationCidrBlock: "0.0.0.0/0", gatewayId: reference },
  ),
  ...planned(
    "001 VPC-Lab: the way out",
    { type: "aws:ec2/route:Route", name: `lab-private-route-${zoneC}` },
    { destinationCidrBlock: "0.0.0.0/0", natGatewayId: reference },
  ),
];

const balancing: Row[] = [
  ...planned("001 ALB 3: internet-facing", balancer, {
    name: "Web-ALB",
    loadBalancerType: "application",
    internal: false,
  }),
  ...planned("001 ALB 3: HTTP 80", listener, {
    protocol: "HTTP",
    port: 80,
    "defaultActions[0].type": "forward",
    "defaultActions[0].targetGroupArn": reference,
    loadBalancerArn: reference,
  }),
  ...planned("001 ALB 4: two zones", balancer, { subnets: [reference, reference] }),
  ...planned("001 ALB 5: the warning about HTTPS is passed over", listener, {
    certificateArn: undefined,
    sslPolicy: undefined,
  }),
  ...planned(
    "001 ALB 6: Web-ALB-SG, of this balancer alone",
    { type: members.type, name: "web-alb-group" },
    { description: "load balancer" },
  ),
  ...planned("001 ALB 6: Web-ALB-SG, used", balancer, { securityGroups: [reference] }),
  ...planned("001 ALB 6: HTTP from anywhere", ingress("web-alb-ingress-tcp-80-internet"), {
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    cidrIpv4: "0.0.0.0/0",
  }),
  ...planned("001 ALB 6: out to the members", egress("web-alb-egress-tcp-80-tier-web"), {
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    referencedSecurityGroupId: reference,
  }),
  {
    step: "001 ALB 7: Web-TG as a fixed name",
    expected: { refused: "a target group that a listener uses cannot be replaced under its own name" },
  },
  ...planned("001 ALB 7: Web-TG", set, { targetType: "instance", protocol: "HTTP", port: 80, vpcId: reference }),
  ...planned("001 ALB 7: the console's health check", set, {
    "healthCheck.protocol": "HTTP",
    "healthCheck.path": "/",
    "healthCheck.healthyThreshold": 5,
    "healthCheck.unhealthyThreshold": 2,
    "healthCheck.timeout": 5,
    "healthCheck.interval": 30,
    "healthCheck.matcher": "200",
  }),
  ...planned("001 SG: ASG-Web-Inst-SG", members, { name: "ASG-Web-Inst-SG" }),
  ...planned("001 SG: HTTP from the balancer's group", ingress("web-ingress-tcp-80-balancer-web-alb"), {
    ipProtocol: "tcp",
    fromPort: 80,
    toPort: 80,
    referencedSecurityGroupId: reference,
    cidrIpv4: undefined,
  }),
  ...planned("001 SG: outbound as it is", egress("web-egress-any"), { ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" }),
];

const scaling: Row[] = [
  ...afterwards("001 LT 2", "name Web", "version description", "guidance box"),
  ...afterwards("001 LT 3", "image Web Server v1", "t2.micro", "no key pair"),
  ...afterwards("001 LT 4", "the members' group"),
  ...afterwards("001 LT 5", "Name = Web Instance on instances", "Name = Web Instance on volumes"),
  ...afterwards("001 ASG 2", "Web-ASG", "the template at its newest version"),
  ...afterwards("001 ASG 3", "private subnets A and C"),
  ...afterwards("001 ASG 4", "attached to Web-TG", "group metrics, all eight"),
  ...afterwards("001 ASG 5", "desired 2", "minimum 2", "maximum 4"),
  ...afterwards("001 ASG 6", "target tracking of CPU at 30"),
  ...afterwards("001 ASG 7", "no notifications"),
  ...afterwards("001 ASG 8", "Name = ASG-Web-Instance, propagated"),
  ...afterwards("003 step 1", "instances"),
  ...afterwards("003 step 2", "a template in place of a launch configuration", "several subnets, and no list of zones"),
  ...planned("003 step 2: a target group in place of load-balancer-names", set, { targetType: "instance" }),
  ...afterwards("003 step 2", "minimum 2", "maximum 4", "desired 2"),
  ...afterwards("003 step 3", "target tracking of CPU at 80", "scale-out cooldown 300", "scale-in cooldown 300"),
  ...afterwards("003 step 4", "detailed monitoring", "group metrics", "a dashboard", "alarms"),
];

export const aws: readonly Step[] = [...network, ...balancing, ...scaling].map((row) => ({ ...row, example }));
