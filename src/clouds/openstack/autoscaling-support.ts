// Sources: Heat template guide (scaling policies, Aodh alarms with time constraints), heat cooldown.py (one rest for a whole group),
// Ceilometer measurements (cpu, memory.usage; nothing counts requests); read 2026-11.
import { emulated, native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";

const noBounds = unsupported("an alarm can set a size and no bounds", "size");

export const autoscalingSupport = {
  metric: {
    cpu: native("cpu"),
    memory: native("memory.usage"),
    "requests-per-instance": unsupported("nothing here counts the requests of an instance", '"cpu"'),
  },
  target: emulated(
    "one more above it, and one fewer, unless it only grows, below half of it: two thirds with min: 2, 70 % with more",
  ),
  growOnly: native(),
  scaleOut: { above: native(), add: native() },
  scaleIn: { below: native(), remove: native() },
  sustain: { out: native(), in: native() },
  cooldown: {
    out: near("the group rests as a whole: removing waits as well"),
    in: near("the group rests as a whole: adding waits as well"),
  },
  warmup: near("new instances count at once, and the rest after adding is longer by it"),
  schedules: {
    each: {
      cron: native(),
      timeZone: native(),
      size: when("signal", {
        schedules: emulated("an alarm that is awake for some minutes and sets the size in each of them"),
        "metric and schedules": near(
          "an alarm sets the size for some minutes, and the metric moves it from then on, at once where it asks for that",
        ),
      }),
      min: noBounds,
      max: noBounds,
    },
  },
} as const satisfies SupportOf<AutoscalingPolicySpec>;
