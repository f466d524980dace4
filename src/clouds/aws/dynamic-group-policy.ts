// Sources: IAM user guide (roles for EC2, instance profiles, names and quotas), botocore 1.43.11 service model of iam; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { type Issue, inexactly } from "../../core/errors.js";
import { json, type Plan, type Planned, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredDynamicGroupPolicy, DynamicGroupPolicySpec } from "../../spec/dynamic-group-policy.js";
import { attachmentName } from "./compute-fields.js";
import { resource, roleNaming } from "./resources.js";
import { documentOf, documentRules } from "./right-document.js";
import { inexactRights, rightNotes } from "./right-notes.js";
import { scopeRules } from "./right-scopes.js";
import { settingsOf } from "./settings.js";
import { balancerTagRules, labelled } from "./tags.js";

const support = {
  allow: {
    verb: { inspect: native(), read: native(), use: native(), manage: native() },
    resource: {
      compute: native(),
      "instance-pools": native(),
      autoscaling: native(),
      "object-storage": native(),
      logs: native(),
      metrics: native(),
      secrets: native(),
    },
    on: native(),
  },
  members: {
    pool: native(),
    compartment: unsupported("a role is for the instances whose template names it", '"pool"'),
  },
  scope: {
    compartment: near("the account stands for it: what no scope narrows reaches all of the account's region"),
    tenancy: unsupported(
      "a role has no rights in other accounts of an organization",
      '"compartment", or rights: { <name>: { statements: [ … ] } } in the settings that lets it take roles there',
    ),
  },
  tags: native(),
  physicalName: native(undefined, {
    length: [1, 64],
    pattern: { matches: /^[\w+=,.@-]+$/, says: "be letters, digits and _+=,.@-" },
  }),
} as const satisfies SupportOf<DynamicGroupPolicySpec>;

export const dynamicGroupPolicy: Adapter<DynamicGroupPolicySpec> = { support, rules, plan };

function rules(it: DeclaredDynamicGroupPolicy): Issue[] {
  const scopes = scopeRules(it);
  return [
    ...scopes,
    ...(scopes.length === 0 ? documentRules(it) : []),
    ...balancerTagRules(it.spec.tags, "dynamicGroupPolicy.tags", "roles"),
    ...exactRules(it),
  ];
}

function exactRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  if (!it.cloud.exact) return [];
  return inexactRights(it.spec).map(({ path, message }) => ({
    path,
    message: inexactly(message),
    instead: '"read" or "manage", or fidelity: "accept" in the settings',
  }));
}

const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
};

function plan(it: DeclaredDynamicGroupPolicy): Plan {
  const { tags, physicalName } = it.spec;
  const { managedPolicies = [] } = meaning(settingsOf(it).rights, it.name) ?? {};
  const name = physicalName === undefined ? {} : { name: physicalName };
  return {
    resources: {
      role: resource(
        "aws:iam/role:Role",
        { ...name, description: "instances of a template", assumeRolePolicy: json(trust), ...labelled(tags) },
        { naming: roleNaming },
      ),
      rolePolicy: resource("aws:iam/rolePolicy:RolePolicy", { role: ref("role.name"), policy: json(documentOf(it)) }),
      ...Object.fromEntries(managedPolicies.map(attachment)),
      profile: resource("aws:iam/instanceProfile:InstanceProfile", {
        ...name,
        role: ref("role.name"),
        ...labelled(tags),
      }),
    },
    outputs: { principalId: ref("role.arn") },
    notes: rightNotes(it),
  };
}

function attachment(policyArn: string): [string, Planned] {
  const planned = resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: ref("role.name"), policyArn });
  return [`managedPolicy:${attachmentName(policyArn)}`, planned];
}
