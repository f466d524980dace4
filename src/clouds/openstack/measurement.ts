// Sources: telemetry-tempest-plugin (the query for a group's servers, trust+ before the URL of a policy), Heat template guide
// (OS::Aodh::GnocchiAggregationByResourcesAlarm); read 2026-11.
import { metrics } from "./autoscaling-support.js";

/** One value for all servers of the group that still are. */
export function measured(metric: keyof typeof metrics) {
  const { name, aggregation } = metrics[metric];
  return {
    metric: name,
    aggregation_method: aggregation,
    resource_type: "instance",
    query: {
      str_replace: {
        template: '{"and":[{"=":{"ended_at":null}},{"=":{"server_group":"$group"}}]}',
        params: { $group: { get_param: "OS::stack_id" } },
      },
    },
  };
}

/** Alarms act as the user who made the stack. */
export function signalTo(policy: string): object {
  return { list_join: ["", ["trust+", { get_attr: [policy, "signal_url"] }]] };
}
