/** What a value of a metric stands for. */
interface Measure {
  readonly vcpus: number;
  /** Seconds. */
  readonly granularity: number;
}

/** One or two members that follow the load of their processors, as a template of Heat. */
export function group(member: object, measure: Measure): object {
  return {
    heat_template_version: "2018-08-31",
    resources: {
      group: {
        type: "OS::Heat::AutoScalingGroup",
        properties: {
          min_size: 1,
          max_size: 2,
          cooldown: 300,
          rolling_updates: { min_in_service: 1, max_batch_size: 1, pause_time: 120 },
          resource: { type: "Shop::Member", properties: member },
        },
      },
      ...scaling("scaleOut", 1, { comparison_operator: "gt", threshold: nanoseconds(40, measure) }, measure),
      ...scaling("scaleIn", -1, { comparison_operator: "lt", threshold: nanoseconds(20, measure) }, measure),
    },
    outputs: {
      size: { value: { str_replace: { template: "n", params: { n: { get_attr: ["group", "current_size"] } } } } },
    },
  };
}

/** Time of processors within one value. */
function nanoseconds(percent: number, { vcpus, granularity }: Measure): number {
  return (percent / 100) * granularity * 1e9 * vcpus;
}

function scaling(name: string, change: number, comparison: object, { granularity }: Measure) {
  return {
    [name]: {
      type: "OS::Heat::ScalingPolicy",
      properties: {
        auto_scaling_group_id: { get_resource: "group" },
        adjustment_type: "change_in_capacity",
        scaling_adjustment: change,
        cooldown: 300,
      },
    },
    [`${name}Alarm`]: {
      type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
      properties: {
        metric: "cpu",
        aggregation_method: "rate:mean",
        resource_type: "instance",
        query: {
          str_replace: {
            template: '{"and":[{"=":{"ended_at":null}},{"=":{"server_group":"$group"}}]}',
            params: { $group: { get_param: "OS::stack_id" } },
          },
        },
        granularity,
        evaluation_periods: 3,
        ...comparison,
        repeat_actions: true,
        alarm_actions: [{ list_join: ["", ["trust+", { get_attr: [name, "signal_url"] }]] }],
      },
    },
  };
}
