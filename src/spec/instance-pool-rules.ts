import type { Declared } from "../core/declared.js";
import { childrenOf } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import { autoscalingPolicyRules } from "./autoscaling-rules.js";
import type { DeclaredBackendSet } from "./backend-set.js";
import { flapRules } from "./flap-rules.js";
import type { InstancePoolSpec } from "./instance-pool.js";
import type { ListenerSpec } from "./listener.js";
import type { DeclaredLoadBalancer } from "./load-balancer.js";
import { boundsOf } from "./pool-size.js";
import { scheduleRules } from "./schedule-rules.js";

export function instancePoolRules({ spec }: Declared<InstancePoolSpec>): Issue[] {
  const path = "instancePool.autoscaling";
  const within = spec.autoscaling === undefined ? [] : autoscalingPolicyRules(spec.autoscaling, path);
  return [
    ...sizeRules(spec),
    ...within,
    ...(within.length === 0 ? [...flapRules(spec), ...startRules(spec), ...scheduleRules(spec)] : []),
    ...requestRules(spec),
    ...setRules(spec),
    ...healthRules(spec),
    ...rolloutRules(spec),
    ...alarmRules(spec),
  ];
}

function sizeRules({ size, autoscaling }: InstancePoolSpec): Issue[] {
  const at = (key: string, message: string, instead: string) => ({ path: `instancePool.size${key}`, message, instead });
  if (size.kind === "fixed") {
    if (autoscaling === undefined) return [];
    return [at("", "is one number, and a policy needs bounds to move between", "{ min: 1, max: 4 }")];
  }
  const { min, max, initial } = size;
  if (autoscaling === undefined)
    return [at("", "has bounds, and nothing moves between them", `${min}, or autoscaling too`)];
  if (min > max) return [at(".min", `${min} is more than max, ${max}`, `at most ${max}`)];
  if (initial !== undefined && (initial < min || initial > max))
    return [at(".initial", `${initial} is outside ${min}..${max}`, `a number from ${min} to ${max}`)];
  return [];
}

/** Without instances there is nothing to measure. */
function startRules({ size, autoscaling }: InstancePoolSpec): Issue[] {
  if (size.kind === "fixed" || size.min > 0 || autoscaling?.metric === undefined) return [];
  return [
    {
      path: "instancePool.size.min",
      message: "0 leaves nothing to measure: the pool would never grow again",
      instead: "at least 1, or schedules alone",
    },
  ];
}

function requestRules({ autoscaling, backendSets = [] }: InstancePoolSpec): Issue[] {
  const set = autoscaling?.requestsOf;
  if (!set) return [];
  const path = "instancePool.autoscaling.requestsOf";
  const kind = set.spec.loadBalancer.spec.kind;
  if (!backendSets.includes(set))
    return [{ path, message: `"${set.name}" is none of the pool's sets`, instead: "a set among backendSets" }];
  if (kind === "application") return [];
  return [
    { path, message: `"${set.name}" stands behind a network balancer, which counts no requests`, instead: '"cpu"' },
  ];
}

function setRules({ template, backendSets = [] }: InstancePoolSpec): Issue[] {
  const { tier } = template.spec;
  return backendSets.flatMap((set, index) => {
    const path = `instancePool.backendSets[${index}]`;
    const { network } = set.spec.loadBalancer.spec;
    const twin = backendSets.indexOf(set) < index;
    const stray = network !== tier.spec.network;
    const other = set.spec.tier !== undefined && set.spec.tier !== tier;
    return [
      ...(twin ? [{ path, message: `"${set.name}" is there twice`, instead: "each set once" }] : []),
      ...(stray
        ? [
            {
              path,
              message: `"${set.name}" is behind a balancer of network "${network.name}", the pool stands in "${tier.spec.network.name}"`,
              instead: "a set of the same network",
            },
          ]
        : []),
      ...(other
        ? [
            {
              path,
              message: `"${set.name}" has its members in tier "${set.spec.tier?.name}", the pool in "${tier.name}"`,
              instead: "a set of the same tier, or one that names none",
            },
          ]
        : []),
      ...(isServed(set)
        ? []
        : [
            { path, message: `no listener sends anything to "${set.name}"`, instead: "declare listeners before pools" },
          ]),
    ];
  });
}

/** The balancers in front of a pool, each once. */
export function balancersOf({ backendSets = [] }: InstancePoolSpec): DeclaredLoadBalancer[] {
  return [...new Set(backendSets.map((set) => set.spec.loadBalancer))];
}

/** The listeners that send something to a set. */
export function listenersOf(set: DeclaredBackendSet): Declared<ListenerSpec>[] {
  return childrenOf<ListenerSpec>(set.spec.loadBalancer, "Listener").filter(
    ({ spec }) => spec.backendSet === set || Object.values(spec.routes ?? {}).some((route) => route.backendSet === set),
  );
}

function isServed(set: DeclaredBackendSet): boolean {
  return listenersOf(set).length > 0;
}

function healthRules({ replaceUnhealthy, backendSets = [] }: InstancePoolSpec): Issue[] {
  if (replaceUnhealthy !== true || backendSets.length > 0) return [];
  const message = "is for what backend sets find, and the pool has none";
  return [{ path: "instancePool.replaceUnhealthy", message, instead: "backendSets, or leave it out" }];
}

function rolloutRules({ rollout = {} }: InstancePoolSpec): Issue[] {
  if (rollout.instances !== "kept") return [];
  return (["minimumHealthy", "pause"] as const)
    .filter((key) => rollout[key] !== undefined)
    .map((key) => ({
      path: `instancePool.rollout.${key}`,
      message: 'is for instances that are replaced, and these are "kept"',
      instead: 'leave it out, or instances: "replaced"',
    }));
}

function alarmRules({ alarms, size, backendSets = [] }: InstancePoolSpec): Issue[] {
  if (!alarms) return [];
  const { unhealthyInstances, serverErrors, belowMinimum } = alarms;
  const path = "instancePool.alarms";
  if (!unhealthyInstances && !serverErrors && !belowMinimum)
    return [{ path, message: "says whom to tell and not when", instead: "unhealthyInstances: {}" }];
  const never = { path: `${path}.belowMinimum`, message: "never holds: the fewest are 0", instead: "leave it out" };
  const unseen = (["unhealthyInstances", "serverErrors"] as const)
    .filter((key) => alarms[key] !== undefined && backendSets.length === 0)
    .map((key) => ({
      path: `${path}.${key}`,
      message: "is seen by balancers, and the pool has no backend sets",
      instead: "backendSets, or leave it out",
    }));
  return [...(belowMinimum && boundsOf(size).min === 0 ? [never] : []), ...unseen];
}
