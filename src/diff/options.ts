import type { CloudReview } from "../core/review.js";
import type { Plan, PlanExposure } from "../plan/model.js";
import type { Observed } from "./observed.js";

export interface DiffOptions {
  readonly base: SideOptions;
  readonly head: SideOptions;
  /** The engine's own preview; without it, operations are predicted from the plans alone. */
  readonly observed?: Observed;
  readonly rates?: Rates;
  /** By the first word of a native type; default: those of all clouds. */
  readonly reviews?: Reviews;
  /** Default: read anew from the native resources, whatever a plan says of itself. */
  readonly exposureOf?: (plan: Plan) => readonly PlanExposure[];
}

export interface SideOptions {
  readonly label: string;
  readonly commit?: string;
  readonly untrusted?: true;
}

export type Reviews = Readonly<Record<string, () => CloudReview>>;

/** Prices of the caller, by the name of a machine or of what else is billed. */
export interface Rates {
  readonly currency: string;
  readonly hour: Readonly<Record<string, number>>;
}
