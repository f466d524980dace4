// Sources: Oracle Cloud Infrastructure documentation (resource identifiers, shapes, dynamic groups, policy syntax, compartment names,
// bucket names, always free resources), terraform-provider-oci 8.23.0 (none of this is checked at preview); read 2026-11.
import { z } from "zod";
import type { Issue } from "../../core/errors.js";
import { because } from "../../core/parse.js";
import { ocid } from "./ocid.js";
import type { OciSettings } from "./settings.js";
import { definedKey } from "./tags.js";

const machine = z.strictObject({
  shape: z
    .string()
    .regex(
      /^(?:VM|BM)\.[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*$/,
      because("must be a shape", 'a name such as "VM.Standard.E2.1.Micro"'),
    ),
  ocpus: z.number().min(1).optional(),
  memoryInGbs: z.number().min(1).optional(),
});

const narrowing = because(
  "must be what rights can be narrowed to",
  '{ bucket: "shop-assets" }, { logGroup: "ocid1.loggroup.…" }, { secret: "ocid1.vaultsecret.…" } or "compartment"',
);

const bucket = z
  .string()
  .max(256)
  .regex(/^[A-Za-z0-9._-]+$/, because("must be the name of a bucket", 'a name such as "shop-assets"'));

const scope = z.union(
  [
    z.literal("compartment"),
    z
      .strictObject({
        bucket: bucket.optional(),
        logGroup: ocid("loggroup").optional(),
        secret: ocid("vaultsecret").optional(),
      })
      .refine((one) => Object.keys(one).length === 1, narrowing),
  ],
  { error: narrowing },
);

/** The provider compares statements by their text, so each is one trimmed line. */
const statement = z
  .string()
  .max(4000)
  .regex(/^allow \S[^\n]*\S$/i, because("must be one line of the policy language", 'text that begins with "Allow "'));

export const computeFields = {
  tenancyId: ocid("tenancy").optional(),
  homeRegion: z
    .string()
    .regex(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, because("must be a region", 'a name such as "ap-seoul-1"'))
    .optional(),
  compartmentName: z
    .string()
    .regex(
      /^[A-Za-z0-9._-]{1,100}$/,
      because(
        "must be the name of a compartment without those above it: its policies stand in it",
        'a name such as "shop"',
      ),
    )
    .optional(),
  images: z.record(z.string(), ocid("image")).optional(),
  instances: z.record(z.string(), ocid("instance")).optional(),
  machines: z.record(z.string(), machine).optional(),
  keys: z
    .record(
      z.string(),
      z
        .string()
        .regex(
          /^(?:ssh-|ecdsa-sha2-)\S+ \S/,
          because("must be an SSH public key", "text that begins with ssh-ed25519"),
        ),
    )
    .optional(),
  diskKeys: z.record(z.string(), ocid("key")).optional(),
  scopes: z.record(z.string(), scope).optional(),
  rightsTag: z
    .string()
    .regex(definedKey, because("must be a namespace and a key", 'a name such as "Operations.rights"'))
    .optional(),
  rights: z.record(z.string(), z.strictObject({ statements: z.array(statement).min(1) })).optional(),
  topics: z.record(z.string(), ocid("onstopic")).optional(),
  freeTier: z.boolean().optional(),
  otherInstances: z.int().min(0).max(100).optional(),
};

/** Flexible shapes are sized by the settings, fixed ones by themselves. */
export function settingsRules({ machines = {} }: OciSettings): Issue[] {
  return Object.entries(machines).flatMap(([name, { shape, ocpus, memoryInGbs }]) => {
    const path = `settings.machines.${name}`;
    const sized = ocpus !== undefined && memoryInGbs !== undefined;
    if (shape.endsWith(".Flex")) {
      if (sized) return [];
      return [
        { path, message: `the flexible shape ${shape} has no size of its own`, instead: "ocpus and memoryInGbs" },
      ];
    }
    if (ocpus === undefined && memoryInGbs === undefined) return [];
    return [{ path, message: `the fixed shape ${shape} takes no ocpus or memoryInGbs`, instead: "leave them out" }];
  });
}
