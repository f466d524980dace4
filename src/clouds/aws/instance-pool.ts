// Sources: Amazon EC2 Auto Scaling API reference (CreateAutoScalingGroup; botocore 1.43.11 service model), terraform-provider-aws
// internal/service/autoscaling (capacity waits, instance refresh by the template's version, drain at deletion), @pulumi/aws 7.48.0;
// read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { outputOf, type Plan, type Planned, type Ref, ref, text, together } from "../../core/planned.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import { boundsOf, firstOf } from "../../spec/pool-size.js";
import { autoscaling } from "./autoscaling-policy.js";
import { instancePoolNotes } from "./instance-pool-notes.js";
import { instancePoolRules } from "./instance-pool-rules.js";
import { support } from "./instance-pool-support.js";
import { pathsInto } from "./members.js";
import { poolAlarms } from "./pool-alarms.js";
import { poolDashboard } from "./pool-dashboard.js";
import { dependencies } from "./pool-order.js";
import { poolNaming, resource } from "./resources.js";
import { instanceRefresh, usualGrace } from "./rollout.js";
import { subnetsOf } from "./subnets.js";
import { named, propagated } from "./tags.js";
import { defaultWarmup } from "./warmup.js";

export const instancePool: Adapter<InstancePoolSpec> = { support, rules: instancePoolRules, plan };

function plan(it: DeclaredInstancePool): Plan {
  const paths = memberPaths(it.spec);
  return {
    resources: {
      ...paths,
      pool: group(it, paths),
      ...autoscaling(it),
      ...poolAlarms(it),
      ...poolDashboard(it),
    },
    outputs: { groupId: ref("pool.name") },
    notes: instancePoolNotes(it),
  };
}

/** Sets that name a tier have led to it already. */
function memberPaths({ template, backendSets = [] }: InstancePoolSpec): Record<string, Planned> {
  const { tier } = template.spec;
  const sets = backendSets.filter((set) => set.spec.tier === undefined);
  return together(sets.map((set) => pathsInto(tier, set)));
}

function group(it: DeclaredInstancePool, paths: Record<string, Planned>): Planned {
  const { template, backendSets = [], size, physicalName, gracePeriod = usualGrace } = it.spec;
  const { network, placement = "private" } = template.spec.tier.spec;
  const { min, max } = boundsOf(size);
  return resource(
    "aws:autoscaling/group:Group",
    {
      ...(physicalName === undefined ? {} : { name: physicalName }),
      vpcZoneIdentifiers: subnetsOf(network, placement).map(({ id }) => id),
      launchTemplate: { id: ref(template, "template.id"), version: text(ref(template, "template.latestVersion")) },
      targetGroupArns: backendSets.map((set) => outputOf(set, "backendSetId") as Ref),
      healthCheckType: healthCheckType(it.spec),
      healthCheckGracePeriod: gracePeriod,
      minSize: min,
      maxSize: max,
      desiredCapacity: firstOf(size),
      defaultInstanceWarmup: defaultWarmup(it.spec.autoscaling ?? {}),
      waitForCapacityTimeout: "0",
      ...instanceRefresh(it.spec),
      ...poolMetrics(it.spec),
      tags: propagated(named(it.spec.tags, template.spec.tags?.Name ?? it.name).tags),
    },
    {
      naming: poolNaming,
      options: {
        ...(size.kind === "scaled" ? { ignoreChanges: ["desiredCapacity"] } : {}),
        customTimeouts: { delete: `${deletionMinutes(it.spec)}m` },
        dependsOn: dependencies(it, paths),
      },
    },
  );
}

function healthCheckType({ replaceUnhealthy = true, backendSets = [] }: InstancePoolSpec): string {
  return replaceUnhealthy && backendSets.length > 0 ? support.replaceUnhealthy.as : "EC2";
}

const metrics = [
  "GroupMinSize",
  "GroupMaxSize",
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupPendingInstances",
  "GroupStandbyInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
] as const;

/** Asked for, or what an alarm or a graph is made of. */
function poolMetrics({ metrics: wanted, dashboard, alarms }: InstancePoolSpec) {
  if (!wanted && !dashboard && !alarms?.belowMinimum) return {};
  return { enabledMetrics: [...metrics], metricsGranularity: "1Minute" };
}

/** Instances leave their sets before they end; the service's own drain is 300 seconds. */
function deletionMinutes({ backendSets = [] }: InstancePoolSpec): number {
  const drains = backendSets.map((set) => set.spec.drain ?? 300);
  return 10 + Math.ceil(Math.max(0, ...drains) / 60);
}
