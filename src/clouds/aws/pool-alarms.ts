// Sources: Amazon CloudWatch metrics of application and network load balancers (UnHealthyHostCount, HTTPCode_ELB_5XX_Count and their
// dimensions) and of Auto Scaling groups (GroupInServiceInstances, GroupMinSize), alarms on metric math; read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { identityOf } from "../../core/declared.js";
import type { Planned } from "../../core/planned.js";
import { nativeName } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredBackendSet } from "../../spec/backend-set.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { balancersOf } from "../../spec/instance-pool-rules.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { support } from "./instance-pool-support.js";
import { byPool, bySet, suffixOf } from "./metric-source.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { labelled } from "./tags.js";

export const namespaces = { application: "AWS/ApplicationELB", network: "AWS/NetworkELB" } as const;

const usual = { above: 0, sustain: 300 } as const;
const period = 60;

/** What tells people about a pool. */
export function poolAlarms(it: DeclaredInstancePool): Record<string, Planned> {
  const { alarms, backendSets = [] } = it.spec;
  if (!alarms) return {};
  const { unhealthyInstances, serverErrors, belowMinimum } = alarms;
  const common = commonOf(it, alarms.notify);
  const unhealthy = unhealthyInstances ? backendSets.map((set) => unhealthyAlarm(set, unhealthyInstances, common)) : [];
  const failing = serverErrors ? balancersOf(it.spec).map((one) => serverErrorAlarm(one, serverErrors, common)) : [];
  return {
    ...Object.fromEntries([...unhealthy, ...failing]),
    ...(belowMinimum ? { "alarm:below-minimum": belowMinimumAlarm(belowMinimum, common) } : {}),
  };
}

type Common = ReturnType<typeof commonOf>;

function commonOf(it: DeclaredInstancePool, notify: string) {
  const topic: Input<string> = meaning(settingsOf(it).topics, notify) ?? "";
  return { period, alarmActions: [topic], ...labelled(it.spec.tags) };
}

interface Wanted {
  readonly above?: number;
  readonly sustain?: number;
}

function limits({ above = usual.above, sustain = usual.sustain }: Wanted) {
  return { comparisonOperator: "GreaterThanThreshold", threshold: above, evaluationPeriods: sustain / period };
}

function unhealthyAlarm(set: DeclaredBackendSet, wanted: Wanted, common: Common): [string, Planned] {
  const planned = resource(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    {
      ...common,
      ...limits(wanted),
      alarmDescription: "a backend set finds instances unhealthy",
      namespace: namespaces[set.spec.loadBalancer.spec.kind],
      metricName: "UnHealthyHostCount",
      dimensions: bySet(set),
      statistic: "Maximum",
      treatMissingData: "missing",
    },
    { mentions: set },
  );
  return [`alarm:unhealthy-${identityOf(set)}`, planned];
}

/** A balancer without errors has no values. */
function serverErrorAlarm(balancer: DeclaredLoadBalancer, wanted: Wanted, common: Common): [string, Planned] {
  const planned = resource(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    {
      ...common,
      ...limits(wanted),
      alarmDescription: "a balancer answers with server errors",
      namespace: namespaces.application,
      metricName: nativeName(support.alarms.serverErrors.self),
      dimensions: { LoadBalancer: suffixOf(balancer) },
      statistic: "Sum",
      treatMissingData: "notBreaching",
    },
    { mentions: balancer },
  );
  return [`alarm:server-errors-${identityOf(balancer)}`, planned];
}

/** Against the bound that holds now: schedules change it. */
function belowMinimumAlarm({ sustain = usual.sustain }: Wanted, { period: _, ...common }: Common): Planned {
  return resource("aws:cloudwatch/metricAlarm:MetricAlarm", {
    ...common,
    alarmDescription: "fewer instances than the least are in service",
    comparisonOperator: "LessThanThreshold",
    threshold: 0,
    evaluationPeriods: sustain / period,
    metricQueries: [
      { id: "spare", expression: "inService - least", label: "instances above the least", returnData: true },
      ofGroup("inService", "GroupInServiceInstances"),
      ofGroup("least", "GroupMinSize"),
    ],
    treatMissingData: "missing",
  });
}

function ofGroup(id: string, metricName: string) {
  const metric = { namespace: "AWS/AutoScaling", metricName, dimensions: byPool, period, stat: "Minimum" };
  return { id, metric, returnData: false };
}
