// Sources: Octavia API v2 reference (members), ovn-octavia-provider driver.py (_members_create); read 2026-11.
import { identityOf } from "../../core/declared.js";
import { outputOf, type Planned, type Ref } from "../../core/planned.js";
import { type DeclaredBackendSet, memberPorts } from "../../spec/backend-set.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { memberRules } from "./rules.js";
import { namedSubnet, type Subnet, tierSubnet } from "./subnets.js";

/** What an instance of a pool is in one of its sets. */
export interface Membership {
  readonly set: DeclaredBackendSet;
  /** Fit for a role. */
  readonly label: string;
  readonly poolId: Ref;
  readonly port: number;
  /** Where it is checked, when not on its own port. */
  readonly checkPort: number | undefined;
  /** Its subnet, when the balancer must be told. */
  readonly subnet: Subnet | undefined;
}

export function membershipsOf({ spec }: DeclaredInstancePool): Membership[] {
  const around = tierSubnet(spec.template.spec.tier);
  return (spec.backendSets ?? []).map((set) => {
    const { loadBalancer, port, healthCheck: check } = set.spec;
    return {
      set,
      label: identityOf(set).replace(/[./]/g, "-"),
      poolId: outputOf(set, "backendSetId") as Ref,
      port,
      checkPort: check.port === port ? undefined : check.port,
      subnet: namedSubnet(loadBalancer, around),
    };
  });
}

/** The rules by which the pool's tier admits the balancers of its sets. */
export function admission({ spec }: DeclaredInstancePool): Record<string, Planned> {
  const rules = (spec.backendSets ?? []).map((set) =>
    memberRules(set.spec.loadBalancer, spec.template.spec.tier, {
      ports: memberPorts(set.spec),
      ping: set.spec.healthCheck.protocol === "ping",
    }),
  );
  return Object.assign({}, ...rules);
}
