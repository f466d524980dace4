import { conform, rejects, type Stack } from "./harness.js";

const scaled = { min: 1, max: 4 };
const calm = { metric: "cpu", scaleOut: { above: 60, add: 1 }, scaleIn: { below: 20, remove: 1 } };
const day = { cron: "0 8 * * MON-FRI", timeZone: "Asia/Seoul", size: 4 };

/** The rules between the balancer and the pool's members. */
const way = {
  aws: {
    "egress:tcp-5000-tier-web": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 5000,
      toPort: 5000,
      description: "egress tcp 5000 tier-web",
      referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
    },
    "ingress:tcp-5000-balancer-front": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      ipProtocol: "tcp",
      fromPort: 5000,
      toPort: 5000,
      description: "ingress tcp 5000 balancer-front",
      referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
    },
  },
  oci: {
    "egress:tcp-5000-tier-web": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "EGRESS",
      protocol: "6",
      destination: { ref: "group.id", of: "tier:web" },
      destinationType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
      description: "egress tcp 5000 tier-web",
    },
    "ingress:tcp-5000-balancer-front": {
      networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "INGRESS",
      protocol: "6",
      source: { ref: "group.id", of: "loadBalancer:front" },
      sourceType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
      description: "ingress tcp 5000 balancer-front",
    },
  },
  openstack: {
    "ingress:tcp-5000-10-20-0-0-17": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "ingress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 5000,
      portRangeMax: 5000,
      remoteIpPrefix: "10.20.0.0/17",
    },
  },
};

const pools = {
  aws: {
    vpcZoneIdentifiers: [
      { ref: "private:ap-northeast-2a.id", of: "network:shop" },
      { ref: "private:ap-northeast-2c.id", of: "network:shop" },
    ],
    launchTemplate: {
      id: { ref: "template.id", of: "instanceTemplate:web" },
      version: { text: [{ ref: "template.latestVersion", of: "instanceTemplate:web" }] },
    },
    targetGroupArns: [{ ref: "targetGroup.arn", of: "backendSet:front/pages" }],
    healthCheckType: "ELB",
    healthCheckGracePeriod: 300,
    minSize: 2,
    maxSize: 2,
    desiredCapacity: 2,
    defaultInstanceWarmup: 300,
    waitForCapacityTimeout: "0",
    instanceRefresh: {
      strategy: "Rolling",
      preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 110, skipMatching: true, instanceWarmup: "300" },
    },
    tags: [{ key: "Name", value: "web", propagateAtLaunch: true }],
  },
  oci: {
    compartmentId: "ocid1.compartment.oc1..demo",
    displayName: "web",
    instanceConfigurationId: { ref: "configuration.id", of: "instanceTemplate:web" },
    size: 2,
    placementConfigurations: [
      {
        availabilityDomain: "Uocm:US-ASHBURN-AD-1",
        primaryVnicSubnets: { subnetId: { ref: "private.id", of: "network:shop" } },
      },
      {
        availabilityDomain: "Uocm:US-ASHBURN-AD-2",
        primaryVnicSubnets: { subnetId: { ref: "private.id", of: "network:shop" } },
      },
    ],
    loadBalancers: [
      {
        loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
        backendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
        port: 5000,
        vnicSelection: "PrimaryVnic",
      },
    ],
  },
};

const rolling = { min_in_service: 1, max_batch_size: 1, pause_time: 120 };
const member = {
  type: "Webtier::Member",
  properties: {
    image: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
    flavor: "m1.small",
    network: { ref: "network.id", of: "network:shop" },
    subnet: { ref: "private.id", of: "network:shop" },
    security_group: { ref: "group.id", of: "tier:web" },
    server_group: { ref: "serverGroup.id" },
    metadata: { "metering.server_group": { get_param: "OS::stack_id" } },
    sets: {
      "front-pages": {
        pool: { ref: "pool.id", of: "backendSet:front/pages" },
        port: 5000,
        check_port: 5000,
        subnet: { ref: "private.id", of: "network:shop" },
      },
    },
  },
};
const query = {
  str_replace: {
    template: '{"and":[{"=":{"ended_at":null}},{"=":{"server_group":"$group"}}]}',
    params: { $group: { get_param: "OS::stack_id" } },
  },
};

/** A stack of a group and what moves its size. */
function heat(resources: object) {
  return {
    templateOpts: {
      Bin: {
        json: {
          heat_template_version: "2018-08-31",
          resources,
          outputs: {
            size: { value: { str_replace: { template: "n", params: { n: { get_attr: ["group", "current_size"] } } } } },
          },
        },
      },
    },
    environmentOpts: {
      Bin: {
        json: {
          resource_registry: {
            "Webtier::Member":
              "file:///tmp/webtier-4e417b37fdff3fa3b19920221ac25487a51668478833051561262d5b34c0977b.yaml",
          },
        },
      },
    },
    timeout: 50,
  };
}

conform("two instances behind a set", (stack) => stack.served(), {
  aws: { ...way.aws, pool: pools.aws },
  oci: { ...way.oci, pool: pools.oci },
  openstack: {
    ...way.openstack,
    serverGroup: { policies: ["soft-anti-affinity"] },
    "port:0": {
      networkId: { ref: "network.id", of: "network:shop" },
      fixedIps: [{ subnetId: { ref: "private.id", of: "network:shop" } }],
      securityGroupIds: [{ ref: "group.id", of: "tier:web" }],
    },
    "port:1": {
      networkId: { ref: "network.id", of: "network:shop" },
      fixedIps: [{ subnetId: { ref: "private.id", of: "network:shop" } }],
      securityGroupIds: [{ ref: "group.id", of: "tier:web" }],
    },
    "instance:0": {
      flavorId: "m1.small",
      imageId: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
      networks: [{ port: { ref: "port:0.id" } }],
      schedulerHints: [{ group: { ref: "serverGroup.id" } }],
      availabilityZone: "nova-a",
    },
    "instance:1": {
      flavorId: "m1.small",
      imageId: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
      networks: [{ port: { ref: "port:1.id" } }],
      schedulerHints: [{ group: { ref: "serverGroup.id" } }],
      availabilityZone: "nova-b",
    },
    "member:0-front-pages": {
      poolId: { ref: "pool.id", of: "backendSet:front/pages" },
      address: { ref: "port:0.allFixedIps[0]" },
      protocolPort: 5000,
    },
    "member:1-front-pages": {
      poolId: { ref: "pool.id", of: "backendSet:front/pages" },
      address: { ref: "port:1.allFixedIps[0]" },
      protocolPort: 5000,
    },
  },
});

conform("thresholds of processor use", (stack) => stack.served({ size: scaled, autoscaling: calm }), {
  aws: {
    ...way.aws,
    pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
    "scaling:out": {
      autoscalingGroupName: { ref: "pool.name" },
      policyType: "StepScaling",
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
      estimatedInstanceWarmup: 300,
    },
    "scaling:in": {
      autoscalingGroupName: { ref: "pool.name" },
      policyType: "StepScaling",
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
    },
    "alarm:out": {
      comparisonOperator: "GreaterThanThreshold",
      alarmDescription: "adds instances while it is in alarm",
      metricName: "CPUUtilization",
      dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
      statistic: "Average",
      namespace: "AWS/EC2",
      period: 60,
      threshold: 60,
      evaluationPeriods: 3,
      treatMissingData: "missing",
      alarmActions: [{ ref: "scaling:out.arn" }],
    },
    "alarm:in": {
      comparisonOperator: "LessThanThreshold",
      alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
      metricName: "CPUUtilization",
      dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
      statistic: "Average",
      namespace: "AWS/EC2",
      period: 60,
      threshold: 20,
      evaluationPeriods: 3,
      treatMissingData: "missing",
      alarmActions: [{ ref: "scaling:in.arn" }],
    },
  },
  oci: {
    ...way.oci,
    pool: { ...pools.oci, size: 1 },
    autoscaling: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "web-autoscaling",
      isEnabled: true,
      coolDownInSeconds: 300,
      autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
      policies: [
        {
          policyType: "threshold",
          displayName: "web-cpu",
          isEnabled: true,
          capacity: { initial: 1, max: 4, min: 1 },
          rules: [
            {
              displayName: "scale-out",
              action: { type: "CHANGE_COUNT_BY", value: 1 },
              metric: {
                metricSource: "COMPUTE_AGENT",
                metricType: "CPU_UTILIZATION",
                pendingDuration: "PT3M",
                threshold: { operator: "GT", value: 60 },
              },
            },
            {
              displayName: "scale-in",
              action: { type: "CHANGE_COUNT_BY", value: -1 },
              metric: {
                metricSource: "COMPUTE_AGENT",
                metricType: "CPU_UTILIZATION",
                pendingDuration: "PT3M",
                threshold: { operator: "LT", value: 20 },
              },
            },
          ],
        },
      ],
    },
  },
  openstack: {
    ...way.openstack,
    serverGroup: { policies: ["soft-anti-affinity"] },
    stack: heat({
      group: {
        type: "OS::Heat::AutoScalingGroup",
        properties: { min_size: 1, max_size: 4, cooldown: 300, rolling_updates: rolling, resource: member },
      },
      scaleOut: {
        type: "OS::Heat::ScalingPolicy",
        properties: {
          auto_scaling_group_id: { get_resource: "group" },
          adjustment_type: "change_in_capacity",
          scaling_adjustment: 1,
          cooldown: 300,
        },
      },
      scaleOutAlarm: {
        type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
        properties: {
          metric: "cpu",
          aggregation_method: "rate:mean",
          resource_type: "instance",
          query: query,
          granularity: 60,
          evaluation_periods: 3,
          comparison_operator: "gt",
          threshold: 36000000000,
          repeat_actions: true,
          alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleOut", "signal_url"] }]] }],
        },
      },
      scaleIn: {
        type: "OS::Heat::ScalingPolicy",
        properties: {
          auto_scaling_group_id: { get_resource: "group" },
          adjustment_type: "change_in_capacity",
          scaling_adjustment: -1,
          cooldown: 300,
        },
      },
      scaleInAlarm: {
        type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
        properties: {
          metric: "cpu",
          aggregation_method: "rate:mean",
          resource_type: "instance",
          query: query,
          granularity: 60,
          evaluation_periods: 3,
          comparison_operator: "lt",
          threshold: 12000000000,
          repeat_actions: true,
          alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleIn", "signal_url"] }]] }],
        },
      },
    }),
  },
});

conform(
  "a target of processor use",
  (stack) => stack.served({ size: scaled, autoscaling: { metric: "cpu", target: 60 } }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "scaling:target": {
        autoscalingGroupName: { ref: "pool.name" },
        policyType: "TargetTrackingScaling",
        estimatedInstanceWarmup: 300,
        targetTrackingConfiguration: {
          targetValue: 60,
          disableScaleIn: false,
          predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
        },
      },
    },
    oci: {
      ...way.oci,
      pool: { ...pools.oci, size: 1 },
      autoscaling: {
        compartmentId: "ocid1.compartment.oc1..demo",
        displayName: "web-autoscaling",
        isEnabled: true,
        coolDownInSeconds: 300,
        autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
        policies: [
          {
            policyType: "threshold",
            displayName: "web-cpu",
            isEnabled: true,
            capacity: { initial: 1, max: 4, min: 1 },
            rules: [
              {
                displayName: "scale-out",
                action: { type: "CHANGE_COUNT_BY", value: 1 },
                metric: {
                  metricSource: "COMPUTE_AGENT",
                  metricType: "CPU_UTILIZATION",
                  pendingDuration: "PT3M",
                  threshold: { operator: "GT", value: 60 },
                },
              },
              {
                displayName: "scale-in",
                action: { type: "CHANGE_COUNT_BY", value: -1 },
                metric: {
                  metricSource: "COMPUTE_AGENT",
                  metricType: "CPU_UTILIZATION",
                  pendingDuration: "PT3M",
                  threshold: { operator: "LT", value: 30 },
                },
              },
            ],
          },
        ],
      },
    },
    openstack: {
      ...way.openstack,
      serverGroup: { policies: ["soft-anti-affinity"] },
      stack: heat({
        group: {
          type: "OS::Heat::AutoScalingGroup",
          properties: { min_size: 1, max_size: 4, cooldown: 300, rolling_updates: rolling, resource: member },
        },
        scaleOut: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: 1,
            cooldown: 300,
          },
        },
        scaleOutAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "gt",
            threshold: 36000000000,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleOut", "signal_url"] }]] }],
          },
        },
        scaleIn: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: -1,
            cooldown: 300,
          },
        },
        scaleInAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "lt",
            threshold: 18000000000,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleIn", "signal_url"] }]] }],
          },
        },
      }),
    },
  },
);

conform(
  "a size for the day and one for the night",
  (stack) =>
    stack.served({
      size: scaled,
      autoscaling: { schedules: { day, night: { cron: "0 20 * * MON-FRI", timeZone: "Asia/Seoul", size: 1 } } },
    }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "schedule:day": {
        autoscalingGroupName: { ref: "pool.name" },
        scheduledActionName: "day",
        recurrence: "0 8 * * MON-FRI",
        timeZone: "Asia/Seoul",
        minSize: -1,
        maxSize: -1,
        desiredCapacity: 4,
      },
      "schedule:night": {
        autoscalingGroupName: { ref: "pool.name" },
        scheduledActionName: "night",
        recurrence: "0 20 * * MON-FRI",
        timeZone: "Asia/Seoul",
        minSize: -1,
        maxSize: -1,
        desiredCapacity: 1,
      },
    },
    oci: {
      ...way.oci,
      pool: { ...pools.oci, size: 1 },
      autoscaling: {
        compartmentId: "ocid1.compartment.oc1..demo",
        displayName: "web-autoscaling",
        isEnabled: true,
        autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
        policies: [
          {
            policyType: "scheduled",
            displayName: "day",
            isEnabled: true,
            capacity: { initial: 4, max: 4, min: 4 },
            executionSchedule: { type: "cron", expression: "0 0 23 ? * SUN-THU", timezone: "UTC" },
          },
          {
            policyType: "scheduled",
            displayName: "night",
            isEnabled: true,
            capacity: { initial: 1, max: 1, min: 1 },
            executionSchedule: { type: "cron", expression: "0 0 11 ? * MON-FRI", timezone: "UTC" },
          },
        ],
      },
    },
    openstack: {
      ...way.openstack,
      serverGroup: { policies: ["soft-anti-affinity"] },
      stack: heat({
        group: {
          type: "OS::Heat::AutoScalingGroup",
          properties: { min_size: 1, max_size: 4, rolling_updates: rolling, resource: member },
        },
        "schedulePolicy-day": {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "exact_capacity",
            scaling_adjustment: 4,
            cooldown: 0,
          },
        },
        "scheduleAlarm-day": {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 1,
            comparison_operator: "gt",
            threshold: -1,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            ok_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            insufficient_data_actions: [
              { list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] },
            ],
            time_constraints: [{ name: "day", start: "0 8 * * MON-FRI", duration: 180, timezone: "Asia/Seoul" }],
          },
        },
        "schedulePolicy-night": {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "exact_capacity",
            scaling_adjustment: 1,
            cooldown: 0,
          },
        },
        "scheduleAlarm-night": {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 1,
            comparison_operator: "gt",
            threshold: -1,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-night", "signal_url"] }]] }],
            ok_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-night", "signal_url"] }]] }],
            insufficient_data_actions: [
              { list_join: ["", ["trust+", { get_attr: ["schedulePolicy-night", "signal_url"] }]] },
            ],
            time_constraints: [{ name: "night", start: "0 20 * * MON-FRI", duration: 180, timezone: "Asia/Seoul" }],
          },
        },
      }),
    },
  },
);

conform(
  "thresholds of memory use",
  (stack) => stack.served({ size: scaled, autoscaling: { ...calm, metric: "memory" } }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "scaling:out": {
        autoscalingGroupName: { ref: "pool.name" },
        policyType: "StepScaling",
        adjustmentType: "ChangeInCapacity",
        metricAggregationType: "Average",
        stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
        estimatedInstanceWarmup: 300,
      },
      "scaling:in": {
        autoscalingGroupName: { ref: "pool.name" },
        policyType: "StepScaling",
        adjustmentType: "ChangeInCapacity",
        metricAggregationType: "Average",
        stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
      },
      "alarm:out": {
        comparisonOperator: "GreaterThanThreshold",
        alarmDescription: "adds instances while it is in alarm",
        metricName: "mem_used_percent",
        dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
        statistic: "Average",
        namespace: "CWAgent",
        period: 60,
        threshold: 60,
        evaluationPeriods: 3,
        treatMissingData: "missing",
        alarmActions: [{ ref: "scaling:out.arn" }],
      },
      "alarm:in": {
        comparisonOperator: "LessThanThreshold",
        alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
        metricName: "mem_used_percent",
        dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
        statistic: "Average",
        namespace: "CWAgent",
        period: 60,
        threshold: 20,
        evaluationPeriods: 3,
        treatMissingData: "missing",
        alarmActions: [{ ref: "scaling:in.arn" }],
      },
    },
    oci: {
      ...way.oci,
      pool: { ...pools.oci, size: 1 },
      autoscaling: {
        compartmentId: "ocid1.compartment.oc1..demo",
        displayName: "web-autoscaling",
        isEnabled: true,
        coolDownInSeconds: 300,
        autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
        policies: [
          {
            policyType: "threshold",
            displayName: "web-memory",
            isEnabled: true,
            capacity: { initial: 1, max: 4, min: 1 },
            rules: [
              {
                displayName: "scale-out",
                action: { type: "CHANGE_COUNT_BY", value: 1 },
                metric: {
                  metricSource: "COMPUTE_AGENT",
                  metricType: "MEMORY_UTILIZATION",
                  pendingDuration: "PT3M",
                  threshold: { operator: "GT", value: 60 },
                },
              },
              {
                displayName: "scale-in",
                action: { type: "CHANGE_COUNT_BY", value: -1 },
                metric: {
                  metricSource: "COMPUTE_AGENT",
                  metricType: "MEMORY_UTILIZATION",
                  pendingDuration: "PT3M",
                  threshold: { operator: "LT", value: 20 },
                },
              },
            ],
          },
        ],
      },
    },
    openstack: {
      ...way.openstack,
      serverGroup: { policies: ["soft-anti-affinity"] },
      stack: heat({
        group: {
          type: "OS::Heat::AutoScalingGroup",
          properties: { min_size: 1, max_size: 4, cooldown: 300, rolling_updates: rolling, resource: member },
        },
        scaleOut: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: 1,
            cooldown: 300,
          },
        },
        scaleOutAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "memory.usage",
            aggregation_method: "mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "gt",
            threshold: 1228.8,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleOut", "signal_url"] }]] }],
          },
        },
        scaleIn: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: -1,
            cooldown: 300,
          },
        },
        scaleInAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "memory.usage",
            aggregation_method: "mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "lt",
            threshold: 409.6,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleIn", "signal_url"] }]] }],
          },
        },
      }),
    },
  },
);

conform("a rest of a minute", (stack) => stack.served({ size: scaled, autoscaling: { ...calm, cooldown: 60 } }), {
  aws: {
    ...way.aws,
    pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
    "scaling:out": {
      autoscalingGroupName: { ref: "pool.name" },
      policyType: "StepScaling",
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
      estimatedInstanceWarmup: 60,
    },
    "scaling:in": {
      autoscalingGroupName: { ref: "pool.name" },
      policyType: "StepScaling",
      adjustmentType: "ChangeInCapacity",
      metricAggregationType: "Average",
      stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
    },
    "alarm:out": {
      comparisonOperator: "GreaterThanThreshold",
      alarmDescription: "adds instances while it is in alarm",
      metricName: "CPUUtilization",
      dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
      statistic: "Average",
      namespace: "AWS/EC2",
      period: 60,
      threshold: 60,
      evaluationPeriods: 3,
      treatMissingData: "missing",
      alarmActions: [{ ref: "scaling:out.arn" }],
    },
    "alarm:in": {
      comparisonOperator: "LessThanThreshold",
      alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
      metricName: "CPUUtilization",
      dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
      statistic: "Average",
      namespace: "AWS/EC2",
      period: 60,
      threshold: 20,
      evaluationPeriods: 3,
      treatMissingData: "missing",
      alarmActions: [{ ref: "scaling:in.arn" }],
    },
  },
  oci: {
    ...way.oci,
    pool: { ...pools.oci, size: 1 },
    autoscaling: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "web-autoscaling",
      isEnabled: true,
      coolDownInSeconds: 300,
      autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
      policies: [
        {
          policyType: "threshold",
          displayName: "web-cpu",
          isEnabled: true,
          capacity: { initial: 1, max: 4, min: 1 },
          rules: [
            {
              displayName: "scale-out",
              action: { type: "CHANGE_COUNT_BY", value: 1 },
              metric: {
                metricSource: "COMPUTE_AGENT",
                metricType: "CPU_UTILIZATION",
                pendingDuration: "PT3M",
                threshold: { operator: "GT", value: 60 },
              },
            },
            {
              displayName: "scale-in",
              action: { type: "CHANGE_COUNT_BY", value: -1 },
              metric: {
                metricSource: "COMPUTE_AGENT",
                metricType: "CPU_UTILIZATION",
                pendingDuration: "PT3M",
                threshold: { operator: "LT", value: 20 },
              },
            },
          ],
        },
      ],
    },
  },
  openstack: rejects("instancePool.autoscaling.cooldown.out", "instancePool.autoscaling.cooldown.in"),
});

conform(
  "a metric and a schedule",
  (stack) => stack.served({ size: scaled, autoscaling: { ...calm, schedules: { day } } }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "scaling:out": {
        autoscalingGroupName: { ref: "pool.name" },
        policyType: "StepScaling",
        adjustmentType: "ChangeInCapacity",
        metricAggregationType: "Average",
        stepAdjustments: [{ metricIntervalLowerBound: "0", scalingAdjustment: 1 }],
        estimatedInstanceWarmup: 300,
      },
      "scaling:in": {
        autoscalingGroupName: { ref: "pool.name" },
        policyType: "StepScaling",
        adjustmentType: "ChangeInCapacity",
        metricAggregationType: "Average",
        stepAdjustments: [{ metricIntervalUpperBound: "0", scalingAdjustment: -1 }],
      },
      "alarm:out": {
        comparisonOperator: "GreaterThanThreshold",
        alarmDescription: "adds instances while it is in alarm",
        metricName: "CPUUtilization",
        dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
        statistic: "Average",
        namespace: "AWS/EC2",
        period: 60,
        threshold: 60,
        evaluationPeriods: 3,
        treatMissingData: "missing",
        alarmActions: [{ ref: "scaling:out.arn" }],
      },
      "alarm:in": {
        comparisonOperator: "LessThanThreshold",
        alarmDescription: "removes instances while it is in alarm, where it rests when the fewest are left",
        metricName: "CPUUtilization",
        dimensions: { AutoScalingGroupName: { ref: "pool.name" } },
        statistic: "Average",
        namespace: "AWS/EC2",
        period: 60,
        threshold: 20,
        evaluationPeriods: 3,
        treatMissingData: "missing",
        alarmActions: [{ ref: "scaling:in.arn" }],
      },
      "schedule:day": {
        autoscalingGroupName: { ref: "pool.name" },
        scheduledActionName: "day",
        recurrence: "0 8 * * MON-FRI",
        timeZone: "Asia/Seoul",
        minSize: -1,
        maxSize: -1,
        desiredCapacity: 4,
      },
    },
    oci: rejects("instancePool.autoscaling.metric"),
    openstack: {
      ...way.openstack,
      serverGroup: { policies: ["soft-anti-affinity"] },
      stack: heat({
        group: {
          type: "OS::Heat::AutoScalingGroup",
          properties: { min_size: 1, max_size: 4, cooldown: 300, rolling_updates: rolling, resource: member },
        },
        scaleOut: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: 1,
            cooldown: 300,
          },
        },
        scaleOutAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "gt",
            threshold: 36000000000,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleOut", "signal_url"] }]] }],
          },
        },
        scaleIn: {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "change_in_capacity",
            scaling_adjustment: -1,
            cooldown: 300,
          },
        },
        scaleInAlarm: {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 3,
            comparison_operator: "lt",
            threshold: 12000000000,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["scaleIn", "signal_url"] }]] }],
          },
        },
        "schedulePolicy-day": {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "exact_capacity",
            scaling_adjustment: 4,
            cooldown: 300,
          },
        },
        "scheduleAlarm-day": {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 1,
            comparison_operator: "gt",
            threshold: -1,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            ok_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            insufficient_data_actions: [
              { list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] },
            ],
            time_constraints: [{ name: "day", start: "0 8 * * MON-FRI", duration: 420, timezone: "Asia/Seoul" }],
          },
        },
      }),
    },
  },
);

conform(
  "bounds that change in the morning",
  (stack) =>
    stack.served({ size: scaled, autoscaling: { schedules: { day: { ...day, size: undefined, min: 2, max: 8 } } } }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "schedule:day": {
        autoscalingGroupName: { ref: "pool.name" },
        scheduledActionName: "day",
        recurrence: "0 8 * * MON-FRI",
        timeZone: "Asia/Seoul",
        minSize: 2,
        maxSize: 8,
        desiredCapacity: -1,
      },
    },
    oci: rejects("instancePool.autoscaling.schedules.day.min", "instancePool.autoscaling.schedules.day.max"),
    openstack: rejects("instancePool.autoscaling.schedules.day.min", "instancePool.autoscaling.schedules.day.max"),
  },
);

conform(
  "a schedule by a clock that changes",
  (stack) => stack.served({ size: scaled, autoscaling: { schedules: { day: { ...day, timeZone: "Europe/Berlin" } } } }),
  {
    aws: {
      ...way.aws,
      pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
      "schedule:day": {
        autoscalingGroupName: { ref: "pool.name" },
        scheduledActionName: "day",
        recurrence: "0 8 * * MON-FRI",
        timeZone: "Europe/Berlin",
        minSize: -1,
        maxSize: -1,
        desiredCapacity: 4,
      },
    },
    oci: rejects("instancePool.autoscaling.schedules.day.timeZone"),
    openstack: {
      ...way.openstack,
      serverGroup: { policies: ["soft-anti-affinity"] },
      stack: heat({
        group: {
          type: "OS::Heat::AutoScalingGroup",
          properties: { min_size: 1, max_size: 4, rolling_updates: rolling, resource: member },
        },
        "schedulePolicy-day": {
          type: "OS::Heat::ScalingPolicy",
          properties: {
            auto_scaling_group_id: { get_resource: "group" },
            adjustment_type: "exact_capacity",
            scaling_adjustment: 4,
            cooldown: 0,
          },
        },
        "scheduleAlarm-day": {
          type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
          properties: {
            metric: "cpu",
            aggregation_method: "rate:mean",
            resource_type: "instance",
            query: query,
            granularity: 60,
            evaluation_periods: 1,
            comparison_operator: "gt",
            threshold: -1,
            repeat_actions: true,
            alarm_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            ok_actions: [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] }],
            insufficient_data_actions: [
              { list_join: ["", ["trust+", { get_attr: ["schedulePolicy-day", "signal_url"] }]] },
            ],
            time_constraints: [{ name: "day", start: "0 8 * * MON-FRI", duration: 180, timezone: "Europe/Berlin" }],
          },
        },
      }),
    },
  },
);

/** A pool that is kept near so many requests in a second for each instance. */
function byRequests(stack: Stack) {
  const network = stack.network();
  const backendSet = stack.set({ loadBalancer: stack.balancer({ network }) });
  stack.listener({ backendSet });
  return stack.pool({
    template: stack.template({ tier: stack.tier({ network }) }),
    backendSets: [backendSet],
    size: scaled,
    autoscaling: { metric: "requests-per-instance", requestsOf: backendSet, target: 50 },
  });
}

conform("a target of requests", (stack) => byRequests(stack), {
  aws: {
    ...way.aws,
    pool: { ...pools.aws, minSize: 1, maxSize: 4, desiredCapacity: 1 },
    "scaling:target": {
      autoscalingGroupName: { ref: "pool.name" },
      policyType: "TargetTrackingScaling",
      estimatedInstanceWarmup: 300,
      targetTrackingConfiguration: {
        targetValue: 3000,
        disableScaleIn: false,
        predefinedMetricSpecification: {
          predefinedMetricType: "ALBRequestCountPerTarget",
          resourceLabel: {
            text: [
              { ref: "balancer.arnSuffix", of: "loadBalancer:front" },
              "/",
              { ref: "targetGroup.arnSuffix", of: "backendSet:front/pages" },
            ],
          },
        },
      },
    },
  },
  oci: rejects("instancePool.autoscaling.metric"),
  openstack: rejects("instancePool.autoscaling.metric"),
});
