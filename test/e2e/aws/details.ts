import type { Api } from "./api.js";
import type { Lists, Thing } from "./lists.js";
import type { Ask } from "./sdk.js";

/** What the lists leave to further questions. */
export interface Details {
  readonly balancers: readonly Thing[];
  readonly listeners: readonly Thing[];
  readonly targetGroups: readonly Thing[];
  readonly templates: readonly Thing[];
  readonly groups: readonly Thing[];
  readonly dashboards: readonly Thing[];
  readonly roles: readonly Thing[];
}

export async function readDetails({ ask }: Api, lists: Lists): Promise<Details> {
  const each = <T>(things: readonly T[], read: (ask: Ask, thing: T) => Promise<Thing>) =>
    Promise.all(things.map((thing) => read(ask, thing)));
  const listeners = await Promise.all(lists.balancers.map((balancer) => listenersOf(ask, balancer)));
  return {
    balancers: await each(lists.balancers, balancerOf),
    listeners: await each(listeners.flat(), withRules),
    targetGroups: await each(lists.targetGroups, targetGroupOf),
    templates: await each(lists.templates, templateOf),
    groups: await each(lists.groups, groupOf),
    dashboards: await each(lists.dashboards, dashboardOf),
    roles: await each(lists.roles, (asked, role) => roleOf(asked, role, lists.profiles)),
  };
}

async function balancerOf(ask: Ask, balancer: Thing): Promise<Thing> {
  const { LoadBalancerArn } = balancer;
  return { ...balancer, ...(await ask<object>("elbv2", "describe_load_balancer_attributes", { LoadBalancerArn })) };
}

async function listenersOf(ask: Ask, { LoadBalancerArn, LoadBalancerName }: Thing): Promise<Thing[]> {
  const { Listeners } = await ask<{ Listeners: Thing[] }>("elbv2", "describe_listeners", { LoadBalancerArn });
  return Listeners.map((listener) => ({ ...listener, Name: `${LoadBalancerName} ${listener.Port}` }));
}

async function withRules(ask: Ask, listener: Thing): Promise<Thing> {
  const { ListenerArn } = listener;
  const { Rules } = await ask<{ Rules: Thing[] }>("elbv2", "describe_rules", { ListenerArn });
  return { ...listener, Rules: Rules.filter(({ IsDefault }) => IsDefault !== true) };
}

async function targetGroupOf(ask: Ask, group: Thing): Promise<Thing> {
  const { TargetGroupArn } = group;
  const attributes = await ask<object>("elbv2", "describe_target_group_attributes", { TargetGroupArn });
  const { TargetHealthDescriptions: members } = await ask<{ TargetHealthDescriptions: Thing[] }>(
    "elbv2",
    "describe_target_health",
    { TargetGroupArn },
  );
  const told = members.map(({ Target, TargetHealth }) => `${(Target as Thing).Port} ${(TargetHealth as Thing).State}`);
  return { ...group, ...attributes, Members: told };
}

/** All versions, the last one first, with user data as instances read it. */
async function templateOf(ask: Ask, template: Thing): Promise<Thing> {
  const { LaunchTemplateId } = template;
  const { LaunchTemplateVersions: versions } = await ask<{ LaunchTemplateVersions: Thing[] }>(
    "ec2",
    "describe_launch_template_versions",
    { LaunchTemplateId },
  );
  const last = (one: Thing, other: Thing) => Number(other.VersionNumber) - Number(one.VersionNumber);
  return { ...template, Versions: versions.map(versionOf).sort(last) };
}

function versionOf({ LaunchTemplateData, ...version }: Thing): Thing {
  const { UserData, ...data } = LaunchTemplateData as Thing;
  const decoded = UserData === undefined ? {} : { UserData: Buffer.from(String(UserData), "base64").toString() };
  return { ...version, ...data, ...decoded };
}

/** Members by the version they are made of, and the refreshes that were asked for, the last one first. */
async function groupOf(ask: Ask, group: Thing): Promise<Thing> {
  const { AutoScalingGroupName } = group;
  const { InstanceRefreshes: refreshes } = await ask<{ InstanceRefreshes: Thing[] }>(
    "autoscaling",
    "describe_instance_refreshes",
    { AutoScalingGroupName },
  );
  return {
    ...group,
    Instances: (group.Instances as Thing[]).map(({ LaunchTemplate: used }) => `version ${(used as Thing).Version}`),
    EnabledMetrics: (group.EnabledMetrics as Thing[]).map(({ Metric }) => Metric).sort(),
    Tags: (group.Tags as Thing[]).map(tagText).sort(),
    Refreshes: refreshes.map(({ Preferences }) => Preferences),
  };
}

function tagText({ Key, Value, PropagateAtLaunch: instancesToo }: Thing): string {
  return `${Key}=${Value}${instancesToo === true ? ", instances too" : ""}`;
}

async function dashboardOf(ask: Ask, { DashboardName }: Thing): Promise<Thing> {
  const { DashboardBody } = await ask<{ DashboardBody: string }>("cloudwatch", "get_dashboard", { DashboardName });
  return { DashboardName, Body: JSON.parse(DashboardBody) };
}

/** What a role may do, and the profile by which instances have it. */
async function roleOf(ask: Ask, role: Thing, profiles: readonly Thing[]): Promise<Thing> {
  const { RoleName } = role;
  const { PolicyNames } = await ask<{ PolicyNames: string[] }>("iam", "list_role_policies", { RoleName });
  const documents = PolicyNames.map(async (PolicyName) => {
    const asked = { RoleName, PolicyName };
    return (await ask<{ PolicyDocument: unknown }>("iam", "get_role_policy", asked)).PolicyDocument;
  });
  const { AttachedPolicies } = await ask<{ AttachedPolicies: Thing[] }>("iam", "list_attached_role_policies", {
    RoleName,
  });
  const held = profiles.filter(({ Roles }) => (Roles as Thing[]).some((one) => one.RoleName === RoleName));
  return {
    ...role,
    Policies: await Promise.all(documents),
    Attached: AttachedPolicies.map(({ PolicyArn }) => PolicyArn),
    Profiles: held.map(({ InstanceProfileName }) => InstanceProfileName),
  };
}
