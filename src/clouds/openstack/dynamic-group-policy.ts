// Sources: Identity API v3 reference (application credentials belong to the user who makes them, names are unique for each user,
// access rules match a service's type, a method and a path), keystonemiddleware auth_token (access rules need service_type); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Note, type Plan, ref } from "../../core/planned.js";
import { emulated, native, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { unknownWord } from "../../core/vocabulary.js";
import type {
  DeclaredDynamicGroupPolicy,
  DynamicGroupPolicySpec,
  Permission,
} from "../../spec/dynamic-group-policy.js";
import { accessRulesOf, canNarrow } from "./access-rules.js";
import type { OpenStackRights } from "./compute-settings.js";
import { fixedName } from "./fixed-name.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";

const credential = "an application credential of the user who deploys, which each instance finds in its user data";
const wholeProject = "the rights reach all of the project, not these scopes alone";

const support = {
  allow: variant(
    when("rights", {
      none: unsupported(
        "instances here have no identity of their own",
        'rights: { emulate: "application-credential", authUrl: …, roles: { … } } in the settings, which hands them one of yours',
      ),
      roles: emulated(credential),
      "roles and requests": emulated(credential),
    }),
    {
      verb: {
        inspect: near("what may be listed may be read as well"),
        read: native(),
        use: native(),
        manage: native(),
      },
      resource: {
        compute: native("compute"),
        "instance-pools": native("orchestration"),
        autoscaling: native("orchestration"),
        "object-storage": native("object-store"),
        logs: unsupported("there is no log service", "leave it out"),
        metrics: native("metric"),
        secrets: native("key-manager"),
      },
      on: when("rights", {
        none: near(wholeProject),
        roles: near(wholeProject),
        "roles and requests": native(),
      }),
    },
  ),
  members: {
    pool: native(),
    compartment: unsupported("only instances whose template names the rights are given the credential", '"pool"'),
  },
  scope: {
    compartment: native(),
    tenancy: unsupported("a credential is for one project", '"compartment"'),
  },
  tags: unsupported("an application credential has no labels", "leave them out"),
  physicalName: native(),
} as const satisfies SupportOf<DynamicGroupPolicySpec>;

export const dynamicGroupPolicy: Adapter<DynamicGroupPolicySpec> = { support, rules, plan };

function rules(it: DeclaredDynamicGroupPolicy): Issue[] {
  const { rights, scopes } = settingsOf(it);
  if (!rights) return [];
  return it.spec.allow.flatMap((permission, index) => {
    const path = `dynamicGroupPolicy.allow[${index}]`;
    const named = rights.accessRules ? (permission.on ?? []) : [];
    return [
      ...roleRules(permission, rights, path),
      ...named.flatMap((name, at) => unknownWord(scopes, "scopes", name, `${path}.on[${at}]`)),
      ...(named.length > 0 && !canNarrow(permission) ? [tooWide(permission, path)] : []),
    ];
  });
}

function roleRules({ verb, resource: family }: Permission, rights: OpenStackRights, path: string): Issue[] {
  if (rolesFor({ verb, resource: family }, rights).length > 0) return [];
  return [
    {
      path,
      message: `"${verb} ${family}" has no roles in the settings`,
      instead: `rights: { roles: { "${verb} ${family}": [ … ] } } in the settings, with names of roles of the user who deploys`,
    },
  ];
}

function tooWide({ resource: family }: Permission, path: string): Issue {
  return {
    path: `${path}.on`,
    message: `"${family}" cannot be kept to scopes: only object-storage and secrets can`,
    instead: "leave it out, for all of the project",
  };
}

function rolesFor({ verb, resource: family }: Permission, { roles }: OpenStackRights): readonly string[] {
  return roles[`${verb} ${family}`] ?? roles[family] ?? [];
}

/** Made anew rather than changed; a fixed name must be free again first. */
function plan(it: DeclaredDynamicGroupPolicy): Plan {
  const { allow, physicalName } = it.spec;
  const { scopes = {}, rights } = settingsOf(it);
  const given = rights as OpenStackRights;
  const roles = [...new Set(allow.flatMap((permission) => rolesFor(permission, given)))].sort();
  const requests = given.accessRules
    ? allow.flatMap((permission) => accessRulesOf(permission, typeOf(permission.resource), scopes))
    : [];
  return {
    resources: {
      credential: resource(
        "openstack:identity/applicationCredential:ApplicationCredential",
        {
          description: "rights of instances",
          roles,
          unrestricted: false,
          ...(requests.length === 0 ? {} : { accessRules: distinct(requests) }),
          ...fixedName(it),
        },
        physicalName === undefined ? {} : { options: { deleteBeforeReplace: true } },
      ),
    },
    outputs: { principalId: ref("credential.id") },
    notes: [reach, owner],
  };
}

function typeOf(family: Permission["resource"]): string {
  const entry = support.allow.fields.resource[family];
  return "as" in entry ? entry.as : "";
}

function distinct<T extends object>(all: readonly T[]): T[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

const reach: Note = {
  id: "note:dynamicGroupPolicy.reach",
  fate: "note",
  path: "dynamicGroupPolicy",
  message:
    "everybody who may read the user data of an instance can read the credential; a new one replaces the instances that hold it",
};

const owner: Note = {
  id: "note:dynamicGroupPolicy.login",
  fate: "note",
  path: "dynamicGroupPolicy",
  message:
    "the credential is the deploying user's and ends with that user; it takes a login with a password, or with an unrestricted credential, to make it",
};
