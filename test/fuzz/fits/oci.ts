import type { Declared } from "../../../src/core/declared.js";
import { type Loose, omit } from "../making.js";
import type { Fit } from "./fit.js";
import { fitRights } from "./oci-rights.js";

export const oci: Fit = {
  zones: ({ settings }) => {
    const { length } = (settings as { availabilityDomains: unknown[] }).availabilityDomains;
    return length === 1 ? [1, 2, 3] : [1, 2, 3].slice(0, length);
  },
  fits: { BackendSet: fitSet, Listener: fitListener, DynamicGroupPolicy: fitRights },
};

interface Check extends Loose {
  interval?: number;
  timeout?: number;
  healthyThreshold?: number;
  unhealthyThreshold?: number;
}
interface SetArgs extends Loose {
  healthCheck: Check;
  stickiness?: { kind: string };
  policy?: string;
  members?: Record<string, Loose>;
  loadBalancer: Declared;
}

/** One number counts both ways, a hash of addresses is a policy, and a fixed name goes with the plain form. */
function fitSet(given: Loose): Loose {
  const { healthCheck, members, ...args } = given as SetArgs;
  const { interval = 10, timeout = 0, unhealthyThreshold } = healthCheck;
  const hashed = args.stickiness?.kind === "source-address" || args.policy === "source-ip";
  const check = {
    ...omit(
      healthCheck,
      timeout > interval ? "timeout" : "",
      unhealthyThreshold === undefined ? "" : "healthyThreshold",
    ),
  };
  const kept = members && (hashed ? withoutBackups(members) : members);
  const whole: SetArgs = { ...args, healthCheck: check, ...(kept ? { members: kept } : {}) };
  const policed: SetArgs = args.stickiness?.kind === "source-address" ? (omit(whole, "policy") as SetArgs) : whole;
  return isFormed(policed) ? omit(policed, "physicalName") : policed;
}

function isFormed({ stickiness, healthCheck, loadBalancer }: SetArgs): boolean {
  const { kind } = loadBalancer.spec as { kind: string };
  const asked = healthCheck.protocol === "http" || healthCheck.protocol === "https";
  return stickiness !== undefined || (kind === "application") !== asked;
}

function withoutBackups(members: Readonly<Record<string, Loose>>): Record<string, Loose> {
  return Object.fromEntries(Object.entries(members).map(([name, member]) => [name, omit(member, "backup")]));
}

function fitListener(args: Loose): Loose {
  const formed = typeof args.certificate === "object" || args.redirect !== undefined || args.routes !== undefined;
  return formed ? omit(args, "physicalName") : args;
}
