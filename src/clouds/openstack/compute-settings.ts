// Sources: Compute API v2 reference (key pairs), Identity API v3 reference (application credentials), Gnocchi archive policies
// of Ceilometer (gnocchi_resources.yaml, granularities), terraform-provider-openstack 1.54.1 (nested templates are local files,
// named by a whole file: URL); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import { because } from "../../core/parse.js";
import { input } from "../../spec/fields.js";
import { id, uuid } from "./ids.js";

/** What the names of templates, pools and rights mean. */
export interface OpenStackComputeSettings {
  /** Image ids, by name. */
  images?: Record<string, Input<string>>;
  /** Flavors, by the name that templates use. */
  machines?: Record<string, OpenStackMachine>;
  /** Names of key pairs, or public keys to make pairs of, by name. */
  keys?: Record<string, string | { publicKey: string }>;
  /** Types of volumes that the operator encrypts, by the name of the key that boot disks ask for. */
  diskKeys?: Record<string, string>;
  /** URLs that alarms are posted to, by the name of who is told. */
  topics?: Record<string, Input<string>>;
  /** Names of Swift containers or ids of Barbican secrets, by the name that rights are on. */
  scopes?: Record<string, string>;
  /** The way in which instances get rights. Default: none, and rights are refused. */
  rights?: OpenStackRights;
  /** Whether pools of a fixed size are servers of their own, or groups in Heat as scaled ones are. Default `servers`. */
  pools?: "servers" | "heat";
  /** Whether a group may begin above its fewest instances, though every change of its stack sets it back there. Default: no. */
  initialSize?: "reset-at-update";
  /** Whether Heat may keep a trust for any login: where the operator allows them to application credentials. Default: no. */
  trusts?: "any-login";
  /** How far values of metrics are apart; one that the archive policy of the metric has. Seconds, 1..86400. Default 60. */
  granularity?: number;
  /** The folder, not on Windows, where templates of members are left for the provider to read. Default `/tmp`. */
  heatMemberFolder?: string;
}

export interface OpenStackMachine {
  flavorId: Input<string>;
  /** Thresholds of CPU policies are reckoned with it. */
  vcpus: number;
  /** MiB. Thresholds of memory policies are reckoned with it. */
  memory?: number;
}

export interface OpenStackRights {
  /** Instances find an application credential of the user who deploys in `/etc/openstack/clouds.yaml`. */
  emulate: "application-credential";
  /** Where instances log in: the URL of Keystone. */
  authUrl: string;
  region?: string;
  /** Names of Keystone's roles, by what is allowed: `object-storage`, or `read object-storage` for one verb alone. */
  roles: Record<string, string[]>;
  /**
   * Whether the credential is also kept to the requests that its verbs stand for. Default false.
   *
   * Only where the operator gave each service its `service_type`: elsewhere every call with it is refused.
   */
  accessRules?: boolean;
}

const url = z.string().regex(/^https?:\/\/\S+$/, because("must be a URL", 'a URL such as "https://example.com/hook"'));
const text = z.string().min(1).max(255);
const role =
  /^(?:(?:inspect|read|use|manage) )?(?:compute|instance-pools|autoscaling|object-storage|logs|metrics|secrets)$/;
const roleName = z
  .string()
  .regex(
    role,
    because("is nothing that rights allow", '"object-storage", or "read object-storage" for one verb alone'),
  );
const folder = z
  .string()
  .regex(
    /^(?:\/[A-Za-z0-9._-]+)+$/,
    because("must be the whole path of a folder", 'a path such as "/var/lib/webtier"'),
  );
const publicKey = z
  .string()
  .regex(/^(?:ssh|ecdsa|sk)-\S+ \S+/, because("must be a public key", 'text that begins with "ssh-ed25519 "'));

export const computeFields = {
  images: z.record(z.string(), uuid).optional(),
  machines: z
    .record(z.string(), z.strictObject({ flavorId: id, vcpus: z.int().min(1), memory: z.int().min(1).optional() }))
    .optional(),
  keys: z.record(z.string(), z.union([text, z.strictObject({ publicKey })])).optional(),
  diskKeys: z.record(z.string(), text).optional(),
  topics: z.record(z.string(), input(url)).optional(),
  scopes: z
    .record(
      z.string(),
      z
        .string()
        .regex(/^[^/*{}\s]+$/, because("must be the name of a container or the id of a secret", '"shop-assets"')),
    )
    .optional(),
  rights: z
    .strictObject({
      emulate: z.literal("application-credential"),
      authUrl: url,
      region: text.optional(),
      roles: z.record(roleName, z.array(text).min(1)),
      accessRules: z.boolean().optional(),
    })
    .optional(),
  pools: z.enum(["servers", "heat"]).optional(),
  initialSize: z.literal("reset-at-update").optional(),
  trusts: z.literal("any-login").optional(),
  granularity: z.int().min(1).max(86400).optional(),
  heatMemberFolder: folder.optional(),
};
