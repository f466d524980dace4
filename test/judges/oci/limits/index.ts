import type { Row } from "../../rules.js";
import { balancers } from "./balancer.js";
import { common } from "./common.js";
import { compute } from "./compute.js";
import { identity } from "./identity.js";
import { network } from "./network.js";
import { networkBalancers } from "./network-balancer.js";
import { routing } from "./routing.js";
import { scaling } from "./scaling.js";
import { watching } from "./watching.js";

/** What the services take of each type that the adapter makes. */
export const limits: readonly Row[] = [
  ...common,
  ...network,
  ...balancers,
  ...routing,
  ...networkBalancers,
  ...compute,
  ...scaling,
  ...identity,
  ...watching,
];
