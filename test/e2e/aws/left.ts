import type { Api } from "./api.js";
import type { Call } from "./sdk.js";

/** What stands in an account, read from its own services, one line a thing and sorted. */
export async function belongings({ ask }: Api): Promise<string[]> {
  const answers = await Promise.all(collections.map(([, call]) => ask(...call)));
  const lines = collections.flatMap(([kind, , ...path], index) => {
    const things = path
      .slice(0, -1)
      .reduce<unknown[]>(
        (found, key) => found.flatMap((thing) => (thing as Record<string, unknown[]>)[key] ?? []),
        [answers[index]],
      );
    const names = things.filter(isThere).map((thing) => nameOf(thing, path.at(-1) ?? ""));
    return names.map((name) => `${kind} ${name}`);
  });
  return lines.sort();
}

type Thing = Readonly<Record<string, unknown>>;

/** The last word of each is what a thing is called; those before it lead to the list. */
const collections: readonly (readonly [kind: string, call: Call, ...path: string[]])[] = [
  ["VPC", ["ec2", "describe_vpcs"], "Vpcs", "VpcId"],
  ["subnet", ["ec2", "describe_subnets"], "Subnets", "SubnetId"],
  ["security group", ["ec2", "describe_security_groups"], "SecurityGroups", "GroupName"],
  ["security group rule", ["ec2", "describe_security_group_rules"], "SecurityGroupRules", "SecurityGroupRuleId"],
  ["route table", ["ec2", "describe_route_tables"], "RouteTables", "RouteTableId"],
  ["internet gateway", ["ec2", "describe_internet_gateways"], "InternetGateways", "InternetGatewayId"],
  ["NAT gateway", ["ec2", "describe_nat_gateways"], "NatGateways", "NatGatewayId"],
  ["Elastic IP", ["ec2", "describe_addresses"], "Addresses", "AllocationId"],
  ["network interface", ["ec2", "describe_network_interfaces"], "NetworkInterfaces", "NetworkInterfaceId"],
  ["instance", ["ec2", "describe_instances"], "Reservations", "Instances", "InstanceId"],
  ["volume", ["ec2", "describe_volumes"], "Volumes", "VolumeId"],
  ["key pair", ["ec2", "describe_key_pairs"], "KeyPairs", "KeyName"],
  ["image", ["ec2", "describe_images", { Owners: ["self"] }], "Images", "Name"],
  ["launch template", ["ec2", "describe_launch_templates"], "LaunchTemplates", "LaunchTemplateName"],
  ["load balancer", ["elbv2", "describe_load_balancers"], "LoadBalancers", "LoadBalancerName"],
  ["target group", ["elbv2", "describe_target_groups"], "TargetGroups", "TargetGroupName"],
  ["group", ["autoscaling", "describe_auto_scaling_groups"], "AutoScalingGroups", "AutoScalingGroupName"],
  ["policy of a group", ["autoscaling", "describe_policies"], "ScalingPolicies", "PolicyName"],
  ["schedule", ["autoscaling", "describe_scheduled_actions"], "ScheduledUpdateGroupActions", "ScheduledActionName"],
  ["alarm", ["cloudwatch", "describe_alarms"], "MetricAlarms", "AlarmName"],
  ["dashboard", ["cloudwatch", "list_dashboards"], "DashboardEntries", "DashboardName"],
  ["log group", ["logs", "describe_log_groups"], "logGroups", "logGroupName"],
  ["role", ["iam", "list_roles"], "Roles", "RoleName"],
  ["instance profile", ["iam", "list_instance_profiles"], "InstanceProfiles", "InstanceProfileName"],
  ["managed policy", ["iam", "list_policies", { Scope: "Local" }], "Policies", "PolicyName"],
  ["certificate", ["acm", "list_certificates"], "CertificateSummaryList", "DomainName"],
  ["bucket", ["s3", "list_buckets"], "Buckets", "Name"],
  ["topic", ["sns", "list_topics"], "Topics", "TopicArn"],
];

/** Gateways and instances are listed for a while after their end. */
function isThere(thing: unknown): thing is Thing {
  const { State: state } = thing as { readonly State?: string | { readonly Name: string } };
  const word = typeof state === "object" ? state.Name : state;
  return word !== "deleted" && word !== "terminated";
}

function nameOf(thing: Thing, key: string): string {
  return String(thing[key]);
}
