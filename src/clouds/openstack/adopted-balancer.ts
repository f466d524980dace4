import type { Issue } from "../../core/errors.js";
import type { Plan } from "../../core/planned.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import type { OpenStackBalancer } from "./settings.js";

const ours = ["tags", "address", "physicalName"] as const;

/** Nothing of an adopted balancer is changed, so a program may not ask for a change. Its listeners are the program's. */
export function sameAsAdopted(adopted: OpenStackBalancer, { name, spec }: DeclaredLoadBalancer): Issue[] {
  const asked = ours.filter((key) => spec[key] !== undefined);
  const other = {
    path: "loadBalancer.visibility",
    message: `"${spec.visibility}" is not what the adopted balancer "${name}" is`,
    instead: `"${adopted.visibility}"`,
  };
  return [
    ...(adopted.visibility === spec.visibility ? [] : [other]),
    ...asked.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `would change the adopted balancer "${name}"`,
      instead: "leave it out, or let the program make the balancer",
    })),
  ];
}

export function adopt({ id, address }: OpenStackBalancer): Plan {
  return {
    resources: {},
    outputs: { loadBalancerId: id, address },
    notes: [
      {
        id: "note:loadBalancer.adopted",
        fate: "note",
        path: "loadBalancer",
        message: "is adopted: the balancer itself stays as it is",
      },
    ],
  };
}
