// Sources: telemetry-tempest-plugin (the query for a group's servers, trust+ before the URL of a policy), Heat template guide
// (OS::Aodh::GnocchiAggregationByResourcesAlarm); read 2026-11.
import { autoscalingSupport } from "./autoscaling-support.js";

/** Processors are counted in time, so their rate is what is compared. */
const aggregations = { cpu: "rate:mean", memory: "mean" } as const;

/** One value for all servers of the group that still are. */
export function measured(metric: keyof typeof aggregations) {
  return {
    metric: autoscalingSupport.metric[metric].as,
    aggregation_method: aggregations[metric],
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
