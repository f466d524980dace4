import { rowsOf } from "../../rules.js";
import { isQuartz } from "../cron.js";
import { count, duration, given, length, ocid, oneOf, that, whole } from "../forms.js";

const api =
  "Autoscaling API reference, CreateAutoScalingConfigurationDetails; terraform-provider-oci 8.23.0; read 2026-11";

interface Capacity {
  readonly initial?: number;
  readonly min?: number;
  readonly max?: number;
}
interface Metric {
  readonly metricSource?: string;
  readonly metricType?: string;
  readonly query?: string;
  readonly namespace?: string;
  readonly threshold?: { readonly operator?: string; readonly value?: number };
}
interface Rule {
  readonly displayName: string;
  readonly action?: { readonly value?: number };
  readonly metric?: Metric;
}
interface Policy {
  readonly policyType: string;
  readonly displayName?: string;
  readonly capacity?: Capacity;
  readonly rules?: readonly Rule[];
  readonly executionSchedule?: unknown;
  readonly resourceAction?: unknown;
}

const isMeasured = ({ policyType }: Policy) => policyType === "threshold";
const isClocked = ({ policyType }: Policy) => policyType === "scheduled";
const isCustom = ({ metricSource }: Metric) => metricSource === "CUSTOM_QUERY";
const isInOrder = ({ initial = -1, min = -1, max = -1 }: Capacity) => min >= 1 && min <= initial && initial <= max;
const waysOf = ({ rules = [] }: Policy) => rules.map(({ action }) => Math.sign(action?.value ?? 0)).sort();

export const scaling = rowsOf("oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration", api, {
  "": that<{ policies: readonly Policy[]; coolDownInSeconds?: number }>(
    "say its cooldown if it measures",
    ({ policies, coolDownInSeconds }) => !policies.some(isMeasured) || coolDownInSeconds !== undefined,
  ),
  coolDownInSeconds: whole(300, 2_147_483_647),
  "autoScalingResources.id": ocid("instancepool"),
  "autoScalingResources.type": oneOf("instancePool"),
  policies: [
    count(1, 50),
    that<Policy[]>("be one policy if it measures", (all) => !all.some(isMeasured) || all.length === 1),
  ],
  "policies[].policyType": oneOf("threshold", "scheduled"),
  "policies[].displayName": length(1, 255),
  "policies[].capacity.initial": whole(0, 10_000),
  "policies[]": [
    given("displayName"),
    given("isEnabled"),
    that<Policy>(
      "have 1 <= min <= initial <= max if it measures",
      (one) => !isMeasured(one) || isInOrder(one.capacity ?? {}),
    ),
    that<Policy>("have a rule each way if it measures", (one) => !isMeasured(one) || waysOf(one).join() === "-1,1"),
    that<Policy>(
      "have rules of one metric",
      ({ rules = [] }) => new Set(rules.map(({ metric }) => metric?.metricType ?? metric?.namespace)).size <= 1,
    ),
    that<Policy>(
      "have rules of different names",
      ({ rules = [] }) => new Set(rules.map(({ displayName }) => displayName)).size === rules.length,
    ),
    that<Policy>(
      "have a schedule if it goes by the clock, and only then",
      (one) => isClocked(one) === (one.executionSchedule !== undefined),
    ),
    that<Policy>(
      "have a size or an action if it goes by the clock",
      (one) => !isClocked(one) || (one.capacity?.initial !== undefined) !== (one.resourceAction !== undefined),
    ),
    that<Policy>(
      "have one size if it goes by the clock",
      ({ capacity, ...one }) =>
        !isClocked(one) || capacity === undefined || new Set(Object.values(capacity)).size === 1,
    ),
    that<Policy>("have no rules if it goes by the clock", (one) => !isClocked(one) || (one.rules ?? []).length === 0),
  ],
  "policies[].rules[].displayName": length(1, 255),
  "policies[].rules[].action.type": oneOf("CHANGE_COUNT_BY"),
  "policies[].rules[].action": given("value"),
  "policies[].rules[].metric": [
    given("metricSource"),
    given("pendingDuration"),
    that<Metric>(
      "have a type and a threshold if the agent measures it",
      (one) => isCustom(one) || (one.metricType !== undefined && one.threshold?.value !== undefined),
    ),
    that<Metric>(
      "say query and namespace if it is a query of its own",
      (one) => !isCustom(one) || (one.query !== undefined && one.namespace !== undefined),
    ),
  ],
  "policies[].rules[].metric.metricSource": oneOf("COMPUTE_AGENT", "CUSTOM_QUERY"),
  "policies[].rules[].metric.metricType": oneOf("CPU_UTILIZATION", "MEMORY_UTILIZATION"),
  "policies[].rules[].metric.pendingDuration": duration(3, 60),
  "policies[].rules[].metric.threshold.operator": oneOf("GT", "GTE", "LT", "LTE"),
  "policies[].rules[].metric.threshold.value": whole(0, 100),
  "policies[].executionSchedule.type": oneOf("cron"),
  "policies[].executionSchedule.timezone": oneOf("UTC"),
  "policies[].executionSchedule.expression": that<string>("be an expression of Quartz on whole minutes", isQuartz),
  "policies[].resourceAction.actionType": oneOf("power"),
  "policies[].resourceAction.action": oneOf("START", "STOP", "SOFTSTOP", "RESET", "SOFTRESET"),
});
