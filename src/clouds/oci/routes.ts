// Sources: Load Balancing documentation (routing policy language; 100 rules and 200 conditions in a policy), Load Balancing API
// reference (CreateRoutingPolicyDetails); read 2026-11.
import type { Issue } from "../../core/errors.js";
import { outputOf, type Planned, type Ref } from "../../core/planned.js";
import type { DeclaredListener, ListenerSpec } from "../../spec/listener.js";
import { ruleName } from "./physical-names.js";
import { resource } from "./resources.js";

interface Route {
  readonly host?: string;
  readonly path?: string;
}

const limits = { rules: 100, conditions: 200 } as const;
const usual: Readonly<Record<string, number>> = { http: 80, https: 443 };

export function routeRules(spec: ListenerSpec): Issue[] {
  const routes = Object.values(spec.routes ?? {});
  const conditions = routes.flatMap((route) => [...hostConditions(route, spec), ...pathConditions(route)]).length;
  const counts = [
    { count: routes.length, most: limits.rules, what: "routes" },
    { count: conditions, most: limits.conditions, what: "conditions (hosts and paths)" },
  ];
  return counts
    .filter(({ count, most }) => count > most)
    .map(({ count, most, what }) => ({
      path: "listener.routes",
      message: `has ${count} ${what}; ${most} are allowed here`,
      instead: "fewer routes, or a second balancer",
    }));
}

export function routingPolicy({ name, spec }: DeclaredListener): Record<string, Planned> {
  if (!spec.routes) return {};
  const planned = resource(
    "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy",
    {
      name: ruleName(`${name}_routes`),
      loadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
      conditionLanguageVersion: "V1",
      rules: Object.entries(spec.routes).map(([route, { backendSet, ...asked }]) => ({
        name: ruleName(route),
        condition: conditionOf(asked, spec),
        actions: [{ name: "FORWARD_TO_BACKENDSET", backendSetName: outputOf(backendSet, "backendSetId") as Ref }],
      })),
    },
    { options: { deleteBeforeReplace: false } },
  );
  return { routes: planned };
}

function conditionOf(route: Route, spec: ListenerSpec): string {
  const hosts = hostConditions(route, spec);
  const host = hosts.length > 1 ? [`any(${hosts.join(", ")})`] : hosts;
  return `all(${[...host, ...pathConditions(route)].join(", ")})`;
}

/** Clients add an unusual port to the name in their Host header. */
function hostConditions({ host }: Route, { port, protocol }: ListenerSpec): string[] {
  if (host === undefined) return [];
  const forms = usual[protocol] === port ? [host] : [host, `${host}:${port}`];
  return forms.map((form) =>
    form.startsWith("*")
      ? `http.request.headers[(i 'host')][0] ew (i '${form.slice(1)}')`
      : `http.request.headers[(i 'host')] eq (i '${form}')`,
  );
}

function pathConditions({ path }: Route): string[] {
  if (path === undefined) return [];
  return [`http.request.url.path ${path.endsWith("*") ? `sw '${path.slice(0, -1)}'` : `eq '${path}'`}`];
}
