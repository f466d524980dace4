import { balancers } from "./openstack-balancer.js";
import { networks } from "./openstack-network.js";
import { ovnLimits } from "./openstack-ovn.js";
import { pools } from "./openstack-pool.js";
import { rightsLimits } from "./openstack-rights.js";
import { sets } from "./openstack-set.js";
import { templates } from "./openstack-template.js";
import type { Limit } from "./row.js";

export const openstack: readonly Limit[] = [
  ...networks,
  ...balancers,
  ...sets,
  ...ovnLimits,
  ...templates,
  ...pools,
  ...rightsLimits,
].map((limit) => ({
  ...limit,
  cloud: "openstack",
}));
