import type { Api } from "./api.js";
import { Names } from "./names.js";
import type { Call } from "./sdk.js";

export type Thing = Readonly<Record<string, unknown>>;

const lists = {
  networks: [["ec2", "describe_vpcs"], "Vpcs"],
  subnets: [["ec2", "describe_subnets"], "Subnets"],
  firewalls: [["ec2", "describe_security_groups"], "SecurityGroups"],
  rules: [["ec2", "describe_security_group_rules"], "SecurityGroupRules"],
  images: [["ec2", "describe_images", { Owners: ["self"] }], "Images"],
  templates: [["ec2", "describe_launch_templates"], "LaunchTemplates"],
  balancers: [["elbv2", "describe_load_balancers"], "LoadBalancers"],
  targetGroups: [["elbv2", "describe_target_groups"], "TargetGroups"],
  groups: [["autoscaling", "describe_auto_scaling_groups"], "AutoScalingGroups"],
  policies: [["autoscaling", "describe_policies"], "ScalingPolicies"],
  schedules: [["autoscaling", "describe_scheduled_actions"], "ScheduledUpdateGroupActions"],
  alarms: [["cloudwatch", "describe_alarms"], "MetricAlarms"],
  dashboards: [["cloudwatch", "list_dashboards"], "DashboardEntries"],
  certificates: [["acm", "list_certificates"], "CertificateSummaryList"],
  roles: [["iam", "list_roles"], "Roles"],
  profiles: [["iam", "list_instance_profiles"], "InstanceProfiles"],
} as const satisfies Readonly<Record<string, readonly [Call, string]>>;

/** All that an account has of these kinds. */
export type Lists = Readonly<Record<keyof typeof lists, readonly Thing[]>>;

export async function readLists({ ask }: Api): Promise<Lists> {
  const asked = Object.entries(lists).map(async ([kind, [call, key]]) => {
    const answer = await ask<Record<string, Thing[]>>(...(call as Call));
    return [kind, answer[key] ?? []] as const;
  });
  return Object.fromEntries(await Promise.all(asked)) as unknown as Lists;
}

/** What a program calls all these things. */
export function namesOf(account: string, lists: Lists): Names {
  const names = new Names();
  names.learn("account", account);
  for (const [kind, name, ...ids] of called) {
    for (const thing of lists[kind])
      names.learn(nameOf(thing, name), ...ids.map((id) => thing[id] as string | undefined));
  }
  for (const { LoadBalancerName: name, LoadBalancerArn: arn } of lists.balancers)
    names.learn(String(name), suffixOf(arn, "app/"));
  for (const { TargetGroupName: name, TargetGroupArn: arn } of lists.targetGroups) {
    names.learn(String(name), suffixOf(arn, "targetgroup/"));
  }
  return names;
}

/** Metrics name balancers and target groups by the last part of their ARNs. */
function suffixOf(arn: unknown, from: string): string {
  return String(arn).slice(String(arn).indexOf(from));
}

/** The first word of each is what a thing is called, the others what it is known by. */
const called = [
  ["networks", "Tags", "VpcId"],
  ["subnets", "Tags", "SubnetId"],
  ["firewalls", "GroupName", "GroupId"],
  ["images", "Name", "ImageId"],
  ["templates", "LaunchTemplateName", "LaunchTemplateId"],
  ["balancers", "LoadBalancerName", "LoadBalancerArn", "DNSName"],
  ["targetGroups", "TargetGroupName", "TargetGroupArn"],
  ["groups", "AutoScalingGroupName"],
  ["policies", "PolicyName", "PolicyARN"],
  ["alarms", "AlarmName", "AlarmArn"],
  ["certificates", "DomainName", "CertificateArn"],
  ["roles", "RoleName", "Arn"],
  ["profiles", "InstanceProfileName", "Arn"],
] as const;

function nameOf(thing: Thing, key: string): string {
  if (key !== "Tags") return String(thing[key]);
  const tags = (thing.Tags ?? []) as readonly { readonly Key: string; readonly Value: string }[];
  return tags.find((tag) => tag.Key === "Name")?.Value ?? "unnamed";
}
