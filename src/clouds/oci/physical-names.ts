// Sources: Load Balancing API reference (CreateBackendSetDetails, CreateListenerDetails, CreateRuleSetDetails,
// CreateRoutingPolicyDetails, CreateCertificateDetails); read 2026-11.
import type { Declared } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { childName, legalName, logicalNaming, type Naming } from "../../core/names.js";
import type { Limits } from "../../core/support.js";

const setNaming: Naming = { max: 32, allowed: /[A-Za-z0-9_-]/, filler: "-" };
const listenerNaming: Naming = { max: 255, allowed: /[A-Za-z0-9_-]/, filler: "-" };
const ruleNaming: Naming = { max: 32, allowed: /[A-Za-z0-9_]/, filler: "_" };

const separator = "--";

/** What a fixed name may be. */
export const fixedSetName: Limits = {
  length: [1, setNaming.max],
  pattern: {
    matches: /^(?!.*--)[A-Za-z0-9_-]+$/,
    says: "hold letters, digits, _ and single hyphens only",
  },
};
export const fixedListenerName: Limits = { pattern: (fixedSetName as Required<Limits>).pattern };

/** What a console shows: not unique, so only its length and characters matter. */
export function displayName({ name, spec }: MayBeFixed): string {
  return spec.physicalName ?? legalName(name, logicalNaming);
}

export function partDisplayName({ name }: Declared, role: string): string {
  return childName(name, role);
}

/**
 * A name that changes with its form: what the provider cannot take back in place comes back as a new resource.
 * Only a form follows `--`, so no two names meet.
 */
function formed(name: string, form: readonly string[], { max, ...naming }: Naming): string {
  const suffix = form.length === 0 ? "" : `${separator}${form.join("-")}`;
  return legalName(name.replaceAll(separator, "\0"), { ...naming, max: max - suffix.length }) + suffix;
}

type MayBeFixed = Declared<{ physicalName?: string }>;

export function setName({ name, spec }: MayBeFixed, form: readonly string[]): string {
  return spec.physicalName ?? formed(name, form, setNaming);
}

export function listenerName({ name, spec }: MayBeFixed, form: readonly string[]): string {
  return spec.physicalName ?? formed(name, form, listenerNaming);
}

export function certificateName(listener: string, hash: string): string {
  return formed(listener, [hash], listenerNaming);
}

/** Rule sets, routing policies and their rules: no hyphens. */
export function ruleName(name: string): string {
  return legalName(name, ruleNaming);
}

/** A fixed name goes with the plain form only: under one name, what other forms add could not be taken back. */
export function fixedNameRules(path: string, fixed: string | undefined, form: readonly string[]): Issue[] {
  if (fixed === undefined || form.length === 0) return [];
  return [
    {
      path: `${path}.physicalName`,
      message: `cannot be fixed here: ${form.join(" and ")} could not be taken back under the same name`,
      instead: "leave it out",
    },
  ];
}

/** Names are unique on a balancer, fixed ones and made ones alike. */
export function uniqueNameRules({ noun, parent }: Declared, path: string, role: string, name: string): Issue[] {
  const twin = parent?.children.find((one) => one.noun === noun && one.plan.resources[role]?.args.name === name);
  if (!twin) return [];
  return [
    {
      path: `${path}.physicalName`,
      message: `${JSON.stringify(name)} is the name of "${twin.name}" on the balancer`,
      instead: "another name",
    },
  ];
}
