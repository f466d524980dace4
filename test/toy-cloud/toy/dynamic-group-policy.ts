import type { Adapter } from "../../../src/core/cloud.js";
import { type SupportOf, unsupported } from "../../../src/core/support.js";
import type { DynamicGroupPolicySpec } from "../../../src/spec/dynamic-group-policy.js";

const none = unsupported("toys have no rights", "a program without rights");

const support = {
  allow: none,
  members: { pool: none, compartment: none },
  scope: { compartment: none, tenancy: none },
  tags: none,
  physicalName: none,
} as const satisfies SupportOf<DynamicGroupPolicySpec>;

/** `allow` is required and refused, so nothing is ever planned. */
export const dynamicGroupPolicy: Adapter<DynamicGroupPolicySpec> = {
  support,
  plan: () => ({ resources: {}, outputs: {} }),
};
