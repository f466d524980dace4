import { backendSet } from "./backend-set.js";
import { listener } from "./listener.js";
import { loadBalancer } from "./load-balancer.js";
import { network } from "./network.js";
import { tier } from "./tier.js";

/** Every noun, in the order in which programs declare them. */
export const nouns = [network, tier, loadBalancer, backendSet, listener] as const;
