import { balancers } from "./openstack-balancer.js";
import { networks } from "./openstack-network.js";
import { ovnLimits } from "./openstack-ovn.js";
import { sets } from "./openstack-set.js";
import type { Limit } from "./row.js";

export const openstack: readonly Limit[] = [...networks, ...balancers, ...sets, ...ovnLimits].map((limit) => ({
  ...limit,
  cloud: "openstack",
}));
