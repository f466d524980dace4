import { backendSet } from "./backend-set.js";
import { dynamicGroupPolicy } from "./dynamic-group-policy.js";
import { image } from "./image.js";
import { instancePool } from "./instance-pool.js";
import { instanceTemplate } from "./instance-template.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { network } from "./network.js";
import { tier } from "./tier.js";

/** Every noun, in the order in which programs declare them. */
export const nouns = [
  network,
  tier,
  loadBalancer,
  backendSet,
  listener,
  dynamicGroupPolicy,
  image,
  instanceTemplate,
  instancePool,
] as const;
