import type { CloudPermissions } from "../core/permissions.js";
import { permissions as aws } from "./aws/permissions.js";
import { permissions as oci } from "./oci/permissions.js";
import { permissions as openstack } from "./openstack/permissions.js";

/** By the first word of the types. */
export const permissions: Readonly<Record<string, CloudPermissions>> = { aws, oci, openstack };
