// Source: Amazon EC2 Auto Scaling user guide (health checks of balancers begin with the first listener); read 2026-11. What no
// argument names must stand before instances start, and go after they are gone.
import type { Declared } from "../../core/declared.js";
import { familyOf } from "../../core/names.js";
import { type Planned, type Ref, ref, roleOf } from "../../core/planned.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import { balancersOf, listenersOf } from "../../spec/instance-pool-rules.js";

/** The rules, routes, rights and listeners that instances need. */
export function dependencies({ spec }: DeclaredInstancePool, paths: Readonly<Record<string, Planned>>): Ref[] {
  const own = Object.entries(paths).flatMap(([key, planned]) =>
    planned.owner ? [ref(planned.owner, roleOf(key, planned))] : [],
  );
  const known = new Set(own.map(keyOf));
  const others = [...rulesOf(spec), ...routesOf(spec), ...rightsOf(spec), ...waysOf(spec)];
  return [...own, ...others.filter((one) => !known.has(keyOf(one)))];
}

function keyOf({ of, ref: role }: Ref): string {
  return `${of} ${role}`;
}

const rules = ["ingress", "egress"];

function rulesOf(spec: InstancePoolSpec): Ref[] {
  const { tier } = spec.template.spec;
  const roles = [...Object.keys(tier.plan.resources), ...tier.shared.keys()];
  const towards = balancersOf(spec).flatMap((balancer) =>
    [...balancer.shared].filter(([, { mentions }]) => mentions === tier).map(([role]) => ref(balancer, role)),
  );
  return [...roles.filter((role) => rules.includes(familyOf(role))).map((role) => ref(tier, role)), ...towards];
}

const routes = {
  private: ["privateAssociation", "privateRoute"],
  public: ["publicAssociation", "publicRoute"],
};

function routesOf({ template }: InstancePoolSpec): Ref[] {
  const { network, placement = "private" } = template.spec.tier.spec;
  return rolesIn(network, routes[placement]);
}

function rightsOf({ template }: InstancePoolSpec): Ref[] {
  const { rights } = template.spec;
  return rights ? rolesIn(rights, ["rolePolicy", "managedPolicy"]) : [];
}

function waysOf({ backendSets = [] }: InstancePoolSpec): Ref[] {
  const listeners = new Set(backendSets.flatMap(listenersOf));
  return [...listeners].flatMap((listener) => rolesIn(listener, ["listener", "route"]));
}

function rolesIn(it: Declared, families: readonly string[]): Ref[] {
  return Object.keys(it.plan.resources)
    .filter((role) => families.includes(familyOf(role)))
    .map((role) => ref(it, role));
}
