import { cloudFor } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const scope = (one: unknown) => ({ scopes: { assets: one } });
const statements = (...lines: string[]) => ({ rights: { web: { statements: lines } } });
const ocid = (type: string) => `must be the OCID of a ${type}; instead: text such as ocid1.${type}.oc1..…`;
const inOneLine = 'must be one line of the policy language; instead: text that begins with "Allow "';

const rows: readonly (readonly [says: string, bad: object, good: object, path: string, text: string])[] = [
  [
    "compartments in statements are relative to the compartment of the policy",
    { compartmentName: "teams:shop" },
    { compartmentName: "shop" },
    "compartmentName",
    'must be the name of a compartment without those above it: its policies stand in it; instead: a name such as "shop"',
  ],
  [
    "scopes are what rights can be narrowed to",
    scope({ bucket: "shop-assets", secret: "ocid1.vaultsecret.oc1..demo" }),
    scope("compartment"),
    "scopes.assets",
    'must be what rights can be narrowed to; instead: { bucket: "shop-assets" }, { logGroup: "ocid1.loggroup.…" }, { secret: "ocid1.vaultsecret.…" } or "compartment"',
  ],
  [
    "a scope is a log group by its id",
    scope({ logGroup: "demo" }),
    scope({ logGroup: "ocid1.loggroup.oc1..demo" }),
    "scopes.assets.logGroup",
    ocid("loggroup"),
  ],
  [
    "a scope is a secret by its id",
    scope({ secret: "demo" }),
    scope({ secret: "ocid1.vaultsecret.oc1..demo" }),
    "scopes.assets.secret",
    ocid("vaultsecret"),
  ],
  [
    "a scope is a bucket by its name",
    scope({ bucket: "shop'assets" }),
    scope({ bucket: "shop-assets" }),
    "scopes.assets.bucket",
    'must be the name of a bucket; instead: a name such as "shop-assets"',
  ],
  [
    "defined tags are Namespace.key",
    { rightsTag: "rights" },
    { rightsTag: "Operations.rights" },
    "rightsTag",
    'must be a namespace and a key; instead: a name such as "Operations.rights"',
  ],
  [
    "statements begin with Allow",
    statements("dynamic-group web to read metrics in tenancy"),
    statements("allow dynamic-group web to read metrics in tenancy"),
    "rights.web.statements[0]",
    inOneLine,
  ],
  [
    "statements are single lines: format-only differences are suppressed",
    statements("Allow dynamic-group web\nto read metrics in tenancy"),
    statements("Allow dynamic-group web to read metrics in tenancy"),
    "rights.web.statements[0]",
    inOneLine,
  ],
  [
    "a policy has at least one statement",
    statements(),
    statements("Allow any-user to inspect buckets in tenancy"),
    "rights.web.statements",
    "needs at least one entry",
  ],
  [
    "other instances are counted",
    { freeTier: true, otherInstances: -1 },
    { freeTier: true, otherInstances: 0 },
    "otherInstances",
    "-1 is below 0; instead: a number from 0 to 100",
  ],
];

export const computeSettings: readonly Case[] = rows.map(([says, bad, good, path, text]) => ({
  says,
  bad: () => cloudFor("oci", bad),
  good: () => cloudFor("oci", good),
  path: `settings.${path}`,
  text,
}));
