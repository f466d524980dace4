import type { Declared } from "../../src/core/declared.js";
import type { Stack } from "../conformance/harness.js";
import { computeContexts, pool, template } from "./compute-contexts.js";

type Loose = Record<string, unknown>;

/** Legal arguments of a noun, and what is declared behind it so that all of its effects show. */
export interface Context {
  readonly args: Loose;
  /** Values that only this context has, by option and word. */
  readonly samples?: Readonly<Record<string, readonly unknown[]>>;
  readonly behind?: (it: Declared) => Declared[];
}

type Maker = (stack: Stack) => Context;

/** What a set speaks, and how its members may be checked. */
const spoken = [
  ["application", "http", "http"],
  ["application", "https", "https"],
  ["application", "https", "http"],
  ["network", "tcp", "tcp"],
  ["network", "tcp", "http"],
  ["network", "tls", "tcp"],
] as const;
type Kind = "application" | "network";

const protocols = { application: "http", network: "tcp" } as const;

/** A set and a listener behind a balancer. */
function serving(stack: Stack, tier?: Declared) {
  return (loadBalancer: Declared): Declared[] => {
    const { kind } = loadBalancer.spec as { kind: Kind };
    const backendSet = stack.set({ loadBalancer, tier, protocol: protocols[kind] });
    return [backendSet, stack.listener({ loadBalancer, backendSet, protocol: protocols[kind] })];
  };
}

function networkContext(kind: Kind): Maker {
  return (stack) => ({
    args: { cidr: "10.20.0.0/16", zones: 2 },
    behind: (it) => {
      const balancer = stack.balancer({ network: it, kind });
      return [stack.tier({ network: it }), balancer, ...serving(stack)(balancer)];
    },
  });
}

function tierContext(): Maker {
  return (stack) => {
    const network = stack.network();
    return {
      args: { network },
      samples: tierSamples(stack, network),
      behind: (tier) => {
        const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: [tier] });
        const made = template(stack, tier);
        return [loadBalancer, ...serving(stack)(loadBalancer), made, pool(stack, made)];
      },
    };
  };
}

function tierSamples(stack: Stack, network: Declared) {
  const other = stack.tier({ network }, "app");
  return { "Tier.egress.to=tier": [other], "Tier.access.from=tier": [[other]] };
}

function balancerContext(kind: Kind, visibility: "public" | "private"): Maker {
  return (stack) => {
    const network = stack.network();
    const tier = stack.tier({ network });
    return {
      args: { network, kind, visibility, allowFrom: ["10.7.0.0/16"] },
      samples: { "LoadBalancer.allowFrom=tier": [[tier]] },
      behind: serving(stack, tier),
    };
  };
}

function setContext(kind: Kind, protocol: string, check: string, extra: Loose = {}): Maker {
  return (stack) => {
    const network = stack.network();
    const loadBalancer = stack.balancer({ network, kind });
    return { args: { loadBalancer, protocol, port: 5000, healthCheck: { protocol: check }, ...extra } };
  };
}

const named = { members: { one: { address: "10.20.9.9" } } };

function listenerContext(kind: Kind, protocol: string, extra: (stack: Stack, balancer: Declared) => Loose): Maker {
  return (stack) => {
    const loadBalancer = stack.balancer({ kind });
    const backendSet = stack.set({ loadBalancer, protocol: protocols[kind] });
    return { args: { loadBalancer, protocol, port: 8443, backendSet, ...extra(stack, loadBalancer) } };
  };
}

const certified = () => ({ certificate: "shop" });
const plain = () => ({});
const routed = (stack: Stack, loadBalancer: Declared) => ({
  routes: { one: { path: "/one", host: "one.example.com", backendSet: stack.set({ loadBalancer }, "other") } },
});
/** A listener that sends its clients to one of two others. */
function redirectContext(): Maker {
  return (stack) => {
    const loadBalancer = stack.balancer();
    const backendSet = stack.set({ loadBalancer });
    const targets = [443, 8443].map((port) =>
      stack.listener({ loadBalancer, backendSet, protocol: "https", port, ...certified() }, `https-${port}`),
    );
    const ways = targets.map((to) => ({ to }));
    return {
      args: { loadBalancer, protocol: "http", port: 8080, redirect: ways[0], hostname: "shop.example.com" },
      samples: { "Listener.redirect": ways },
    };
  };
}

export const contexts: Readonly<Record<string, readonly Maker[]>> = {
  Network: [networkContext("application"), networkContext("network")],
  Tier: [tierContext()],
  LoadBalancer: [
    balancerContext("application", "public"),
    balancerContext("application", "private"),
    balancerContext("network", "public"),
    balancerContext("network", "private"),
  ],
  BackendSet: [
    ...spoken.map(([kind, protocol, check]) => setContext(kind, protocol, check)),
    ...spoken.map(([kind, protocol, check]) => setContext(kind, protocol, check, named)),
  ],
  Listener: [
    listenerContext("application", "http", plain),
    listenerContext("application", "http", routed),
    redirectContext(),
    listenerContext("application", "https", certified),
    listenerContext("network", "tcp", plain),
    listenerContext("network", "tls", certified),
  ],
  ...computeContexts,
};
