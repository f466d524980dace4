import { z } from "zod";
import type { Network } from "../components/network.js";
import type { Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun } from "../core/noun.js";
import { type CloudChoice, physicalName, reference, settingName, tags } from "./fields.js";
import type { DeclaredNetwork } from "./network.js";

export interface DynamicGroupPolicyArgs extends CloudChoice {
  /** The network that its instances stand in. */
  network: Network;
  /**
   * What the instances may do; everything else stays forbidden.
   *
   * - openstack: not available for rights none; emulated for rights roles or roles and requests
   * - cloudstack: not available: virtual machines have no rights of their own: roles belong to accounts
   */
  allow: Permission[];
  /**
   * Who has the rights: the instances whose template names them, or all instances of the compartment.
   *
   * Default: the narrowest that the cloud and its settings have. The wider one is always listed in the plan.
   *
   * - aws: "compartment" not available: a role is for the instances whose template names it
   * - oci: "pool" not available for rightsTag absent: a rule tells instances by a defined tag, and the settings name
   *   none
   * - openstack: "compartment" not available: only instances whose template names the rights are given the credential
   * - cloudstack: "pool" and "compartment" not available: virtual machines have no rights of their own: roles belong to
   *   accounts
   */
  members?: "pool" | "compartment";
  /**
   * How far the rights reach where no scope narrows them: one compartment, or the whole tenancy. Default `compartment`.
   *
   * - aws: "compartment" near; "tenancy" not available
   * - openstack: "tenancy" not available: a credential is for one project
   * - cloudstack: "compartment" and "tenancy" not available: virtual machines have no rights of their own: roles belong
   *   to accounts
   */
  scope?: "compartment" | "tenancy";
  /**
   * Labels. Keys of 1..128 and values of up to 256 characters.
   *
   * - openstack: not available: an application credential has no labels
   * - cloudstack: not available: virtual machines have no rights of their own: roles belong to accounts
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: 1..64 characters: must be letters, digits and _+=,.@-
   * - oci: 1..100 characters: must hold letters, digits, ., _ and - only
   * - cloudstack: not available: virtual machines have no rights of their own: roles belong to accounts
   */
  physicalName?: string;
}

export interface Permission {
  /**
   * How much: list; list and look into; use without making or deleting; everything. Each holds those before it.
   *
   * - openstack: "inspect" near: what may be listed may be read as well
   * - cloudstack: "inspect", "read", "use" and "manage" not available: virtual machines have no rights of their own:
   *   roles belong to accounts
   */
  verb: "inspect" | "read" | "use" | "manage";
  /**
   * Of what.
   *
   * - openstack: "logs" not available: there is no log service
   * - cloudstack: "compute", "instance-pools", "autoscaling", "object-storage", "logs", "metrics" and "secrets" not
   *   available: virtual machines have no rights of their own: roles belong to accounts
   */
  resource: "compute" | "instance-pools" | "autoscaling" | "object-storage" | "logs" | "metrics" | "secrets";
  /**
   * Names of scopes in the settings: the buckets, log groups or secrets that are meant.
   *
   * - openstack: near for rights none or roles: the rights reach all of the project, not these scopes alone
   * - cloudstack: not available: virtual machines have no rights of their own: roles belong to accounts
   */
  on?: string[];
}

export type Verb = Permission["verb"];
export type Family = Permission["resource"];

export type DynamicGroupPolicySpec = Omit<DynamicGroupPolicyArgs, "cloud" | "network"> & { network: DeclaredNetwork };
export type DeclaredDynamicGroupPolicy = Declared<DynamicGroupPolicySpec>;

const permission = z.strictObject({
  verb: z.enum(["inspect", "read", "use", "manage"]),
  resource: z.enum(["compute", "instance-pools", "autoscaling", "object-storage", "logs", "metrics", "secrets"]),
  on: z.array(settingName).min(1).optional(),
});

export const dynamicGroupPolicy: Noun<DynamicGroupPolicySpec> = {
  name: "DynamicGroupPolicy",
  fields: {
    network: reference<DeclaredNetwork>("Network"),
    allow: z.array(permission).min(1),
    members: z.enum(["pool", "compartment"]).optional(),
    scope: z.enum(["compartment", "tenancy"]).optional(),
    tags: tags.optional(),
    physicalName: physicalName.optional(),
  },
  rules: ({ spec }) => twinRules(spec),
};

function twinRules({ allow }: DynamicGroupPolicySpec): Issue[] {
  const known = new Set<string>();
  return allow.flatMap(({ resource, on = [] }, index) =>
    (on.length === 0 ? [undefined] : on).flatMap((scope) => {
      const what = JSON.stringify([resource, scope]);
      const again = known.has(what);
      known.add(what);
      const where = scope === undefined ? "" : ` on "${scope}"`;
      return again
        ? [
            {
              path: `dynamicGroupPolicy.allow[${index}]`,
              message: `"${resource}"${where} is there twice`,
              instead: "one entry with the larger verb, which holds the smaller ones",
            },
          ]
        : [];
    }),
  );
}
