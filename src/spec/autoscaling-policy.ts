import { z } from "zod";
import type { BackendSet } from "../components/backend-set.js";
import { because } from "../core/parse.js";
import type { DeclaredBackendSet } from "./backend-set.js";
import { cron } from "./cron.js";
import { partName, reference } from "./fields.js";
import { timeZone } from "./time-zone.js";

export interface AutoscalingPolicyArgs {
  /**
   * What is measured, as a mean over the pool: share of the processors or of the memory in use, in percent, or requests
   * that an instance answers in a second.
   *
   * - aws: "memory" emulated: the CloudWatch agent in the image must publish mem_used_percent in CWAgent, aggregated by
   *   AutoScalingGroupName alone
   * - oci: "cpu" and "memory" near for signal metric; "cpu" and "memory" not available for signal metric and schedules;
   *   "requests-per-instance" not available
   * - openstack: "requests-per-instance" not available: nothing here counts the requests of an instance
   * - cloudstack: "requests-per-instance" near: connections at a time are counted, not requests in a second
   */
  metric?: "cpu" | "memory" | "requests-per-instance";
  /** The backend set whose requests are counted. For requests-per-instance. */
  requestsOf?: BackendSet;
  /**
   * Value that the pool is kept near by adding and removing instances. Either this, or `scaleOut` and `scaleIn`.
   *
   * - oci: emulated, 2..99: one instance more above it, and one fewer below half of it; from 2 fewest instances on
   *   below two thirds of it, from 3 on below seven tenths
   * - openstack: emulated: one more above it, and one fewer, unless it only grows, below half of it: two thirds with
   *   min: 2, 70 % with more
   * - cloudstack: emulated: one step out above it, one step in well below it
   */
  target?: number;
  /**
   * Whether a target only adds instances. Default false.
   *
   * - oci: emulated: the rule for fewer instances, which a policy must have, never holds: below 0 percent
   * - cloudstack: emulated: a condition for removing that never holds
   */
  growOnly?: boolean;
  /** When instances are added, and how many. */
  scaleOut?: ScaleOut;
  /** When instances are removed, and how many. Default: never. */
  scaleIn?: ScaleIn;
  /** How long a value must hold before it counts. Seconds, whole, 60..3600; one number stands for both. Default 180. */
  sustain?: number | Sustain;
  /** How long the pool rests after a change. Seconds, whole, 0..3600; one number stands for both. Default 300. */
  cooldown?: number | Cooldown;
  /**
   * How long a new instance is left out of the mean. Seconds, whole, 0..3600. Default: what the cloud does.
   *
   * - oci: not available: the cooldown begins when all instances run: nothing else is waited for
   * - openstack: near: new instances count at once, and the rest after adding is longer by it
   * - cloudstack: near: is added to the cooldown
   */
  warmup?: number;
  /** Sizes at set times, by name. */
  schedules?: Record<string, Schedule>;
}

export interface ScaleOut {
  /**
   * The mean above which instances are added.
   *
   * - oci: 0..100
   */
  above: number;
  /**
   * How many. Whole number, 1..100.
   *
   * - cloudstack: 1 only
   */
  add: number;
}

export interface ScaleIn {
  /**
   * The mean below which instances are removed.
   *
   * - oci: 0..100
   */
  below: number;
  /**
   * How many. Whole number, 1..100.
   *
   * - cloudstack: 1 only
   */
  remove: number;
}

export interface Sustain {
  /**
   * Towards more instances. Seconds.
   *
   * - aws: near for rule target: target tracking has alarms of its own, whose times nobody sets: this one is not used
   * - cloudstack: near: the mean over that time is compared, not every value in it
   */
  out?: number;
  /**
   * Towards fewer instances. Seconds.
   *
   * - aws: near for rule target: target tracking has alarms of its own, whose times nobody sets: this one is not used
   * - cloudstack: near: the mean over that time is compared, not every value in it
   */
  in?: number;
}

export interface Cooldown {
  /**
   * After instances were added. Seconds.
   *
   * - aws: near: is the warm-up of new instances: until it ends they count as there, and nothing is removed
   * - openstack: near: the group rests as a whole: removing waits as well
   */
  out?: number;
  /**
   * After instances were removed. Seconds.
   *
   * - aws: near: nothing rests after instances are removed: the next are removed with the next value that is low,
   *   unless new ones still warm up
   * - openstack: near: the group rests as a whole: adding waits as well
   * - cloudstack: near: quiettime has no effect on removing: its duration is made longer
   */
  in?: number;
}

export interface Schedule {
  /**
   * When: five fields, minute hour day-of-month month day-of-week; both day fields restricted mean either.
   *
   * - cloudstack: not available: a group has no schedule
   */
  cron: string;
  /**
   * The zone whose clock counts, by its IANA name.
   *
   * - cloudstack: not available: a group has no schedule
   */
  timeZone: string;
  /**
   * Instances from then on, until something changes it.
   *
   * - openstack: emulated for signal schedules; near for signal metric and schedules
   * - cloudstack: not available: a group has no schedule
   */
  size?: number;
  /**
   * Fewest instances from then on.
   *
   * - oci: not available: a schedule sets the size alone
   * - openstack: not available: an alarm can set a size and no bounds
   * - cloudstack: not available: a group has no schedule
   */
  min?: number;
  /**
   * Most instances from then on.
   *
   * - oci: not available: a schedule sets the size alone
   * - openstack: not available: an alarm can set a size and no bounds
   * - cloudstack: not available: a group has no schedule
   */
  max?: number;
}

export type AutoscalingPolicySpec = Omit<AutoscalingPolicyArgs, "requestsOf" | "sustain" | "cooldown"> & {
  requestsOf?: DeclaredBackendSet;
  sustain?: Sustain;
  cooldown?: Cooldown;
};

const change = z.int().min(1).max(100);
const percentOrRate = z.number().positive().max(1_000_000);
const size = z.int().min(0).max(1000);

/** One number for both directions, or a number for each. */
function directions(low: number, high: number) {
  const seconds = z.int().min(low).max(high);
  return z
    .union([seconds, z.strictObject({ out: seconds.optional(), in: seconds.optional() })], {
      error: because("must be seconds, whole, for both directions or for each", "300, or { out: 300, in: 600 }"),
    })
    .transform((value) => (typeof value === "number" ? { out: value, in: value } : value));
}

export const autoscalingPolicyFields = {
  metric: z.enum(["cpu", "memory", "requests-per-instance"]).optional(),
  requestsOf: reference<DeclaredBackendSet>("BackendSet").optional(),
  target: percentOrRate.optional(),
  growOnly: z.boolean().optional(),
  scaleOut: z.strictObject({ above: percentOrRate, add: change }).optional(),
  scaleIn: z.strictObject({ below: percentOrRate, remove: change }).optional(),
  sustain: directions(60, 3600).optional(),
  cooldown: directions(0, 3600).optional(),
  warmup: z.int().min(0).max(3600).optional(),
  schedules: z
    .record(
      partName,
      z.strictObject({
        cron,
        timeZone,
        size: size.optional(),
        min: size.optional(),
        max: size.optional(),
      }),
    )
    .refine((schedules) => Object.keys(schedules).length > 0, "needs at least one schedule")
    .optional(),
};
