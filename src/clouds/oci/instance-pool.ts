// Sources: Compute Management API reference (CreateInstancePoolDetails: one placement for each availability domain), Autoscaling and
// Monitoring API references, Compute documentation (updating instance pools; metrics of instance pools come by themselves),
// terraform-provider-oci 8.23.0 (waits for RUNNING, no rolling update); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { type Issue, inexactly } from "../../core/errors.js";
import { type Note, outputOf, type Plan, type Planned, type Ref, ref, together } from "../../core/planned.js";
import { emulated, native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import { balancersOf } from "../../spec/instance-pool-rules.js";
import { firstOf } from "../../spec/pool-size.js";
import { alarmRules, alarmsOf } from "./alarms.js";
import { autoscalingNotes, autoscalingOf, autoscalingRules } from "./autoscaling-policy.js";
import { lastPartOf } from "./chain.js";
import { poolRules as freeTierRules } from "./free-tier.js";
import { pathsToTier } from "./member-rules.js";
import { displayName } from "./physical-names.js";
import { placementNotes, placementsOf } from "./placements.js";
import { resource } from "./resources.js";
import { placeOf } from "./settings.js";
import { tagRules } from "./tags.js";

const oneKind = "a pool goes by a metric or by schedules: it takes one configuration, of one of the two kinds";
const oneSignal = unsupported(oneKind, "the metric alone, or schedules alone");
const measured = "a change of thresholds replaces the configuration, and the pool goes back to its initial size";
const noSlowRollout = unsupported("all instances are replaced together with their pool", "leave it out");
const noHealth = unsupported("a pool does not act on the health that its backend sets find", "leave it out");
const sizeAlone = unsupported("a schedule sets the size alone", "size");
const whole = { range: [0, 100] } as const;

const support = {
  size: {
    fixed: native(),
    scaled: { self: native(), fields: { min: native(), max: native(), initial: native() } },
  },
  autoscaling: {
    metric: {
      cpu: when("signal", { metric: near(measured, "CPU_UTILIZATION"), "metric and schedules": oneSignal }),
      memory: when("signal", { metric: near(measured, "MEMORY_UTILIZATION"), "metric and schedules": oneSignal }),
      "requests-per-instance": unsupported("the agent measures processors and memory", '"cpu"'),
    },
    target: emulated(
      "one instance more above it, and one fewer below half of it; from 2 fewest instances on below two thirds of it, from 3 on below seven tenths",
      undefined,
      { range: [2, 99] },
    ),
    growOnly: emulated("the rule for fewer instances, which a policy must have, never holds: below 0 percent"),
    scaleOut: { above: native("GT", whole), add: native() },
    scaleIn: { below: native("LT", whole), remove: native() },
    sustain: { out: native(), in: native() },
    cooldown: { out: native(), in: native() },
    warmup: unsupported("the cooldown begins when all instances run: nothing else is waited for", "a longer cooldown"),
    schedules: {
      each: { cron: native("cron"), timeZone: native("UTC"), size: native(), min: sizeAlone, max: sizeAlone },
    },
  },
  rollout: {
    instances: {
      replaced: emulated("a new pool is made beside the old one, joins its backend sets, and the old one goes"),
      kept: native(),
    },
    minimumHealthy: noSlowRollout,
    pause: noSlowRollout,
  },
  replaceUnhealthy: noHealth,
  gracePeriod: noHealth,
  metrics: native(),
  dashboard: unsupported("dashboards are imported whole and not made by a program", "the console's page of the pool"),
  alarms: {
    notify: native(),
    unhealthyInstances: { above: native(), sustain: native() },
    serverErrors: { above: native(), sustain: native() },
    belowMinimum: {
      sustain: unsupported(
        "running instances are counted apart in each fault domain, at moments of their own",
        "unhealthyInstances",
      ),
    },
  },
  tags: near("the pool alone: its instances take the labels of their template"),
  physicalName: native(),
} as const satisfies SupportOf<InstancePoolSpec>;

export type InstancePoolSupport = typeof support;

export const instancePool: Adapter<InstancePoolSpec> = {
  support,
  rules: (it) => [
    ...rolloutRules(it),
    ...autoscalingRules(it),
    ...alarmRules(it),
    ...freeTierRules(it),
    ...tagRules(it, "instancePool.tags"),
  ],
  plan,
};

const patience = "90m";

function plan(it: DeclaredInstancePool): Plan {
  const { tier } = it.spec.template.spec;
  const ways = together((it.spec.backendSets ?? []).map((set) => pathsToTier(set.spec, tier)));
  return {
    resources: {
      ...ways,
      pool: pool(it, Object.keys(ways)),
      ...autoscalingOf(it, support),
      ...alarmsOf(it),
    },
    outputs: { groupId: ref("pool.id") },
    notes: [
      ...placementNotes(tier),
      ...rolloutNotes(it),
      ...autoscalingNotes(it),
      ...staleNotes(it),
      ...metricNotes(it),
    ],
  };
}

function pool(it: DeclaredInstancePool, ways: readonly string[]): Planned {
  const { template, tags, size, rollout } = it.spec;
  const isReplaced = rollout?.instances === "replaced";
  return resource(
    "oci:Core/instancePool:InstancePool",
    {
      ...placeOf(it, tags),
      displayName: displayName(it),
      instanceConfigurationId: outputOf(template, "templateId") as Ref,
      size: firstOf(size),
      placementConfigurations: placementsOf(template.spec.tier),
      loadBalancers: attachments(it),
    },
    {
      options: {
        ...(size.kind === "scaled" ? { ignoreChanges: ["size"] } : {}),
        ...(isReplaced ? { replaceOnChanges: ["instanceConfigurationId"] } : {}),
        customTimeouts: { create: patience, update: patience, delete: patience },
        dependsOn: [...neededBy(it), ...ways.map((role) => ref(role)), ...earlierParts(it)],
      },
    },
  );
}

function attachments({ spec }: DeclaredInstancePool) {
  return (spec.backendSets ?? []).map((set) => ({
    loadBalancerId: outputOf(set.spec.loadBalancer, "loadBalancerId") as Ref,
    backendSetName: outputOf(set, "backendSetId") as Ref,
    port: set.spec.port,
    vnicSelection: "PrimaryVnic",
  }));
}

/** Instances that start before their tier's rules and their rights find no mirrors, pass no check and may do nothing. */
function neededBy({ spec }: DeclaredInstancePool): Ref[] {
  const { tier, rights } = spec.template.spec;
  const roles = Object.keys(tier.plan.resources).filter((role) => role !== "group");
  return [...roles.map((role) => ref(tier, role)), ...(rights ? [ref(rights, "policy")] : [])];
}

/** A network balancer takes one change at a time. */
function earlierParts({ spec }: DeclaredInstancePool): Ref[] {
  return balancersOf(spec)
    .filter((one) => one.spec.kind === "network")
    .flatMap(lastPartOf);
}

const path = "instancePool.rollout";
const keeps = "running instances keep the template that they were made of; only later ones are made of a changed one";

function rolloutRules({ cloud, spec }: DeclaredInstancePool): Issue[] {
  if (!cloud.exact || spec.rollout?.instances !== undefined) return [];
  return [{ path, message: inexactly(keeps), instead: '{ instances: "kept" }' }];
}

function rolloutNotes({ spec }: DeclaredInstancePool): Note[] {
  const asked = spec.rollout?.instances;
  if (asked === "replaced") return [];
  const fate = asked === undefined ? "near" : "note";
  return [{ id: `${fate}:${path}`, fate, path, message: keeps }];
}

/** The provider sends a set's members from its stored state, which the pool leaves behind. */
function staleNotes({ spec }: DeclaredInstancePool): Note[] {
  if ((spec.backendSets ?? []).length === 0) return [];
  return [
    {
      id: "note:instancePool.refresh",
      fate: "note",
      path: "instancePool.backendSets",
      message:
        "changing a set needs a refresh first, or the pool's members are sent empty: options: { refresh: always } in Pulumi.yaml",
    },
  ];
}

function metricNotes({ spec }: DeclaredInstancePool): Note[] {
  if (spec.metrics !== true) return [];
  const message = "metrics of pools are kept in oci_instancepools, whether they are asked for or not";
  return [{ id: "note:instancePool.metrics", fate: "note", path: "instancePool.metrics", message }];
}
