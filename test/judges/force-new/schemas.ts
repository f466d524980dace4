import { readFileSync } from "node:fs";
import { disruptions as aws } from "../../../src/clouds/aws/disruptions.js";
import { disruptions as oci } from "../../../src/clouds/oci/disruptions.js";
import { disruptions as openstack } from "../../../src/clouds/openstack/disruptions.js";
import type { TypeDisruptions } from "../../../src/core/review.js";
import { schema as ociSchema } from "../oci/schema.js";
import type { Fields } from "../schema.js";

export interface Judged {
  readonly cloud: "aws" | "oci" | "openstack";
  readonly table: Readonly<Record<string, TypeDisruptions>>;
  /** The provider's own schema: see README.md. */
  readonly schema: Readonly<Record<string, Fields>>;
}

export const judged: readonly Judged[] = [
  { cloud: "aws", table: aws, schema: read("aws.json") },
  { cloud: "oci", table: oci, schema: ociSchema },
  { cloud: "openstack", table: openstack, schema: read("openstack.json") },
];

function read(file: string): Record<string, Fields> {
  return JSON.parse(readFileSync(new URL(`./${file}`, import.meta.url), "utf8"));
}
