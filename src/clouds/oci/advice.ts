// Sources: terraform-provider-oci 8.23.0 (an update of a backend set sends the members of the stored state, those that a pool
// registered without addresses), Autoscaling documentation (a policy begins at its initial size), Compute documentation (a pool's
// configuration counts for instances made later), Load Balancing documentation (delete protection); read 2026-11.
import type { Advice, Reviewed, ReviewedChange } from "../../core/review.js";

const pool = "oci:Core/instancePool:InstancePool";
const configuration = "oci:Core/instanceConfiguration:InstanceConfiguration";
const autoscaling = "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration";
const balancer = "oci:LoadBalancer/loadBalancer:LoadBalancer";
const sets = new Set(["oci:LoadBalancer/backendSet:BackendSet", "oci:NetworkLoadBalancer/backendSet:BackendSet"]);

/** By which property a resource puts members into a backend set. */
const feeding: ReadonlyMap<string, string> = new Map([
  [pool, "loadBalancers"],
  ["oci:LoadBalancer/backend:Backend", "backendsetName"],
  ["oci:NetworkLoadBalancer/backend:Backend", "backendSetName"],
]);

/** What to do with a change beside `pulumi up`. */
export function advise(changes: readonly ReviewedChange[]): Advice[] {
  return [
    ...refreshAdvice(changes),
    ...rolloutAdvice(changes),
    ...changes.flatMap(sizeAdvice),
    ...changes.flatMap(protectionAdvice),
  ];
}

/** Members that stand in a set already are registered outside of its state. */
function refreshAdvice(changes: readonly ReviewedChange[]): Advice[] {
  const fed = new Set(changes.flatMap(({ before }) => setsFedBy(before)));
  return changes.flatMap(({ operation, before, after }) => {
    if (operation !== "update" || after === undefined || before === undefined) return [];
    if (!sets.has(after.type) || !fed.has(before.urn)) return [];
    const message = `run \`pulumi up --refresh\`, or put \`options: { refresh: always }\` into Pulumi.yaml: members of ${after.name} are registered outside of its state, and would be sent empty`;
    return [{ id: "oci:refresh", about: after.urn, message }];
  });
}

function setsFedBy(one: Reviewed | undefined): readonly string[] {
  return one?.propertyDependencies[feeding.get(one.type) ?? ""] ?? [];
}

function rolloutAdvice(changes: readonly ReviewedChange[]): Advice[] {
  const renewed = changes.filter(({ operation, after }) => operation === "replace" && after?.type === configuration);
  const urns = new Set(renewed.map(({ after }) => after?.urn));
  return changes.flatMap(({ operation, after }) => {
    if (after?.type !== pool || operation === "create" || operation === "replace") return [];
    if (!after.propertyDependencies.instanceConfigurationId?.some((urn) => urns.has(urn))) return [];
    const message = `the instances of ${after.name} keep the template that they were made of: end them one by one to renew them, or ask for \`rollout: { instances: "replaced" }\``;
    return [{ id: "oci:kept-instances", about: after.urn, message }];
  });
}

function sizeAdvice({ operation, after }: ReviewedChange): Advice[] {
  if (operation !== "replace" || after?.type !== autoscaling) return [];
  const initial = initialOf(after.inputs.policies);
  if (initial === undefined) return [];
  const message = `${after.name} sets its pool to ${initial}, the initial size, whatever it has grown to: deploy it when that many suffice`;
  return [{ id: "oci:initial-size", about: after.urn, message }];
}

/** Of a policy of thresholds: schedules set the size at their own times. */
function initialOf(policies: unknown): number | undefined {
  const [first] = (Array.isArray(policies) ? policies : []) as readonly ThresholdPolicy[];
  const initial = first?.policyType === "threshold" ? first.capacity?.initial : undefined;
  return typeof initial === "number" ? initial : undefined;
}

interface ThresholdPolicy {
  readonly policyType?: unknown;
  readonly capacity?: { readonly initial?: unknown };
}

function protectionAdvice({ operation, before }: ReviewedChange): Advice[] {
  if (operation !== "delete" && operation !== "replace") return [];
  if (before?.type !== balancer || before.inputs.isDeleteProtectionEnabled !== true) return [];
  const message = `delete protection keeps the old balancer of ${before.name}: turn it off in a deployment of its own first`;
  return [{ id: "oci:deletion-protection", about: before.urn, message }];
}
