import type { Declared } from "../../../src/core/declared.js";
import { dynamicGroupPolicy } from "../../../src/spec/dynamic-group-policy.js";
import { instancePool } from "../../../src/spec/instance-pool.js";
import { instanceTemplate } from "../../../src/spec/instance-template.js";
import type { Stack } from "../../conformance/harness.js";

type Loose = Record<string, unknown>;

export function templateIn(stack: Stack, args: Loose = {}, name = "web"): Declared {
  return stack.declare(instanceTemplate, name, {
    tier: args.tier ?? stack.tier(),
    image: "web",
    machine: "small",
    ...args,
  });
}

export function poolIn(stack: Stack, args: Loose = {}, name = "web"): Declared {
  return stack.declare(instancePool, name, { template: args.template ?? templateIn(stack), size: 2, ...args });
}

export function rightsIn(stack: Stack, args: Loose = {}, name = "web"): Declared {
  return stack.declare(dynamicGroupPolicy, name, {
    network: args.network ?? stack.network(),
    allow: [{ verb: "read", resource: "object-storage" }],
    ...args,
  });
}

/** A balancer, a served set behind it, and a template of one tier. */
export function site(stack: Stack, { zones = 1, ...set }: { zones?: number } & Loose = {}) {
  const network = stack.network({ zones });
  const tier = stack.tier({ network });
  const loadBalancer = stack.balancer({ network, kind: set.protocol === "tcp" ? "network" : "application" });
  const backendSet = stack.set({ loadBalancer, ...set });
  stack.listener({ backendSet, protocol: set.protocol ?? "http" });
  return { network, tier, loadBalancer, backendSet };
}

/** A program by which a value is scaled. */
export const cpu = {
  metric: "cpu",
  scaleOut: { above: 40, add: 1 },
  scaleIn: { below: 20, remove: 1 },
  cooldown: 300,
} as const;

/** The documents that a pool's stack is made of. */
export function documentsOf(pool: Declared): { template: unknown; environment: unknown; files: readonly string[] } {
  const { args, files = [] } = pool.plan.resources.stack as { args: Loose; files?: readonly { content: string }[] };
  const { templateOpts, environmentOpts } = args as Record<string, { Bin: { json: unknown } }>;
  return {
    template: templateOpts?.Bin.json,
    environment: environmentOpts?.Bin.json,
    files: files.map(({ content }) => content),
  };
}
