import type { CloudName } from "../../conformance/harness.js";
import type { Accepted } from "./accepted.js";
import { aws } from "./aws.js";
import { oci } from "./oci.js";
import { openstack } from "./openstack.js";

export { refusalsOf, unmet } from "./accepted.js";

/** What each cloud's services take. */
export const accepted: Readonly<Record<CloudName, readonly Accepted[]>> = { aws, oci, openstack };
