import type { Api } from "./api.js";
import { readDetails } from "./details.js";
import { type Lists, namesOf, readLists } from "./lists.js";

type Told = Readonly<Record<string, unknown>>;

/** What the cloud says of what a program stands for: its own answers, told by the program's names. */
export interface Facts {
  /** `front-group: ingress tcp 443 0.0.0.0/0`: every rule of every group, and no other. */
  readonly rules: readonly string[];
  readonly balancers: Told;
  readonly listeners: Told;
  readonly targetGroups: Told;
  /** All versions of each, the last one first. */
  readonly templates: Told;
  readonly groups: Told;
  readonly policies: Told;
  readonly schedules: Told;
  readonly alarms: Told;
  readonly dashboards: Told;
  readonly roles: Told;
}

export async function readFacts(api: Api): Promise<Facts> {
  const lists = await readLists(api);
  const names = namesOf(api.account, lists);
  const all = { ...lists, ...(await readDetails(api, lists)) };
  const told = (kind: keyof typeof kinds): Told => {
    const [name, ...noise] = kinds[kind];
    const entries = all[kind].map(
      (thing) => [String(names.tell(thing[name])), names.tell(thing, [name, ...noise])] as const,
    );
    return Object.fromEntries(entries.sort(([one], [other]) => one.localeCompare(other)));
  };
  return {
    rules: ownRules(lists)
      .map((rule) => String(names.tell(ruleText(rule))))
      .sort(),
    balancers: told("balancers"),
    listeners: told("listeners"),
    targetGroups: told("targetGroups"),
    templates: told("templates"),
    groups: told("groups"),
    policies: told("policies"),
    schedules: told("schedules"),
    alarms: told("alarms"),
    dashboards: told("dashboards"),
    roles: told("roles"),
  };
}

/** What each kind is called by; then what is of one run, or belongs to nothing that a program says. */
const kinds = {
  balancers: ["LoadBalancerName", "LoadBalancerArn", "CanonicalHostedZoneId", "CreatedTime", "DNSName", "State"],
  listeners: ["Name", "ListenerArn", "RuleArn", "Order", "IsDefault"],
  targetGroups: ["TargetGroupName", "TargetGroupArn"],
  templates: ["LaunchTemplateName", "LaunchTemplateId", "CreateTime", "CreatedBy"],
  groups: [
    "AutoScalingGroupName",
    "AutoScalingGroupARN",
    "CreatedTime",
    "ServiceLinkedRoleARN",
    "LaunchTemplateId",
    "AvailabilityZones",
  ],
  policies: ["PolicyName", "PolicyARN"],
  schedules: ["ScheduledActionName", "ScheduledActionARN", "StartTime", "Time"],
  alarms: [
    "AlarmName",
    "AlarmArn",
    "AlarmConfigurationUpdatedTimestamp",
    "StateUpdatedTimestamp",
    "StateReason",
    "StateReasonData",
    "StateValue",
  ],
  dashboards: ["DashboardName"],
  roles: ["RoleName", "RoleId", "Arn", "CreateDate"],
} as const;

interface Rule {
  readonly GroupId: string;
  readonly IsEgress: boolean;
  readonly IpProtocol: string;
  readonly FromPort?: number;
  readonly ToPort?: number;
  readonly CidrIpv4?: string;
  readonly CidrIpv6?: string;
  readonly ReferencedGroupInfo?: { readonly GroupId: string };
}

/** Those of the network that every account begins with are not the program's. */
function ownRules({ networks, firewalls, rules }: Lists): Rule[] {
  const given = networks.filter(({ IsDefault }) => IsDefault === true).map(({ VpcId }) => VpcId);
  const foreign = firewalls.filter(({ VpcId }) => given.includes(VpcId)).map(({ GroupId }) => GroupId);
  return (rules as unknown as readonly Rule[]).filter(({ GroupId }) => !foreign.includes(GroupId));
}

function ruleText(rule: Rule): string {
  const { GroupId: group, IsEgress: out, IpProtocol: protocol, FromPort: low = -1, ToPort: high = -1 } = rule;
  const ports = low === high ? `${low === -1 ? "all" : low}` : `${low}-${high}`;
  const peer = rule.ReferencedGroupInfo?.GroupId ?? rule.CidrIpv4 ?? rule.CidrIpv6;
  return `${group}: ${out ? "egress" : "ingress"} ${protocol === "-1" ? "any" : protocol} ${ports} ${peer}`;
}
