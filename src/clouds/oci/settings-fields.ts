// Sources: Oracle Cloud Infrastructure documentation (resource identifiers, flexible load balancers, logging retention),
// terraform-provider-oci 8.23.0 (none of this is checked at preview), @pulumi/oci 4.20.0; read 2026-11.
import { z } from "zod";
import type { Issue } from "../../core/errors.js";
import { because } from "../../core/parse.js";
import { cidr, input } from "../../spec/fields.js";
import type { OciSettings } from "./settings.js";

/** An id that names one of these types of resource. */
function ocid(...types: string[]) {
  const pattern = new RegExp(`^ocid1\\.(${types.join("|")})\\.`);
  return input(
    z
      .string()
      .regex(pattern, because(`must be the OCID of a ${types.join(" or ")}`, `text such as ocid1.${types[0]}.oc1..…`)),
  );
}

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
  for (const name of Object.keys(tags))
    if (!/^[^\s.]+\.[^\s.]+$/.test(name)) context.addIssue({ code: "custom", message, path: [name] });
}

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  compartmentId: ocid("compartment", "tenancy"),
  availabilityDomains: z.array(domain).min(1).max(3),
  tenancyId: ocid("tenancy").optional(),
  homeRegion: z
    .string()
    .regex(/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, because("must be a region", 'a name such as "ap-seoul-1"'))
    .optional(),
  networks: z.record(z.string(), network).optional(),
  balancers: z.record(z.string(), balancer).optional(),
  certificates: z.record(z.string(), ocid("certificate")).optional(),
  trustedAuthorities: z.array(ocid("certificateauthority", "cabundle")).min(1).optional(),
  images: z.record(z.string(), ocid("image")).optional(),
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
  addresses: z.record(z.string(), ocid("publicip")).optional(),
  loadBalancers: z.record(z.string(), options).optional(),
  logGroup: ocid("loggroup").optional(),
  logRetention: z
    .int()
    .min(30)
    .max(180)
    .refine((days) => days % 30 === 0, because("must be a multiple of 30", "30, 60, 90, 120, 150 or 180"))
    .optional(),
  definedTags: z.record(z.string(), z.string()).superRefine(tagNames).optional(),
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
