import type { Registry } from "../core/choose.js";
import type { PlannedCloud } from "../core/cloud.js";
import { module as aws } from "./aws/index.js";
import { cloudstack } from "./cloudstack/index.js";
import { module as oci } from "./oci/index.js";
import { module as openstack } from "./openstack/index.js";

/** One line for each cloud. No SDK is loaded before a cloud makes its first resource. */
export const clouds: Registry = {
  aws: () => aws,
  oci: () => oci,
  openstack: () => openstack,
};

/** Clouds that have their tables but cannot be chosen yet. */
export const planned: Readonly<Record<string, PlannedCloud>> = { cloudstack };
