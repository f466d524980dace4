import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { nativeName } from "../../core/support.js";
import { type BackendSetSpec, type DeclaredBackendSet, backendSet as noun } from "../../spec/backend-set.js";
import type { BackendSetSupport } from "./backend-set.js";
import { afterEarlierParts } from "./chain.js";
import { healthChecker, isRequest } from "./health-checker.js";
import { staleMembers } from "./member-notes.js";
import { pathsOf } from "./member-rules.js";
import { setName } from "./physical-names.js";
import { resource } from "./resources.js";

export function planNetworkSet(it: DeclaredBackendSet, support: BackendSetSupport): Plan {
  const { spec } = it;
  return {
    resources: {
      networkBackendSet: resource(
        "oci:NetworkLoadBalancer/backendSet:BackendSet",
        {
          name: setName(it, formOfNetworkSet(spec)),
          networkLoadBalancerId: outputOf(spec.loadBalancer, "loadBalancerId") as Ref,
          policy: policyOf(spec, support),
          isPreserveSource: spec.clientAddress === "kept",
          healthChecker: checker(spec, support),
        },
        { options: { deleteBeforeReplace: false, dependsOn: afterEarlierParts(it) } },
      ),
      ...members(spec),
      ...pathsOf(it),
    },
    outputs: { backendSetId: ref("networkBackendSet.name") },
    notes: staleMembers(spec),
  };
}

/** What the provider cannot take back in place. */
export function formOfNetworkSet(spec: BackendSetSpec): string[] {
  return isRequest(spec) ? ["http"] : [];
}

function policyOf(spec: BackendSetSpec, { policy, stickiness }: BackendSetSupport): string {
  const facets = noun.facets?.(spec);
  if (spec.stickiness) return nativeName(stickiness["source-address"], facets);
  return nativeName(policy[spec.policy ?? "round-robin"], facets);
}

function checker(spec: BackendSetSpec, { healthCheck }: BackendSetSupport) {
  const { intervalInMillis, rest } = healthChecker(spec);
  const protocol = nativeName(healthCheck.protocol[spec.healthCheck.protocol], noun.facets?.(spec));
  return { protocol, intervalInMillis, ...rest };
}

/** One after the other: the service refuses two changes at a time. Names are the provider's: a moved member is a new one. */
function members({ members: given = {}, port, loadBalancer }: BackendSetSpec): Record<string, Planned> {
  const names = Object.keys(given);
  const entries = Object.entries(given).map(([name, member], index) => [
    `networkMember:${name}`,
    resource(
      "oci:NetworkLoadBalancer/backend:Backend",
      {
        networkLoadBalancerId: outputOf(loadBalancer, "loadBalancerId") as Ref,
        backendSetName: ref("networkBackendSet.name"),
        ipAddress: member.address,
        port: member.port ?? port,
        weight: member.weight ?? 1,
        isBackup: member.backup ?? false,
      },
      index === 0 ? {} : { options: { dependsOn: [ref(`networkMember:${names[index - 1]}`)] } },
    ),
  ]);
  return Object.fromEntries(entries);
}
