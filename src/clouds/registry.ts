import type { Registry } from "../core/choose.js";
import { module as aws } from "./aws/index.js";

/** One line for each cloud. No SDK is loaded before a cloud makes its first resource. */
export const clouds: Registry = {
  aws: () => aws,
};
