// Sources: Elastic Load Balancing API reference (CreateRule, SetRulePriorities: a priority belongs to one rule of a listener at a
// time), terraform-provider-aws internal/service/elbv2 listener_rule.go (priorities are set rule by rule); read 2026-11.
import { outputOf, type Planned, type Ref, ref } from "../../core/planned.js";
import type { DeclaredBackendSet } from "../../spec/backend-set.js";
import type { ListenerSpec } from "../../spec/listener.js";
import { resource } from "./resources.js";
import { named, tagsOf } from "./tags.js";

type Routes = NonNullable<ListenerSpec["routes"]>;

/**
 * One rule for each place in the order. A rule that moved would ask for a priority that another one still has, so no rule moves:
 * routes move through the rules.
 */
export function routeRules({ routes = {}, loadBalancer }: ListenerSpec): Record<string, Planned> {
  const entries = Object.entries(routes).map(([name, route], index) => [
    `route:${index + 1}`,
    resource("aws:lb/listenerRule:ListenerRule", {
      listenerArn: ref("listener.arn"),
      priority: index + 1,
      conditions: conditions(route),
      actions: [forwardTo(route.backendSet)],
      ...named(tagsOf(loadBalancer), name),
    }),
  ]);
  return Object.fromEntries(entries);
}

function conditions({ host, path }: Routes[string]) {
  return [
    ...(host === undefined ? [] : [{ hostHeader: { values: [host] } }]),
    ...(path === undefined ? [] : [{ pathPattern: { values: [path] } }]),
  ];
}

export function forwardTo(set: DeclaredBackendSet) {
  return { type: "forward", targetGroupArn: outputOf(set, "backendSetId") as Ref };
}
