import { given, planned, type Row, reference, type Step } from "./row.js";

const [zoneA, zoneC] = ["ap-northeast-2a", "ap-northeast-2c"];

const subnet = (place: string, zone: string) => ({ type: "aws:ec2/subnet:Subnet", name: `lab-${place}-${zone}` });
const balancer = { type: "aws:lb/loadBalancer:LoadBalancer", name: "web-alb-balancer" };
const listener = { type: "aws:lb/listener:Listener", name: "http-listener" };
const set = { type: "aws:lb/targetGroup:TargetGroup", name: "web-tg-target-group" };
const members = { type: "aws:ec2/securityGroup:SecurityGroup", name: "web-group" };
const ingress = (name: string) => ({ type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name });
const egress = (name: string) => ({ type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", name });

const template = { type: "aws:ec2/launchTemplate:LaunchTemplate", name: "web-template" };
const group = { type: "aws:autoscaling/group:Group", name: "web-asg-pool" };
const policy = { type: "aws:autoscaling/policy:Policy", name: "web-asg-scaling-target" };

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
    expected: {
      refused: "a target group that a listener uses cannot be replaced under its own name",
      when: { file: "index.ts", from: 'BackendSet("web-tg", {', to: 'BackendSet("web-tg", { physicalName: "Web-TG",' },
    },
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

const groupMetrics = [
  "GroupMinSize",
  "GroupMaxSize",
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupPendingInstances",
  "GroupStandbyInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];

const scaling: Row[] = [
  ...planned("001 LT 2: Web", template, { name: "Web" }),
  ...planned("001 LT 2: version description, with its dash", template, { description: "Web Server v1 – port 80" }),
  { step: "001 LT 2: guidance box", expected: { told: "checks a form there; the API has no such option" } },
  ...given("001 LT 3: image Web Server v1", { "images.Web Server v1.id": "ami-0123456789abcdef0" }),
  ...planned("001 LT 3", template, { imageId: "ami-0123456789abcdef0", instanceType: "t2.micro", keyName: undefined }),
  ...planned("001 LT 4: the members' group", template, { "networkInterfaces[0].securityGroups": [reference] }),
  ...planned("001 LT 5: Name = Web Instance on instances", template, {
    "tagSpecifications[0].resourceType": "instance",
    "tagSpecifications[0].tags.Name": "Web Instance",
  }),
  ...planned("001 LT 5: Name = Web Instance on volumes", template, {
    "tagSpecifications[1].resourceType": "volume",
    "tagSpecifications[1].tags.Name": "Web Instance",
  }),
  ...planned("001 ASG 2", group, { name: "Web-ASG", launchTemplate: { id: reference, version: reference } }),
  ...planned("001 ASG 3: private subnets A and C", group, { vpcZoneIdentifiers: [reference, reference] }),
  ...planned("001 ASG 4: attached to Web-TG", group, { targetGroupArns: [reference] }),
  ...planned("001 ASG 4: all group metrics", group, { enabledMetrics: groupMetrics, metricsGranularity: "1Minute" }),
  ...planned("001 ASG 4: grace period", group, { healthCheckGracePeriod: 300 }),
  ...planned("001 ASG 5", group, { desiredCapacity: 2, minSize: 2, maxSize: 4 }),
  {
    step: "001 ASG 5: the size belongs to the policy",
    expected: { ...group, option: "ignoreChanges", value: ["desiredCapacity"] },
  },
  ...planned("001 ASG 6: target tracking of CPU at 30", policy, {
    policyType: "TargetTrackingScaling",
    "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType": "ASGAverageCPUUtilization",
    "targetTrackingConfiguration.targetValue": 30,
  }),
  ...planned("001 ASG 6: warm-up", group, { defaultInstanceWarmup: 300 }),
  { step: "001 ASG 7: no notifications", expected: { absent: "aws:autoscaling/notification:Notification" } },
  ...planned("001 ASG 8: Name = ASG-Web-Instance, propagated", group, {
    tags: [{ key: "Name", value: "ASG-Web-Instance", propagateAtLaunch: true }],
  }),
];

const tracked = { type: group.type, name: "web-pool" };
const tracking = { type: policy.type, name: "web-scaling-target" };
const alarm = (name: string) => ({ type: "aws:cloudwatch/metricAlarm:MetricAlarm", name: `web-alarm-${name}` });
const subnets = ["04", "05", "06"].map((end) => `subnet-0123456789abcde${end}`);

const topic = ["arn:aws:sns:ap-northeast-2:123456789012:ops"];

/** A metric that a widget of the dashboard shows. */
function shown(step: string, widget: number, metric: string, line = 0): Row[] {
  const at = `widgets[${widget}].properties.metrics[${line}][1]`;
  const place = { component: "instancePool:web", document: "dashboard.dashboardBody" };
  return [{ step, expected: { ...place, at, value: metric } }];
}

const following: Row[] = [
  ...planned("003 step 1: instances", template, { imageId: "ami-0123456789abcdef0", instanceType: "t3.micro" }),
  ...planned("003 step 2: a template in place of a launch configuration", tracked, {
    launchTemplate: { id: reference, version: reference },
    launchConfiguration: undefined,
  }),
  ...planned("003 step 2: several subnets, and no list of zones", tracked, {
    vpcZoneIdentifiers: subnets,
    availabilityZones: undefined,
  }),
  ...planned("003 step 2: a target group in place of load-balancer-names", tracked, {
    targetGroupArns: [reference],
    loadBalancers: undefined,
  }),
  ...planned("003 step 2", tracked, { minSize: 2, maxSize: 4, desiredCapacity: 2 }),
  ...planned("003 step 3: target tracking of CPU at 80", tracking, {
    policyType: "TargetTrackingScaling",
    "targetTrackingConfiguration.predefinedMetricSpecification.predefinedMetricType": "ASGAverageCPUUtilization",
    "targetTrackingConfiguration.targetValue": 80,
  }),
  ...planned("003 step 3: scale-out cooldown 300", tracking, { estimatedInstanceWarmup: 300, cooldown: undefined }),
  {
    step: "003 step 3: scale-out cooldown 300, which EC2 has not",
    expected: { note: "near:instancePool.autoscaling.cooldown.out", says: "is the warm-up of new instances" },
  },
  {
    step: "003 step 3: scale-in cooldown 300, which EC2 has not",
    expected: { note: "near:instancePool.autoscaling.cooldown.in", says: "nothing rests after instances are removed" },
  },
  ...planned("003 step 4: detailed monitoring", template, { "monitoring.enabled": true }),
  ...planned("003 step 4: group metrics", tracked, { enabledMetrics: groupMetrics }),
  ...shown("003 step 4: dashboard of sizes", 0, "GroupDesiredCapacity", 2),
  ...shown("003 step 4: dashboard of processors", 1, "CPUUtilization"),
  ...shown("003 step 4: dashboard of requests", 2, "RequestCount"),
  ...shown("003 step 4: dashboard of healthy members", 3, "HealthyHostCount"),
  ...shown("003 step 4: dashboard of server errors", 4, "HTTPCode_ELB_5XX_Count"),
  ...planned("003 step 4: alarm of unhealthy members", alarm("unhealthy-front-pages-d852cc34"), {
    metricName: "UnHealthyHostCount",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 0,
    alarmActions: topic,
  }),
  ...planned("003 step 4: alarm of server errors", alarm("server-errors-front"), {
    metricName: "HTTPCode_ELB_5XX_Count",
    comparisonOperator: "GreaterThanThreshold",
    threshold: 10,
    alarmActions: topic,
  }),
  ...planned("003 step 4: alarm of too few members", alarm("below-minimum"), {
    "metricQueries[0].expression": "inService - least",
    "metricQueries[1].metric.metricName": "GroupInServiceInstances",
    "metricQueries[2].metric.metricName": "GroupMinSize",
    comparisonOperator: "LessThanThreshold",
    threshold: 0,
    alarmActions: topic,
  }),
  ...given("003 step 4: who is told", { "topics.ops": topic[0] }),
];

export const aws: readonly Step[] = [
  ...[...network, ...balancing, ...scaling].map((row) => ({ ...row, example: "aws-alb-autoscaling" })),
  ...following.map((row) => ({ ...row, example: "aws-cpu-tracking" })),
];
