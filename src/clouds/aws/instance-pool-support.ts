// Sources: Amazon EC2 Auto Scaling user guide (step scaling, target tracking, warm-up, scheduled scaling, instance refresh), Amazon
// EC2 Auto Scaling API reference (CreateAutoScalingGroup, PutScalingPolicy; botocore 1.43.11 service model), Amazon CloudWatch user
// guide (metrics of EC2, Elastic Load Balancing and the agent); read 2026-11.
import { emulated, native, near, type SupportOf, variant, when } from "../../core/support.js";
import type { InstancePoolSpec } from "../../spec/instance-pool.js";

const ownTimes = near("target tracking has alarms of its own, whose times nobody sets: this one is not used");
const noRest = near(
  "nothing rests after instances are removed: the next are removed with the next value that is low, unless new ones still warm up",
);
const byAgent =
  "the CloudWatch agent in the image must publish mem_used_percent in CWAgent, aggregated by AutoScalingGroupName alone";

export const support = {
  size: {
    fixed: native(),
    scaled: variant(native(), { min: native(), max: native(), initial: native() }),
  },
  autoscaling: {
    metric: {
      cpu: when("rule", { thresholds: native("CPUUtilization"), target: native("ASGAverageCPUUtilization") }),
      memory: emulated(byAgent, "mem_used_percent"),
      "requests-per-instance": when("rule", {
        thresholds: native("RequestCountPerTarget"),
        target: native("ALBRequestCountPerTarget"),
      }),
    },
    target: native(),
    growOnly: native(),
    scaleOut: { above: native(), add: native() },
    scaleIn: { below: native(), remove: native() },
    sustain: {
      out: when("rule", { thresholds: native(), target: ownTimes }),
      in: when("rule", { thresholds: native(), target: ownTimes }),
    },
    cooldown: {
      out: near("is the warm-up of new instances: until it ends they count as there, and nothing is removed"),
      in: noRest,
    },
    warmup: native(),
    schedules: {
      each: { cron: native(), timeZone: native(), size: native(), min: native(), max: native() },
    },
  },
  rollout: {
    instances: { replaced: native("Rolling"), kept: native() },
    minimumHealthy: native(),
    pause: near("counts from when a new instance is in service, as its warm-up"),
  },
  replaceUnhealthy: native("ELB"),
  gracePeriod: native(),
  metrics: native(),
  dashboard: native(),
  alarms: {
    notify: native(),
    unhealthyInstances: { above: native(), sustain: native() },
    serverErrors: variant(
      near(
        "errors that the balancer itself answers with are counted, not those of instances",
        "HTTPCode_ELB_5XX_Count",
      ),
      { above: native(), sustain: native() },
    ),
    belowMinimum: { sustain: native() },
  },
  tags: native(),
  physicalName: native(undefined, {
    pattern: { matches: /^[!-9;-~]+$/, says: "be ASCII characters without blanks and colons" },
  }),
} as const satisfies SupportOf<InstancePoolSpec>;
