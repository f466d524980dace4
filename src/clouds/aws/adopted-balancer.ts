import type { Issue } from "../../core/errors.js";
import type { Plan } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { type AwsBalancer, settingsOf } from "./settings.js";

export function adoptedBalancer(it: DeclaredLoadBalancer): AwsBalancer | undefined {
  return meaning(settingsOf(it).balancers, it.name);
}

const ours = ["logs", "deletionProtection", "tags", "address", "allowFrom", "physicalName"] as const;

/** Nothing of an adopted balancer is changed, so a program or its settings may not ask for a change. */
export function sameAsAdoptedBalancer(it: DeclaredLoadBalancer, adopted: AwsBalancer): Issue[] {
  const different = (["kind", "visibility"] as const).filter((key) => adopted[key] !== it.spec[key]);
  const asked = ours.filter(
    (key) => it.spec[key] !== undefined && !(key === "allowFrom" && it.spec.visibility === "private"),
  );
  const { sslPolicy: _, ...attributes } = meaning(settingsOf(it).loadBalancers, it.name) ?? {};
  const changes = [
    ...asked.map((key) => `loadBalancer.${key}`),
    ...Object.keys(attributes).map((key) => `settings.loadBalancers.${it.name}.${key}`),
  ];
  return [
    ...different.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `"${it.spec[key]}" is not what the adopted balancer "${it.name}" is`,
      instead: `"${adopted[key]}"`,
    })),
    ...changes.map((path) => ({
      path,
      message: `would change the adopted balancer "${it.name}"`,
      instead: "leave it out, or let the program make the balancer",
    })),
  ];
}

export function adoptBalancer({ arn, dnsName, securityGroupId }: AwsBalancer): Plan {
  return {
    resources: {},
    outputs: { loadBalancerId: arn, address: dnsName, groupId: securityGroupId },
    notes: [
      {
        id: "note:loadBalancer.adopted",
        fate: "note",
        path: "loadBalancer",
        message:
          "is adopted: its own rules and attributes stay as they are and must admit its listeners' ports and lead to its members'",
      },
    ],
  };
}
