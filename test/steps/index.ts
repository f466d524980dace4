import { aws } from "./aws.js";
import { oci } from "./oci.js";
import { openstack } from "./openstack.js";
import type { Step } from "./row.js";

export const steps: readonly Step[] = [...oci, ...aws, ...openstack];
