import { isUnknown, type Resource } from "./resource.js";
import type { Program, ProgramRule } from "./rule.js";
import { twice } from "./rules-balancing.js";

// Sources, read 2026-11: the user guides of Elastic Load Balancing (target groups)
// and of Auto Scaling (attach a target group; scheduled scaling; target tracking).

const balancers = (program: Program) => program.of("aws:lb/loadBalancer:LoadBalancer");
const listeners = (program: Program) => program.of("aws:lb/listener:Listener");
const targetGroups = (program: Program) => program.of("aws:lb/targetGroup:TargetGroup");
const pools = (program: Program) => program.of("aws:autoscaling/group:Group");

/** The listeners that forward to a target group, by themselves or by a rule. */
function listenersOf(program: Program, { id }: Resource): readonly Resource[] {
  const forwards = (one: Resource, input: string) => program.referred(one, input).some((target) => target.id === id);
  const own = listeners(program).filter((one) => forwards(one, "defaultActions"));
  const ruled = program
    .of("aws:lb/listenerRule:ListenerRule")
    .filter((one) => forwards(one, "actions"))
    .flatMap((one) => program.referred(one, "listenerArn"));
  return [...own, ...ruled];
}

/** Each one's other resources that break a fact. */
function each(all: readonly Resource[], wrong: (one: Resource) => boolean): string[] {
  return all.filter(wrong).map(({ id }) => id);
}

function sizeOf(inputs: Resource["inputs"], name: string, around: Resource["inputs"]): number {
  const own = inputs[name] ?? 0;
  return Number(own === -1 ? around[name] : own);
}

/** The sizes of a schedule, or of its group where it keeps them. */
function isWithinGroup({ inputs }: Resource, { inputs: around }: Resource): boolean {
  const [low, high] = [sizeOf(inputs, "minSize", around), sizeOf(inputs, "maxSize", around)];
  const size = inputs.desiredCapacity === -1 ? low : Number(inputs.desiredCapacity ?? 0);
  return low <= high && low <= size && size <= high;
}

export const togetherRules: readonly ProgramRule[] = [
  {
    fact: "a balancer has one subnet of each zone",
    source: "CreateLoadBalancer",
    breaches: (program) =>
      each(balancers(program), (one) => {
        const subnets = [...program.referred(one, "subnets"), ...program.referred(one, "subnetMappings")];
        const zones = subnets.flatMap(({ inputs }) => inputs.availabilityZone ?? []);
        return new Set(zones).size < zones.length;
      }),
  },
  {
    fact: "a TCP listener has TCP groups, and a TLS listener TCP and TLS ones",
    source: "Target groups of network balancers",
    breaches: (program) =>
      each(
        targetGroups(program),
        (one) =>
          one.inputs.protocol === "TLS" && listenersOf(program, one).some(({ inputs }) => inputs.protocol === "TCP"),
      ),
  },
  {
    fact: "a target group serves one balancer",
    source: "CreateListener, TargetGroupAssociationLimit",
    breaches: (program) =>
      each(
        targetGroups(program),
        (one) => new Set(listenersOf(program, one).map(({ refers }) => String(refers.loadBalancerArn))).size > 1,
      ),
  },
  {
    fact: "an Auto Scaling group has target groups of instances",
    source: "Attach a target group",
    breaches: (program) =>
      each(pools(program), (one) =>
        program.referred(one, "targetGroupArns").some(({ inputs }) => inputs.targetType !== "instance"),
      ),
  },
  {
    fact: "addresses are targets of groups of addresses",
    source: "RegisterTargets",
    breaches: (program) =>
      each(program.of("aws:lb/targetGroupAttachment:TargetGroupAttachment"), (one) => {
        const isAddress = /^\d+(?:\.\d+){3}$/.test(String(one.inputs.targetId));
        const types = program.referred(one, "targetGroupArn").map(({ inputs }) => inputs.targetType);
        return !isUnknown(one.inputs.targetId) && types.some((type) => (type === "ip") !== isAddress);
      }),
  },
  {
    fact: "a policy of requests names a target group of its Auto Scaling group",
    source: "PredefinedMetricSpecification",
    breaches: (program) =>
      each(program.of("aws:autoscaling/policy:Policy"), (one) => {
        const groups = program.referred(one, "targetTrackingConfiguration");
        const named = groups.filter(({ type }) => type === "aws:lb/targetGroup:TargetGroup");
        const having = program
          .referred(one, "autoscalingGroupName")
          .flatMap(({ refers }) => refers.targetGroupArns ?? []);
        return named.some(({ id }) => !having.includes(id));
      }),
  },
  {
    fact: "scheduled actions of one group have names of their own",
    source: "PutScheduledUpdateGroupAction",
    breaches: (program) =>
      twice(program.of("aws:autoscaling/schedule:Schedule"), ({ refers, inputs }) => [
        refers.autoscalingGroupName,
        inputs.scheduledActionName,
      ]),
  },
  {
    fact: "a scheduled action leaves its group with sizes in order",
    source: "Scheduled scaling",
    breaches: (program) =>
      each(program.of("aws:autoscaling/schedule:Schedule"), (one) =>
        program.referred(one, "autoscalingGroupName").some((group) => !isWithinGroup(one, group)),
      ),
  },
];
