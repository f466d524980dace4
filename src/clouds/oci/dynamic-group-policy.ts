// Sources: Identity API reference (CreateDynamicGroupDetails, CreatePolicyDetails: names of 1 to 100 characters, descriptions of 1 to
// 400, dynamic groups in the tenancy, writes in its home region), terraform-provider-oci 8.23.0 and its issues 2465 and 984; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import type { Naming } from "../../core/names.js";
import { type Note, type Plan, ref } from "../../core/planned.js";
import { native, type SupportOf, unsupported, when } from "../../core/support.js";
import type {
  DeclaredDynamicGroupPolicy,
  DynamicGroupPolicySpec,
  Permission,
} from "../../spec/dynamic-group-policy.js";
import { homeProvider } from "./home-provider.js";
import { resource } from "./resources.js";
import { matchingRule, memberNotes, memberRules } from "./rights-members.js";
import { placeOf, settingsOf } from "./settings.js";
import { isTenancy, scopeRules, sentence, statementsOf } from "./statements.js";
import { tagRules } from "./tags.js";

const support = {
  allow: {
    verb: { inspect: native("inspect"), read: native("read"), use: native("use"), manage: native("manage") },
    resource: {
      compute: native("instance-family"),
      "instance-pools": native("compute-management-family"),
      autoscaling: native("auto-scaling-configurations"),
      "object-storage": native("object-family"),
      logs: native("log-groups"),
      metrics: native("metrics"),
      secrets: native("secret-family"),
    },
    on: native(),
  },
  members: {
    pool: when("rightsTag", {
      given: native(),
      absent: unsupported(
        "a rule tells instances by a defined tag, and the settings name none",
        '"compartment", or rightsTag in the settings',
      ),
    }),
    compartment: native(),
  },
  scope: { compartment: native(), tenancy: native() },
  tags: native(),
  physicalName: native(undefined, {
    length: [1, 100],
    pattern: { matches: /^[A-Za-z0-9._-]+$/, says: "hold letters, digits, ., _ and - only" },
  }),
} as const satisfies SupportOf<DynamicGroupPolicySpec>;

export const dynamicGroupPolicy: Adapter<DynamicGroupPolicySpec> = {
  support,
  rules: (it) => [...homeRules(it), ...scopeRules(it), ...memberRules(it), ...tagRules(it, "dynamicGroupPolicy.tags")],
  plan,
};

/** The provider appends eight characters. */
const naming: Naming = { max: 92, allowed: /[A-Za-z0-9._-]/, filler: "-" };
const options = { naming, provider: homeProvider };
const longest = { description: 400 } as const;

function homeRules(it: DeclaredDynamicGroupPolicy): Issue[] {
  const { tenancyId, homeRegion } = settingsOf(it);
  const lacking = Object.entries({ tenancyId, homeRegion }).flatMap(([key, value]) =>
    value === undefined ? [key] : [],
  );
  if (lacking.length === 0) return [];
  return [
    {
      path: "dynamicGroupPolicy",
      message: "is written in the tenancy, through its home region",
      instead: `${lacking.join(" and ")} in the settings`,
    },
  ];
}

function plan(it: DeclaredDynamicGroupPolicy): Plan {
  const { physicalName, scope, tags } = it.spec;
  const { tenancyId = "", compartmentId } = settingsOf(it);
  const fixed = physicalName === undefined ? {} : { name: physicalName };
  return {
    resources: {
      dynamicGroup: resource(
        "oci:Identity/dynamicGroup:DynamicGroup",
        {
          ...placeOf(it, tags),
          compartmentId: tenancyId,
          ...fixed,
          description: `instances with the rights ${it.name}`.slice(0, longest.description),
          matchingRule: sentence(matchingRule(it)),
        },
        options,
      ),
      policy: resource(
        "oci:Identity/policy:Policy",
        {
          ...placeOf(it, tags),
          compartmentId: scope === "tenancy" ? tenancyId : compartmentId,
          ...fixed,
          description: `rights ${it.name}`.slice(0, longest.description),
          statements: statementsOf(it, { group: physicalName ?? ref("dynamicGroup.name"), types: typesOf, verb }),
        },
        { ...options, options: { dependsOn: [ref("dynamicGroup")] } },
      ),
    },
    outputs: { principalId: ref("dynamicGroup.id") },
    notes: [...memberNotes(it), ...scopeNotes(it), ...providerNotes(it)],
  };
}

function verb(word: keyof typeof support.allow.verb): string {
  return support.allow.verb[word].as;
}

/** What logs hold is a type of its own, of which there is nothing to list. */
function typesOf({ resource: family, verb: word }: Permission): string[] {
  const own = support.allow.resource[family].as;
  return family === "logs" && word !== "inspect" ? [own, "log-content"] : [own];
}

function scopeNotes(it: DeclaredDynamicGroupPolicy): Note[] {
  if (it.spec.scope !== "tenancy" && !isTenancy(settingsOf(it).compartmentId)) return [];
  const message = "the rights reach the whole tenancy where no scope narrows them";
  return [{ id: "warning:dynamicGroupPolicy.scope", fate: "warning", path: "dynamicGroupPolicy.scope", message }];
}

/** Outputs that a provider lacks are unknown to a preview, and it lacks what it was not given. */
function providerNotes({ cloud }: DeclaredDynamicGroupPolicy): Note[] {
  if (cloud.provider === undefined) return [];
  const message =
    "goes through a copy of the cloud's provider in the home region, of which a preview does not know what was not given; a provider among the component's options goes before it";
  return [{ id: "note:dynamicGroupPolicy.provider", fate: "note", path: "dynamicGroupPolicy", message }];
}
