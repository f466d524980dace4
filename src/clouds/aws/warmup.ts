// Sources: Amazon EC2 Auto Scaling user guide (default instance warm-up, and which of several warm-ups counts),
// terraform-provider-aws internal/service/autoscaling (a warm-up of 0 is not sent when a group or a policy is made, and the service
// takes another; with each update of a policy that has none, 0 is sent, which goes before the group's); read 2026-11.
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";

/** As the console has it: without a warm-up, every value that is high would add instances. */
const usual = 300;

/** The shortest that reaches the service. */
export const leastWarmup = 1;

/** What the group says of new instances; given always, since the service would take another time instead. */
export function defaultWarmup({ warmup = usual }: AutoscalingPolicySpec): number {
  return Math.max(warmup, leastWarmup);
}

/** The one time that brakes a policy: the longer of the rest and the warm-up that are asked for, or the group's. */
export function warmupOf(policy: AutoscalingPolicySpec): { estimatedInstanceWarmup: number } {
  const { cooldown, warmup = 0 } = policy;
  if (cooldown?.out === undefined) return { estimatedInstanceWarmup: defaultWarmup(policy) };
  return { estimatedInstanceWarmup: Math.max(cooldown.out, warmup, leastWarmup) };
}
