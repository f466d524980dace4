import type { Issue } from "../core/errors.js";
import { isWithin } from "../core/ranges.js";
import type { BackendSetSpec } from "./backend-set.js";

/** Mistakes about the members that a set names. */
export function memberRules(spec: BackendSetSpec): Issue[] {
  return [...twinRules(spec), ...placeRules(spec)];
}

function twinRules({ members = {}, port: common }: BackendSetSpec): Issue[] {
  const seen = new Map<string, string>();
  return Object.entries(members).flatMap(([name, { address: at, port: own = common }]) => {
    if (typeof at !== "string") return [];
    const place = `${at}:${own}`;
    const other = seen.get(place);
    seen.set(place, name);
    return other === undefined
      ? []
      : [
          {
            path: `backendSet.members.${name}`,
            message: `is ${place}, as member "${other}" is`,
            instead: "one entry for each address and port",
          },
        ];
  });
}

/** Members of a tier have addresses of its network. */
function placeRules({ tier, members = {} }: BackendSetSpec): Issue[] {
  if (tier === undefined) return [];
  const { name, spec } = tier.spec.network;
  return Object.entries(members).flatMap(([key, { address: at }]) => {
    if (typeof at !== "string" || isWithin(at, spec.cidr)) return [];
    const message = `${at} is outside ${spec.cidr}, network "${name}", where tier "${tier.name}" stands`;
    return [{ path: `backendSet.members.${key}.address`, message, instead: "an address of that network, or no tier" }];
  });
}
