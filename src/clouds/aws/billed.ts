// Sources: price pages of Amazon VPC (NAT gateways, public IPv4 addresses), Elastic Load Balancing, CloudWatch (alarms, dashboards)
// and Amazon EBS (snapshots behind images); read 2026-11.
import type { Reviewed } from "../../core/review.js";

const names: ReadonlyMap<string, string> = new Map([
  ["aws:ec2/natGateway:NatGateway", "NAT gateway"],
  ["aws:ec2/eip:Eip", "public address"],
  ["aws:ec2/amiFromInstance:AmiFromInstance", "image"],
  ["aws:cloudwatch/metricAlarm:MetricAlarm", "alarm"],
  ["aws:cloudwatch/dashboard:Dashboard", "dashboard"],
]);

const kinds: ReadonlyMap<string, string> = new Map([
  ["application", "application load balancer"],
  ["network", "network load balancer"],
]);

/** What is paid for beside instances. */
export function billed({ type, inputs }: Reviewed): string | undefined {
  if (type !== "aws:lb/loadBalancer:LoadBalancer") return names.get(type);
  return kinds.get(String(inputs.loadBalancerType ?? "application")) ?? "load balancer";
}
