import type { CloudName } from "../../conformance/harness.js";
import { aws } from "./aws.js";
import type { Fit } from "./fit.js";
import { oci } from "./oci.js";
import { openstack } from "./openstack.js";

export type { Fit } from "./fit.js";

export const fits: Readonly<Record<CloudName, Fit>> = { aws, oci, openstack };
