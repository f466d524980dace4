import type { Declared } from "../../../src/core/declared.js";
import { type Loose, omit } from "../making.js";
import { fitPool, fitRights } from "./aws-pools.js";
import type { Fit } from "./fit.js";

export const aws: Fit = {
  zones: () => [1, 2],
  kinds: ({ spec }) => ((spec as { zones: number }).zones > 1 ? ["application", "network"] : ["network"]),
  feeds: ({ spec }) => (spec as { members?: object }).members === undefined,
  fits: { BackendSet: fitSet, Listener: fitListener, DynamicGroupPolicy: fitRights, InstancePool: fitPool },
};

interface Check extends Loose {
  interval?: number;
  timeout?: number;
}

/** A check is answered before the next one, and shares grow by turns only. */
function fitSet({ healthCheck, ...args }: Loose): Loose {
  const { timeout, ...check } = healthCheck as Check;
  const { interval = 30 } = check;
  const within = timeout !== undefined && timeout < interval;
  const fitting = { ...args, healthCheck: within ? { ...check, timeout } : check };
  return args.policy === "least-connections" ? omit(fitting, "slowStart") : fitting;
}

/** Only an encrypted listener opens encrypted connections. */
function fitListener(args: Loose): Loose {
  const { spec } = (args.backendSet ?? {}) as Partial<Declared>;
  if ((spec as { protocol: string } | undefined)?.protocol !== "tls" || args.protocol !== "tcp") return args;
  return { ...omit(args, "idleTimeout"), protocol: "tls", certificate: "shop" };
}
