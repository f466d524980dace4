import type { Adapter } from "../../../src/core/cloud.js";
import { type SupportOf, unsupported } from "../../../src/core/support.js";
import type { ImageSpec } from "../../../src/spec/image.js";

const none = unsupported("toys are not taken apart", "a name among images in the settings");

const support = {
  instance: none,
  revision: none,
  whileRunning: none,
  tags: none,
  physicalName: none,
} as const satisfies SupportOf<ImageSpec>;

/** `instance` is required and refused, so nothing is ever planned. */
export const image: Adapter<ImageSpec> = { support, plan: () => ({ resources: {}, outputs: {} }) };
