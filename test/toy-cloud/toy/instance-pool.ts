import type { Adapter } from "../../../src/core/cloud.js";
import type { Issue } from "../../../src/core/errors.js";
import { type Note, outputOf, type Plan, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported, variant } from "../../../src/core/support.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../../src/spec/instance-pool.js";
import { boundsOf } from "../../../src/spec/pool-size.js";
import { labelled, resource } from "./resources.js";

const none = unsupported("shelves have no such thing", "leave it out");

const support = {
  size: { fixed: native(), scaled: variant(native(), { min: native(), max: native(), initial: none }) },
  autoscaling: {
    metric: { cpu: native("effort"), memory: none, "requests-per-instance": none },
    target: native(),
    growOnly: none,
    scaleOut: none,
    scaleIn: none,
    sustain: none,
    cooldown: none,
    warmup: none,
    schedules: none,
  },
  rollout: none,
  replaceUnhealthy: none,
  gracePeriod: none,
  metrics: none,
  dashboard: none,
  alarms: none,
  tags: none,
  physicalName: native(),
} as const satisfies SupportOf<InstancePoolSpec>;

export const instancePool: Adapter<InstancePoolSpec> = { support, rules: exactRules, plan };

function plan({ spec }: DeclaredInstancePool): Plan {
  const { template, backendSets = [], size, autoscaling, physicalName } = spec;
  const { min, max } = boundsOf(size);
  const args = {
    pattern: outputOf(template, "templateId") as Ref,
    desks: backendSets.map((set) => outputOf(set, "backendSetId") as Ref),
    toys: min,
    ...(autoscaling ? { most: max, watches: support.autoscaling.metric.cpu.as, near: tenths(autoscaling.target) } : {}),
    ...labelled(physicalName),
  };
  const options = autoscaling ? { ignoreChanges: ["toys"] } : {};
  return {
    resources: { shelf: resource("toy:index/shelf:Shelf", args, { options }) },
    outputs: { groupId: ref("shelf.id") },
    notes: notes(spec),
  };
}

/** A shelf is told its effort in tenths. */
function tenths(target = 0): number {
  return Math.ceil(target / 10);
}

const path = "instancePool.autoscaling.target";

function change({ autoscaling }: InstancePoolSpec): string | undefined {
  const target = autoscaling?.target ?? 0;
  const kept = tenths(target) * 10;
  return kept === target
    ? undefined
    : `${target} becomes ${kept}, the next full tenth: a toy more comes a little later`;
}

function notes(spec: InstancePoolSpec): Note[] {
  const message = change(spec);
  return message === undefined ? [] : [{ id: `near:${path}`, fate: "near", path, message }];
}

function exactRules({ cloud, spec }: DeclaredInstancePool): Issue[] {
  const message = cloud.exact ? change(spec) : undefined;
  if (message === undefined) return [];
  return [{ path, message: `${message}, and the settings ask for exact fidelity`, instead: "a full tenth" }];
}
