// Sources: Oracle Cloud Infrastructure documentation (resource identifiers, flexible load balancers, logging retention),
// terraform-provider-oci 8.23.0 (none of this is checked at preview), @pulumi/oci 4.20.0; read 2026-11.
import { z } from "zod";
import { because } from "../../core/parse.js";
import { cidr, input } from "../../spec/fields.js";
import { computeFields } from "./compute-fields.js";
import { ocid } from "./ocid.js";
import { definedKey, mostDefined } from "./tags.js";

const domain = z
  .string()
  .regex(
    /^[^\s:]+:[A-Z0-9-]+-AD-[1-3]$/,
    because("must be the full name of an availability domain", 'a name such as "Uocm:AP-SEOUL-1-AD-1"'),
  );

const subnet = z.strictObject({ id: ocid("subnet"), cidr, zone: domain.optional(), public: z.boolean() });

const network = z.strictObject({
  vcnId: ocid("vcn"),
  cidr,
  outbound: z.enum(["nat-per-zone", "nat", "none"]),
  subnets: z.array(subnet).min(1),
});

const balancer = z
  .strictObject({
    id: ocid("loadbalancer", "networkloadbalancer"),
    address: input(z.string().min(1)),
    kind: z.enum(["application", "network"]),
    visibility: z.enum(["public", "private"]),
    networkSecurityGroupId: ocid("networksecuritygroup").optional(),
    cidr: cidr.optional(),
  })
  .refine(
    (one) => (one.networkSecurityGroupId === undefined) !== (one.cidr === undefined),
    because("must say what members admit", "either networkSecurityGroupId or the cidr of its subnet"),
  );

const mbps = z.int().min(10).max(8000);

const options = z.strictObject({
  bandwidth: z
    .strictObject({ minimum: mbps, maximum: mbps })
    .refine(
      ({ minimum, maximum }) => minimum <= maximum,
      because("has a minimum above its maximum", "a minimum up to the maximum"),
    )
    .optional(),
  requestIdHeader: z
    .string()
    .regex(/^X-[A-Za-z0-9-]+$/i, because("must be a header that begins with X-", 'a name such as "X-Request-Id"'))
    .optional(),
});

function tagNames(tags: Record<string, string>, context: z.RefinementCtx): void {
  const message = because("must be a namespace and a key", 'a name such as "Operations.owner"');
  const names = Object.keys(tags);
  if (names.length > mostDefined) {
    const many = because(`makes ${names.length} defined tags; ${mostDefined} are allowed here`, "fewer tags");
    context.addIssue({ code: "custom", message: many });
  }
  for (const name of names) if (!definedKey.test(name)) context.addIssue({ code: "custom", message, path: [name] });
}

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  compartmentId: ocid("compartment", "tenancy"),
  availabilityDomains: z.array(domain).min(1).max(3),
  networks: z.record(z.string(), network).optional(),
  balancers: z.record(z.string(), balancer).optional(),
  certificates: z.record(z.string(), ocid("certificate")).optional(),
  trustedAuthorities: z.array(ocid("certificateauthority", "cabundle")).min(1).optional(),
  addresses: z.record(z.string(), ocid("publicip")).optional(),
  loadBalancers: z.record(z.string(), options).optional(),
  logGroup: ocid("loggroup").optional(),
  logRetention: z
    .int()
    .min(30)
    .max(180)
    .refine((days) => days % 30 === 0, because("must be a multiple of 30", "30, 60, 90, 120, 150 or 180"))
    .optional(),
  definedTags: z.record(z.string(), z.string().max(256)).superRefine(tagNames).optional(),
  ...computeFields,
};
