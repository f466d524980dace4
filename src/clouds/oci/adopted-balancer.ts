import type { Issue } from "../../core/errors.js";
import type { Plan } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { type OciBalancer, settingsOf } from "./settings.js";

export function adoptedBalancer(it: DeclaredLoadBalancer): OciBalancer | undefined {
  return meaning(settingsOf(it).balancers, it.name);
}

const ours = ["logs", "deletionProtection", "tags", "address", "allowFrom", "physicalName"] as const;

/** Nothing of an adopted balancer is changed, so a program may not ask for a change. */
export function sameAsAdoptedBalancer(it: DeclaredLoadBalancer, adopted: OciBalancer): Issue[] {
  const different = (["kind", "visibility"] as const).filter((key) => adopted[key] !== it.spec[key]);
  const asked = ours.filter(
    (key) => it.spec[key] !== undefined && !(key === "allowFrom" && it.spec.visibility === "private"),
  );
  return [
    ...different.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `"${it.spec[key]}" is not what the adopted balancer "${it.name}" is`,
      instead: `"${adopted[key]}"`,
    })),
    ...asked.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `would change the adopted balancer "${it.name}"`,
      instead: "leave it out, or let the program make the balancer",
    })),
  ];
}

export function adoptBalancer({ id, address, networkSecurityGroupId, cidr }: OciBalancer): Plan {
  return {
    resources: {},
    outputs: {
      loadBalancerId: id,
      address,
      ...(networkSecurityGroupId === undefined ? {} : { groupId: networkSecurityGroupId }),
      ...(cidr === undefined ? {} : { range: cidr }),
    },
    notes: [
      {
        id: "note:loadBalancer.adopted",
        fate: "note",
        path: "loadBalancer",
        message: "is adopted: its own rules and options stay as they are and must admit its listeners' ports",
      },
    ],
  };
}
