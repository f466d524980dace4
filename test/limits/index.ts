import { aws } from "./aws.js";
import { neutral } from "./neutral.js";
import { oci } from "./oci.js";
import { openstack } from "./openstack.js";
import type { Limit } from "./row.js";

export const limits: readonly Limit[] = [...neutral, ...aws, ...oci, ...openstack];
