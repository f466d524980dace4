import type { PlannedCloud } from "../../core/cloud.js";
import { backendSet } from "./backend-set.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { network } from "./network.js";
import { tier } from "./tier.js";

/** CloudStack and what is built of it: isolated networks with a virtual router. Tables only, so far. */
export const cloudstack: PlannedCloud = {
  nouns: {
    network,
    tier,
    loadBalancer,
    backendSet,
    listener,
    dynamicGroupPolicy,
    image,
    instanceTemplate,
    instancePool,
  },
};
