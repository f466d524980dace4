// Sources: Amazon S3 user guide (conditional writes), AWS service authorization reference (actions that know no resources); read 2026-11.
import type { Note } from "../../core/planned.js";
import { quote } from "../../core/text.js";
import type {
  DeclaredDynamicGroupPolicy,
  DynamicGroupPolicySpec,
  Permission,
} from "../../spec/dynamic-group-policy.js";
import { regionOf } from "./region.js";
import { actionsOf, replacingOf } from "./right-statements.js";

/** What the table of rights does not tell. */
export function rightNotes({ spec }: DeclaredDynamicGroupPolicy): Note[] {
  const region = regionOf(spec.network);
  const wide = spec.allow.filter(({ on }) => on === undefined);
  const seeing = spec.allow.filter((one) => one.on !== undefined && actionsOf(one, "anywhere").length > 0);
  return [
    ...inexactRights(spec),
    ...reachNotes("scope", wide, (families) => `rights on ${families} reach all of the account in ${region}`),
    ...reachNotes(
      "allow.on",
      seeing,
      (families) => `some actions on ${families} take no scope: they reach all of the account in ${region}`,
    ),
  ];
}

/** Rights that reach less than their words say. */
export function inexactRights({ allow }: DynamicGroupPolicySpec): Note[] {
  return allow.flatMap((permission, index): Note[] => {
    if (replacingOf(permission).length === 0) return [];
    const message =
      '"use" overwrites an object only with If-Match and its ETag, in one upload: a request without it could make a new object';
    const path = `dynamicGroupPolicy.allow[${index}].verb`;
    return [{ id: "near:dynamicGroupPolicy.allow.verb.use", fate: "near", path, message }];
  });
}

function reachNotes(option: string, permissions: readonly Permission[], says: (families: string) => string): Note[] {
  if (permissions.length === 0) return [];
  const families = quote([...new Set(permissions.map(({ resource }) => resource))], "and");
  const path = `dynamicGroupPolicy.${option}`;
  return [{ id: `note:${path}`, fate: "note", path, message: says(families) }];
}
