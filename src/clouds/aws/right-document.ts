// Sources: IAM user guide (quotas: characters of all inline policies of a role together, without white space); read 2026-11.
import { isPlain } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { isPlaceholder } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredDynamicGroupPolicy } from "../../spec/dynamic-group-policy.js";
import { type Statement, statementsOf } from "./right-statements.js";
import { type AwsStatement, settingsOf } from "./settings.js";

interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly (Statement | AwsStatement)[];
}

/** The role's one inline policy. */
export function documentOf(it: DeclaredDynamicGroupPolicy): PolicyDocument {
  const { statements = [] } = meaning(settingsOf(it).rights, it.name) ?? {};
  return { Version: "2012-10-17", Statement: [...statementsOf(it), ...statements] };
}

const most = 10_240;

/** Counts what is known before deployment, so that the whole is never shorter. */
export function documentRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  const { length } = JSON.stringify(knownOf(documentOf(it))).replace(/\s/g, "");
  if (length <= most) return [];
  return [
    {
      path: "dynamicGroupPolicy.allow",
      message: `makes a policy of ${length} characters; a role takes ${most} in its own policies`,
      instead: "fewer scopes and statements, or rights: { <name>: { managedPolicies: [ … ] } } in the settings",
    },
  ];
}

/** The document with nothing in the places of what only a deployment knows. */
function knownOf(value: unknown): unknown {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.map(knownOf);
  if (isPlaceholder(value)) return "text" in value ? value.text.map(knownOf).join("") : "";
  if (!isPlain(value)) return "";
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, knownOf(one)]));
}
