// Sources: Heat template guide (OS::Heat::AutoScalingGroup, OS::Aodh::LBMemberHealthAlarm), aodh evaluator/loadbalancer.py (members
// in ERROR; 120 seconds for new ones), Heat API (names of stacks), @pulumi/openstack 3.15.2 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { type Plan, ref } from "../../core/planned.js";
import { type Entry, emulated, native, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import { boundsOf } from "../../spec/pool-size.js";
import { autoscalingSupport } from "./autoscaling-support.js";
import { heatStack } from "./heat-stack.js";
import { poolNotes } from "./instance-pool-notes.js";
import { instancePoolRules } from "./instance-pool-rules.js";
import { isHeat } from "./is-heat.js";
import { servers } from "./servers.js";

const group = 'pools: "heat" in the settings';
const atOnce = unsupported("servers of a fixed pool are replaced at once", group);
const noHealth = unsupported("nothing looks after servers of a fixed pool", group);
const noCount = unsupported("Octavia counts no answers by their status", "alarms of the application");

/** What a group in Heat does, and what servers of their own do. */
function either<const G extends Entry, const S extends Entry>(heat: G, servers: S) {
  return when("size", { scaled: heat, fixed: when("pools", { heat, servers }) });
}

const support = {
  size: { fixed: native(), scaled: variant(native(), { min: native(), max: native(), initial: native() }) },
  autoscaling: autoscalingSupport,
  rollout: {
    instances: {
      replaced: either(
        native(),
        near("all servers at once; a change of image or machine alone rebuilds or resizes them where they are"),
      ),
      kept: unsupported("a changed template is for all instances", '"replaced"'),
    },
    minimumHealthy: either(
      near(
        "one instance at a time is replaced, the share is reckoned of the fewest, and of two and more one is out of service meanwhile",
      ),
      atOnce,
    ),
    pause: either(native(), atOnce),
  },
  replaceUnhealthy: when("size", {
    scaled: near(
      "an unhealthy instance is replaced where the pool has its fewest; above them it goes, and the policy decides on another",
    ),
    fixed: when("pools", {
      heat: emulated("an alarm on each set's members, which sets the group's stack right in place"),
      servers: noHealth,
    }),
  }),
  gracePeriod: unsupported("Aodh gives new members 120 seconds", "leave it out"),
  metrics: unsupported("Gnocchi keeps metrics of servers and none of groups", "leave it out"),
  dashboard: unsupported("there are no dashboards of a program's own", "leave it out"),
  alarms: {
    notify: native(),
    unhealthyInstances: variant(
      either(near("Aodh tells of the first unhealthy member of a set, within a minute or two"), noHealth),
      {
        above: native(undefined, { range: [0, 0] }),
        sustain: unsupported("an alarm about members knows no duration", "leave it out"),
      },
    ),
    serverErrors: noCount,
    belowMinimum: unsupported("no metric tells how many instances are in service", "unhealthyInstances"),
  },
  tags: near("labels become metadata of the servers, and the stack bears none"),
  physicalName: either(
    native(undefined, {
      length: [1, 255],
      pattern: {
        matches: /^[A-Za-z][A-Za-z0-9_.-]*$/,
        says: "begin with a letter and go on with letters, digits, _, . and -",
      },
    }),
    near("servers bear it with a number behind it", undefined, { length: [1, 250] }),
  ),
} as const satisfies SupportOf<InstancePoolSpec>;

export const instancePool: Adapter<InstancePoolSpec> = { support, rules: instancePoolRules, plan };

function plan(it: DeclaredInstancePool): Plan {
  const notes = poolNotes(it);
  if (!isHeat(it)) return { resources: servers(it, boundsOf(it.spec.size).max), outputs: {}, notes };
  return { resources: heatStack(it), outputs: { groupId: ref("stack.id") }, notes };
}
