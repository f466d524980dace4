import type { Issue } from "../../core/errors.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer } from "../../spec/load-balancer.js";
import { type AwsBalancer, settingsOf } from "./settings.js";

export function adoptedBalancer(it: DeclaredLoadBalancer): AwsBalancer | undefined {
  return meaning(settingsOf(it).balancers, it.name);
}

const ours = ["logs", "deletionProtection", "tags", "address", "allowFrom"] as const;

/** Nothing of an adopted balancer is changed, so a program may not ask for a change. */
export function sameAsAdopted(it: DeclaredLoadBalancer): Issue[] {
  const adopted = adoptedBalancer(it);
  const different = (["kind", "visibility"] as const).filter((key) => adopted?.[key] !== it.spec[key]);
  const asked = ours.filter(
    (key) => it.spec[key] !== undefined && !(key === "allowFrom" && it.spec.visibility === "private"),
  );
  return [
    ...different.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `"${it.spec[key]}" is not what the adopted balancer "${it.name}" is`,
      instead: `"${adopted?.[key]}"`,
    })),
    ...asked.map((key) => ({
      path: `loadBalancer.${key}`,
      message: `would change the adopted balancer "${it.name}"`,
      instead: "leave it out, or let the program make the balancer",
    })),
  ];
}
