// Sources: CloudStack API reference (createAutoScaleVmGroup, createAutoScalePolicy, createCondition, listCounters of the virtual
// router), AutoScaleManagerImpl of ycyun/ablestack-cloud branch ablestack-diplo (means, steps of one, quiettime); read 2026-08.
import { emulated, native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import type { InstancePoolSpec } from "../../spec/instance-pool.js";

const one = { range: [1, 1] } as const;
const byTheGroup = unsupported("a group takes no virtual machine away because a check fails", "leave it out");
const noAlarm = unsupported("there is no alarm service", "leave it out");
const noRollout = unsupported("a new profile is for virtual machines that are made later", '"kept"');
const noSchedule = unsupported("a group has no schedule", "a metric");

export const instancePool = {
  support: {
    size: {
      fixed: native(),
      scaled: {
        self: near("a group whose virtual machines fail to start may pass its maximum: set a limit of the account"),
        fields: {
          min: native(undefined, { range: [1, 1000] }),
          max: native(undefined, { range: [1, 1000] }),
          initial: near("a group starts at its minimum"),
        },
      },
    },
    autoscaling: {
      metric: {
        cpu: native("cpu.usage"),
        memory: native("memory.usage"),
        "requests-per-instance": near("connections at a time are counted, not requests in a second"),
      },
      target: emulated("one step out above it, one step in well below it"),
      growOnly: emulated("a condition for removing that never holds"),
      scaleOut: { above: native(), add: native(undefined, one) },
      scaleIn: { below: native(), remove: native(undefined, one) },
      sustain: {
        out: near("the mean over that time is compared, not every value in it"),
        in: near("the mean over that time is compared, not every value in it"),
      },
      cooldown: {
        out: native("quiettime"),
        in: near("quiettime has no effect on removing: its duration is made longer"),
      },
      warmup: near("is added to the cooldown"),
      schedules: {
        each: { cron: noSchedule, timeZone: noSchedule, size: noSchedule, min: noSchedule, max: noSchedule },
      },
    },
    rollout: {
      instances: { replaced: noRollout, kept: native() },
      minimumHealthy: noRollout,
      pause: noRollout,
    },
    replaceUnhealthy: byTheGroup,
    gracePeriod: byTheGroup,
    metrics: unsupported("a group publishes no metrics", "leave it out"),
    dashboard: unsupported("there are no dashboards of a program's own", "leave it out"),
    alarms: {
      notify: noAlarm,
      unhealthyInstances: { above: noAlarm, sustain: noAlarm },
      serverErrors: { above: noAlarm, sustain: noAlarm },
      belowMinimum: { sustain: noAlarm },
    },
    tags: native(),
    physicalName: when("size", { fixed: unsupported("only groups have names", "leave it out"), scaled: native() }),
  } as const satisfies SupportOf<InstancePoolSpec>,
};
