// Sources: Heat template guide (OS::Aodh::LBMemberHealthAlarm), aodh evaluator/loadbalancer.py (members in ERROR for more than 120
// seconds after they were made; one alarm for each pool), aodh notifier/heat.py (trust+heat:// replaces them); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { membershipsOf } from "./membership.js";
import { settingsOf } from "./settings.js";

/** Alarms about members that their set finds unhealthy: one that replaces them, and one that tells somebody. */
export function healthAlarms(it: DeclaredInstancePool): Record<string, object> {
  const { replaceUnhealthy, alarms } = it.spec;
  const url = alarms?.unhealthyInstances ? meaning(settingsOf(it).topics, alarms.notify) : undefined;
  const found = membershipsOf(it).map(({ poolId }, index) => ({
    ...(replaceUnhealthy ? { [`replacement_${index + 1}`]: alarm(poolId, "trust+heat://") } : {}),
    ...(url === undefined ? {} : { [`notice_${index + 1}`]: alarm(poolId, url) }),
  }));
  return Object.assign({}, ...found);
}

/** Acts once for each time that it goes off. */
function alarm(pool: unknown, action: Input<string>): object {
  return {
    type: "OS::Aodh::LBMemberHealthAlarm",
    properties: {
      pool,
      stack: { get_param: "OS::stack_id" },
      autoscaling_group_id: { get_resource: "group" },
      alarm_actions: [action],
      repeat_actions: false,
    },
  };
}
