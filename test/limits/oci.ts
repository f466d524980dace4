import { backendSets } from "./oci/backend-sets.js";
import { balancers } from "./oci/balancers.js";
import { inSection } from "./oci/case.js";
import { listeners } from "./oci/listeners.js";
import { networkBalancers } from "./oci/network-balancers.js";
import { networks } from "./oci/networks.js";
import { settingsCases } from "./oci/settings.js";
import type { Limit } from "./row.js";

export const oci: readonly Limit[] = [
  ...inSection("oci 1.1", networks),
  ...inSection("oci 1.2", [...balancers, ...backendSets, ...listeners]),
  ...inSection("oci 1.3", networkBalancers),
  ...inSection("oci 5.3", settingsCases),
];
