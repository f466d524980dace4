import { childrenOf, type Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import { pathOf } from "../core/noun.js";

interface Nameable {
  readonly physicalName?: string;
}

/** Parts of one balancer may not have the same fixed name. */
export function nameRules({ noun, spec }: Declared<Nameable>, owner: Declared): Issue[] {
  if (spec.physicalName === undefined) return [];
  const twin = childrenOf<Nameable>(owner, noun).find((other) => other.spec.physicalName === spec.physicalName);
  if (!twin) return [];
  return [
    {
      path: `${pathOf({ name: noun })}.physicalName`,
      message: `"${spec.physicalName}" is the name of "${twin.name}" of balancer "${owner.name}" already`,
      instead: "another name",
    },
  ];
}
