import type { TypeDisruptions } from "../../core/review.js";
import { accessDisruptions } from "./disruptions-access.js";
import { balancingDisruptions } from "./disruptions-balancing.js";
import { computeDisruptions } from "./disruptions-compute.js";
import { networkDisruptions } from "./disruptions-network.js";
import { scalingDisruptions } from "./disruptions-scaling.js";

/** What a change of each native type does to whom the stack serves. */
export const disruptions: Readonly<Record<string, TypeDisruptions>> = {
  ...networkDisruptions,
  ...accessDisruptions,
  ...balancingDisruptions,
  ...computeDisruptions,
  ...scalingDisruptions,
};
