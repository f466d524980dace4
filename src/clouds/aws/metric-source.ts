// Sources: Amazon CloudWatch user guide (namespaces, dimensions and periods of EC2, Elastic Load Balancing and agent metrics; balancers
// report requests only while there are some); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { derived, outputOf, type Ref, ref, type Text } from "../../core/planned.js";
import { nativeName } from "../../core/support.js";
import type { DeclaredBackendSet } from "../../spec/backend-set.js";
import { type DeclaredInstancePool, type InstancePoolSpec, instancePool as noun } from "../../spec/instance-pool.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { adoptedBalancer } from "./adopted-balancer.js";
import { support } from "./instance-pool-support.js";

/** What a policy measures, as alarms name it. */
interface MetricSource {
  readonly namespace: string;
  readonly metricName: string;
  readonly dimensions: Record<string, Ref | ReturnType<typeof suffixOf>>;
  readonly statistic: "Average" | "Sum";
  /** Seconds between values. */
  readonly period: number;
  /** How many of its units are one of the program's. */
  readonly factor: number;
  /** What the absence of values means to the alarms. */
  readonly absence: { readonly out: string; readonly in: string };
}

const unknown = { out: "missing", in: "missing" };
/** No value means no requests. */
const none = { out: "notBreaching", in: "breaching" };

export const byPool = { AutoScalingGroupName: ref("pool.name") };

export function metricOf({ spec }: DeclaredInstancePool): MetricSource {
  const { metric = "cpu", requestsOf } = spec.autoscaling ?? {};
  const metricName = nativeName(support.autoscaling.metric[metric], noun.facets?.(spec));
  const ofPool = { metricName, dimensions: byPool, statistic: "Average", factor: 1, absence: unknown } as const;
  if (metric === "memory") return { ...ofPool, namespace: "CWAgent", period: 60 };
  if (metric === "cpu" || !requestsOf) return { ...ofPool, namespace: "AWS/EC2", period: hostPeriod(spec) };
  return {
    namespace: "AWS/ApplicationELB",
    metricName,
    dimensions: bySet(requestsOf),
    statistic: "Sum",
    period: 60,
    factor: 60,
    absence: none,
  };
}

/** Basic monitoring has a value every five minutes. */
function hostPeriod({ template }: InstancePoolSpec): number {
  return template.spec.monitoring === "basic" ? 300 : 60;
}

export function bySet(set: DeclaredBackendSet) {
  return { LoadBalancer: suffixOf(set.spec.loadBalancer), TargetGroup: ref(set, "targetGroup.arnSuffix") };
}

/** What metrics call a balancer: the end of its ARN. */
export function suffixOf(it: DeclaredLoadBalancer) {
  if (!adoptedBalancer(it)) return ref(it, "balancer.arnSuffix");
  const arn = outputOf(it, "loadBalancerId") as Input<string>;
  return typeof arn === "string" ? endOf(arn) : derived(arn, endOf);
}

function endOf(arn: string): string {
  return arn.slice(arn.indexOf(":loadbalancer/") + ":loadbalancer/".length);
}

/** How target tracking names the requests of one set. */
export function labelOf(set: DeclaredBackendSet): (string | Ref | Text | ReturnType<typeof suffixOf>)[] {
  return [suffixOf(set.spec.loadBalancer), "/", ref(set, "targetGroup.arnSuffix")];
}
