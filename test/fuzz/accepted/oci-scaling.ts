import type { Accepted } from "./accepted.js";
import { among, count, of, port, test, text, whole } from "./forms.js";

interface Metric {
  metricType?: string;
  metricSource?: string;
  query?: string;
  namespace?: string;
  threshold?: { operator: string; value: number };
}
interface Rule {
  action?: { type?: string; value?: number };
  metric?: Metric;
}
interface Policy {
  policyType: string;
  capacity?: { initial?: number; min?: number; max?: number };
  rules?: readonly Rule[];
  executionSchedule?: { type: string; expression: string; timezone: string };
}

/** One that goes by a metric, or up to 50 that go by the clock. */
function isOneKind(policies: readonly Policy[]): boolean {
  const measured = policies.filter(({ policyType }) => policyType === "threshold");
  if (measured.length > 0) return policies.length === 1;
  return policies.length > 0 && policies.length <= 50 && policies.every(({ policyType }) => policyType === "scheduled");
}

function isMeasured({ policyType, capacity = {}, rules = [] }: Policy): boolean {
  if (policyType !== "threshold") return true;
  const { initial = -1, min = -1, max = -1 } = capacity;
  const ways = rules.map(({ action }) => Math.sign(action?.value ?? 0)).sort();
  const kinds = new Set(rules.map(({ metric }) => metric?.metricType ?? metric?.query?.split(/[<>]/)[0]));
  return min >= 1 && min <= initial && initial <= max && ways.join() === "-1,1" && kinds.size === 1;
}

function isScheduled({ policyType, capacity = {}, executionSchedule }: Policy): boolean {
  if (policyType !== "scheduled") return true;
  const { type, expression = "", timezone } = executionSchedule ?? {};
  const fields = expression.split(" ");
  const [second, , , dayOfMonth, , dayOfWeek] = fields;
  const either = (dayOfMonth === "?") !== (dayOfWeek === "?");
  const numbered = /^[1-7](?:[-,/#][1-7])*$|^[?*]$|^[A-Z,-]+$/;
  return (
    type === "cron" &&
    timezone === "UTC" &&
    fields.length >= 6 &&
    fields.length <= 7 &&
    second === "0" &&
    either &&
    (dayOfWeek?.split(",").every((one) => numbered.test(one)) ?? false) &&
    Number.isInteger(capacity.initial)
  );
}

/** A share in percent is a whole number; a query says all by itself. */
function isMetric({ metricType, metricSource = "COMPUTE_AGENT", query, namespace, threshold }: Metric): boolean {
  if (metricSource === "CUSTOM_QUERY") return query !== undefined && namespace !== undefined;
  const { operator = "", value = -1 } = threshold ?? {};
  const known = metricType === "CPU_UTILIZATION" || metricType === "MEMORY_UTILIZATION";
  return (
    known && ["GT", "GTE", "LT", "LTE"].includes(operator) && Number.isInteger(value) && value >= 0 && value <= 100
  );
}

const statement =
  /^allow dynamic-group .+ to (inspect|read|use|manage) [a-z-]+ in (tenancy|compartment( id)? \S+)( where .+)?$/i;

export const ociScaling: readonly Accepted[] = [
  ...of("oci:Core/instancePool:InstancePool", {
    size: whole(0, 1000),
    placementConfigurations: count(1, 3),
    "placementConfigurations[].faultDomains": test<string[]>("be fault domains", (names) =>
      names.length > 0 && names.every((name) => /^FAULT-DOMAIN-[1-3]$/.test(name))),
    "loadBalancers[].port": port,
    "loadBalancers[].vnicSelection": among("PrimaryVnic"),
  }),
  ...of("oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration", {
    coolDownInSeconds: whole(300, 2147483647),
    "autoScalingResources.type": among("instancePool"),
    policies: test("be one that measures, or up to 50 schedules", isOneKind),
    "policies[]": [
      test("have bounds in order and one rule each way, if it measures", isMeasured),
      test("be a Quartz expression in UTC with a size, if it goes by the clock", isScheduled),
    ],
    "policies[].rules[].metric": test("be a mean in whole percent, or a query", isMetric),
    "policies[].rules[].metric.pendingDuration": text(4, 5, /^PT([3-9]|[1-5]\d|60)M$/),
    "policies[].rules[].action.type": among("CHANGE_COUNT_BY"),
  }),
  ...of("oci:Identity/dynamicGroup:DynamicGroup", {
    name: text(1, 100, /^[A-Za-z0-9._-]+$/),
    "@name": text(1, 92, /^[A-Za-z0-9._-]+$/),
    description: text(1, 400),
    compartmentId: text(1, 255, /^ocid1\.tenancy\./),
    matchingRule: text(1, 4000, /^(ALL|ANY) \{[^\n]*\}$|^[a-z][^\n]*[^\s]$/),
  }),
  ...of("oci:Identity/policy:Policy", {
    name: text(1, 100, /^[A-Za-z0-9._-]+$/),
    "@name": text(1, 92, /^[A-Za-z0-9._-]+$/),
    description: text(1, 400),
    statements: [
      count(1, 50),
      test<string[]>("be statements of the policy language", (all) =>
        all.every((one) => typeof one !== "string" || statement.test(one))),
    ],
  }),
  ...of("oci:Monitoring/alarm:Alarm", {
    displayName: text(1, 255),
    body: text(0, 1000),
    query: text(3, 1024, /\[1m\]|\[\d+[mh]\]/),
    severity: among("CRITICAL", "ERROR", "WARNING", "INFO"),
    destinations: count(1, 10),
    pendingDuration: text(4, 5, /^PT([1-9]|[1-5]\d|60)M$|^PT1H$/),
  }),
];
