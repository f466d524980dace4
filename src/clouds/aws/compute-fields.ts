// Sources: Amazon EC2, IAM, KMS and SNS user guides (forms of ids and ARNs; key pairs of RSA and ED25519 keys; hop limits of the
// metadata service), IAM JSON policy elements; read 2026-11.
import { z } from "zod";
import type { Issue } from "../../core/errors.js";
import { because } from "../../core/parse.js";
import { arn, id, like, shortOr } from "./field-forms.js";
import type { AwsSettings } from "./settings.js";

const name = z.string().min(1).max(255);

const imageId = like(
  /^(ami-[0-9a-f]+|resolve:ssm:\S+)$/,
  "an image id or a parameter's name",
  '"ami-0123456789abcdef0"',
);

const rootDevice = z
  .string()
  .regex(/^\/dev\/[a-z0-9/]+$/, because("must be a device", 'the image\'s root device, such as "/dev/xvda"'));

const image = shortOr(imageId, z.strictObject({ id: imageId, rootDevice }));

const machine = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/, because("must be an instance type", 'a type such as "t3.micro"'));

const publicKey = z
  .string()
  .regex(
    /^ssh-(?:ed25519|rsa) \S+/,
    because("must be a public key of ED25519 or RSA in OpenSSH form", "text that begins with ssh-ed25519"),
  );

const key = shortOr(name, z.strictObject({ publicKey }));

const diskKey = like(
  new RegExp(`^${arn}:kms:[a-z0-9-]+:\\d{12}:(key|alias)/\\S+$`),
  "the ARN of a key of KMS",
  '"arn:aws:kms:eu-west-1:123456789012:key/…"',
);

const topic = like(
  new RegExp(`^${arn}:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]+$`),
  "the ARN of an SNS topic",
  '"arn:aws:sns:eu-west-1:123456789012:ops"',
);

const resource = like(
  new RegExp(`^${arn}:[a-z0-9-]+:[a-z0-9-]*:(\\d{12})?:[^\\s*?]+$`),
  "an ARN without wildcards",
  '"arn:aws:s3:::shop-assets"',
);

const scope = shortOr(resource, z.array(resource).min(1));

const texts = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: because("must be text or a list of texts", 'text such as "s3:GetObject"'),
});

const statement = z.strictObject({
  Sid: z
    .string()
    .regex(/^[A-Za-z0-9]+$/, because("must be letters and digits", 'text such as "Decrypt"'))
    .optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: texts,
  Resource: texts,
  Condition: z.record(z.string(), z.record(z.string(), texts)).optional(),
});

const managedPolicy = z
  .string()
  .regex(
    new RegExp(`^${arn}:iam::(aws|\\d{12}):policy/[\\w+=,.@/-]+$`),
    because(
      "must be the ARN of a managed policy",
      'text such as "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"',
    ),
  );

const rights = z.strictObject({
  statements: z.array(statement).min(1).optional(),
  managedPolicies: z.array(managedPolicy).min(1).optional(),
});

export const computeFields = {
  images: z.record(name, image).optional(),
  instances: z.record(name, id("i", "an instance")).optional(),
  machines: z.record(name, machine).optional(),
  keys: z.record(name, key).optional(),
  diskKeys: z.record(name, diskKey).optional(),
  templates: z.record(name, z.strictObject({ metadataHops: z.int().min(1).max(64).optional() })).optional(),
  scopes: z.record(name, scope).optional(),
  rights: z.record(name, rights).optional(),
  topics: z.record(name, topic).optional(),
};

export function computeRules({ rights = {} }: AwsSettings): Issue[] {
  return Object.entries(rights).flatMap(([owner, { managedPolicies = [], statements = [] }]) => [
    ...twins(managedPolicies.map(attachmentName), (index) => `settings.rights.${owner}.managedPolicies[${index}]`),
    ...twins(
      statements.map(({ Sid }) => Sid),
      (index) => `settings.rights.${owner}.statements[${index}].Sid`,
    ),
  ]);
}

/** A policy that is attached twice would be two resources of one name, and IAM takes each Sid of a policy once. */
function twins(names: readonly (string | undefined)[], pathOf: (index: number) => string): Issue[] {
  return names.flatMap((name, index) => {
    if (name === undefined || names.indexOf(name) === index) return [];
    return [{ path: pathOf(index), message: `${JSON.stringify(name)} is there twice`, instead: "each one once" }];
  });
}

/** `arn:aws:iam::aws:policy/team/Reader` -> `Reader`; roles hold no dots. */
export function attachmentName(policy: string): string {
  return policy.slice(policy.lastIndexOf("/") + 1).replaceAll(".", "-");
}
