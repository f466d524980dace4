import type { Declared } from "../../core/declared.js";
import { type Ref, ref } from "../../core/planned.js";

const family = "oci:NetworkLoadBalancer/";

/** The last part that was declared before this one on the same network balancer, which answers 409 to two changes at a time. */
export function afterEarlierParts({ parent }: Declared): Ref[] {
  return parent ? lastPartOf(parent) : [];
}

export function lastPartOf(balancer: Declared): Ref[] {
  for (const sibling of [...balancer.children].reverse()) {
    const roles = Object.entries(sibling.plan.resources).filter(([, { type }]) => type.startsWith(family));
    const last = roles.at(-1);
    if (last) return [ref(sibling, last[0])];
  }
  return [];
}
