// Sources: Amazon EC2 Auto Scaling user guide (instance refresh), terraform-provider-aws 6.13.0 (a refresh is started and not waited
// for), Elastic Load Balancing user guide (deletion protection); read 2026-11.
import type { Advice, Reviewed, ReviewedChange } from "../../core/review.js";

const group = "aws:autoscaling/group:Group";
const template = "aws:ec2/launchTemplate:LaunchTemplate";
const balancer = "aws:lb/loadBalancer:LoadBalancer";

/** Of a launch template: what makes no new version of it. */
const quiet = new Set(["tags", "tagsAll", "updateDefaultVersion"]);

/** What to do with a change beside `pulumi up`. */
export function advise(changes: readonly ReviewedChange[]): Advice[] {
  return [...rolloutAdvice(changes), ...changes.flatMap(protectionAdvice)];
}

function rolloutAdvice(changes: readonly ReviewedChange[]): Advice[] {
  const templates = new Set(changes.filter(isNewVersion).map(({ after }) => after?.urn));
  return changes.flatMap(({ operation, after, properties }) => {
    if (after?.type !== group || operation === "create" || operation === "replace") return [];
    const follows = after.propertyDependencies.launchTemplate?.some((urn) => templates.has(urn)) ?? false;
    return follows || properties.some((path) => rootOf(path) === "launchTemplate") ? [rolloutOf(after)] : [];
  });
}

function isNewVersion({ operation, after, properties }: ReviewedChange): boolean {
  if (after?.type !== template) return false;
  if (operation === "replace") return true;
  return operation === "update" && properties.some((path) => !quiet.has(rootOf(path)));
}

function rolloutOf({ urn, name, inputs }: Reviewed): Advice {
  if (inputs.instanceRefresh === undefined) {
    const message = `the instances of ${name} keep the template that they started with: end them one by one to renew them`;
    return { id: "aws:kept-instances", about: urn, message };
  }
  const message = `the instances of ${name} are replaced by an instance refresh, which goes on after the deployment: \`aws autoscaling describe-instance-refreshes\` tells how far it is, and whether it failed`;
  return { id: "aws:instance-refresh", about: urn, message };
}

function protectionAdvice({ operation, before }: ReviewedChange): Advice[] {
  if (operation !== "delete" && operation !== "replace") return [];
  if (before?.type !== balancer || before.inputs.enableDeletionProtection !== true) return [];
  const message = `deletion protection keeps the old balancer of ${before.name}: turn it off in a deployment of its own first`;
  return [{ id: "aws:deletion-protection", about: before.urn, message }];
}

function rootOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? path;
}
