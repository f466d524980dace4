import { z } from "zod";
import type { BackendSet } from "../components/backend-set.js";
import type { InstanceTemplate } from "../components/instance-template.js";
import type { Declared } from "../core/declared.js";
import type { Noun, Remark } from "../core/noun.js";
import { because } from "../core/parse.js";
import type { Facets } from "../core/support.js";
import { type Alarms, alarms } from "./alarms.js";
import {
  type AutoscalingPolicyArgs,
  type AutoscalingPolicySpec,
  autoscalingPolicyFields,
} from "./autoscaling-policy.js";
import type { DeclaredBackendSet } from "./backend-set.js";
import { type CloudChoice, physicalName, reference, tags } from "./fields.js";
import { overshootRemarks } from "./flap-rules.js";
import { instancePoolRules } from "./instance-pool-rules.js";
import type { DeclaredInstanceTemplate } from "./instance-template.js";
import type { Bounds, PoolSize } from "./pool-size.js";
import { reachOf, zoneRemarks } from "./schedule-rules.js";

export interface InstancePoolArgs extends CloudChoice {
  /** What its instances are made of. */
  template: InstanceTemplate;
  /** The backend sets that its instances are members of. Default: none. */
  backendSets?: BackendSet[];
  /**
   * How many instances: a number, or bounds for `autoscaling` to move between.
   *
   * Whole numbers, 0..1000. With a policy the size belongs to it from the first deployment on.
   *
   * - cloudstack: "scaled" near: a group whose virtual machines fail to start may pass its maximum: set a limit of the
   *   account
   */
  size: number | Bounds;
  /** What moves the size. Required with bounds. */
  autoscaling?: AutoscalingPolicyArgs;
  /** What becomes of running instances when the template changes. */
  rollout?: Rollout;
  /**
   * Whether instances that their backend sets find unhealthy are replaced. Default: what the cloud does.
   *
   * - oci: not available: a pool does not act on the health that its backend sets find
   * - openstack: near for size scaled; emulated for size fixed with pools heat; not available for size fixed with pools
   *   servers
   * - cloudstack: not available: a group takes no virtual machine away because a check fails
   */
  replaceUnhealthy?: boolean;
  /**
   * Time that a new instance has before its health counts. Seconds, whole, 0..7200. Default: what the cloud gives.
   *
   * - oci: not available: a pool does not act on the health that its backend sets find
   * - openstack: not available: Aodh gives new members 120 seconds
   * - cloudstack: not available: a group takes no virtual machine away because a check fails
   */
  gracePeriod?: number;
  /**
   * Whether metrics of the pool itself are kept: its size, and how many are in service. Default false.
   *
   * - openstack: not available: Gnocchi keeps metrics of servers and none of groups
   * - cloudstack: not available: a group publishes no metrics
   */
  metrics?: boolean;
  /**
   * Whether there is a page that shows the pool and its balancers. Default false.
   *
   * - oci: not available: dashboards are imported whole and not made by a program
   * - openstack: not available: there are no dashboards of a program's own
   * - cloudstack: not available: there are no dashboards of a program's own
   */
  dashboard?: boolean;
  /** Who is told when something is wrong, and when. Default: nobody. */
  alarms?: Alarms;
  /**
   * Labels of the pool and its instances. Keys of 1..128 and values of up to 256 characters.
   *
   * - oci: near: the pool alone: its instances take the labels of their template
   * - openstack: near: labels become metadata of the servers, and the stack bears none
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: must be ASCII characters without blanks and colons
   * - openstack: narrower for size scaled or size fixed with pools heat; near, 1..250 characters for size fixed with
   *   pools servers
   * - cloudstack: not available for size fixed: only groups have names
   */
  physicalName?: string;
}

export interface Rollout {
  /**
   * Whether running instances are replaced by ones of the new template, or kept until they go for another reason.
   *
   * - oci: "replaced" emulated: a new pool is made beside the old one, joins its backend sets, and the old one goes
   * - openstack: "replaced" near for size fixed with pools servers; "kept" not available
   * - cloudstack: "replaced" not available: a new profile is for virtual machines that are made later
   */
  instances?: "replaced" | "kept";
  /**
   * Share of the instances that stays in service meanwhile. Percent, whole, 0..100. Default: the cloud's own.
   *
   * - oci: not available: all instances are replaced together with their pool
   * - openstack: near for size scaled or size fixed with pools heat; not available for size fixed with pools servers
   * - cloudstack: not available: a new profile is for virtual machines that are made later
   */
  minimumHealthy?: number;
  /**
   * Time between one group of instances and the next. Seconds, whole, 0..3600. Default: time to start.
   *
   * - aws: near: counts from when a new instance is in service, as its warm-up
   * - oci: not available: all instances are replaced together with their pool
   * - openstack: not available for size fixed with pools servers: servers of a fixed pool are replaced at once
   * - cloudstack: not available: a new profile is for virtual machines that are made later
   */
  pause?: number;
}

export type InstancePoolSpec = Omit<InstancePoolArgs, "cloud" | "template" | "backendSets" | "size" | "autoscaling"> & {
  template: DeclaredInstanceTemplate;
  backendSets?: DeclaredBackendSet[];
  size: PoolSize;
  autoscaling?: AutoscalingPolicySpec;
};
export type DeclaredInstancePool = Declared<InstancePoolSpec>;

const count = z.int().min(0).max(1000);

const size = z
  .union([count, z.strictObject({ min: count, max: count, initial: count.optional() })], {
    error: because("must be a number of instances, or bounds", "2, or { min: 1, max: 4 }"),
  })
  .transform(
    (value): PoolSize =>
      typeof value === "number" ? { kind: "fixed", count: value } : ({ kind: "scaled", ...value } as PoolSize),
  );

export const instancePool: Noun<InstancePoolSpec> = {
  name: "InstancePool",
  fields: {
    template: reference<DeclaredInstanceTemplate>("InstanceTemplate"),
    backendSets: z.array(reference<DeclaredBackendSet>("BackendSet")).optional(),
    size,
    autoscaling: z.strictObject(autoscalingPolicyFields).optional(),
    rollout: z
      .strictObject({
        instances: z.enum(["replaced", "kept"]).optional(),
        minimumHealthy: z.int().min(0).max(100).optional(),
        pause: z.int().min(0).max(3600).optional(),
      })
      .optional(),
    replaceUnhealthy: z.boolean().optional(),
    gracePeriod: z.int().min(0).max(7200).optional(),
    metrics: z.boolean().optional(),
    dashboard: z.boolean().optional(),
    alarms: alarms.optional(),
    tags: tags.optional(),
    physicalName: physicalName.optional(),
  },
  facets: ({ size: given, autoscaling }) => ({
    ...(given ? { size: given.kind } : {}),
    ...scalingFacets(autoscaling ?? {}),
  }),
  rules: instancePoolRules,
  remarks: ({ spec }) => [sizeRemark(spec), ...overshootRemarks(spec), ...zoneRemarks(spec)],
};

/** What a policy goes by, and in which form. */
function scalingFacets({ metric, schedules, target }: AutoscalingPolicySpec): Facets {
  const signals = [...(metric ? ["metric"] : []), ...(schedules ? ["schedules"] : [])];
  return {
    signal: signals.join(" and ") || "none",
    metric: metric ?? "none",
    rule: metric === undefined ? "none" : ruleOf(target),
  };
}

function ruleOf(target: number | undefined): string {
  return target === undefined ? "thresholds" : "target";
}

/** What the pool may grow to is what it may cost, and what addresses it needs. */
function sizeRemark(spec: InstancePoolSpec): Remark {
  const { min, max } = reachOf(spec);
  const span = min === max ? `${max}` : `${min} to ${max}`;
  const place = spec.template.spec.tier.spec.placement === "public" ? "public" : "private";
  const each = span === "1" ? "1 instance, with one address" : `${span} instances, each with one address`;
  const message = `${each} of its own in ${place} subnets`;
  return { id: "instancePool.size", path: "instancePool.size", message, fate: "note" };
}
