import { backendSets } from "./oci/backend-sets.js";
import { balancers } from "./oci/balancers.js";
import { inSection } from "./oci/case.js";
import { compute, identity } from "./oci/compute.js";
import { computeSettings } from "./oci/compute-settings.js";
import { freeTierCases } from "./oci/free-tier.js";
import { listeners } from "./oci/listeners.js";
import { networkBalancers } from "./oci/network-balancers.js";
import { networks } from "./oci/networks.js";
import { alarms, scaling } from "./oci/scaling.js";
import { settingsCases } from "./oci/settings.js";
import { tags } from "./oci/tags.js";
import type { Limit } from "./row.js";

export const oci: readonly Limit[] = [
  ...inSection("oci 1", tags),
  ...inSection("oci 1.1", networks),
  ...inSection("oci 1.2", [...balancers, ...backendSets, ...listeners]),
  ...inSection("oci 1.3", networkBalancers),
  ...inSection("oci 1.5", compute),
  ...inSection("oci 1.6", scaling),
  ...inSection("oci 1.7", [...identity, ...alarms]),
  ...inSection("oci 2.7", freeTierCases),
  ...inSection("oci 5.3", [...settingsCases, ...computeSettings]),
];
