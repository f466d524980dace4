import type { Declared } from "../../src/core/declared.js";
import { backendSet } from "../../src/spec/backend-set.js";
import { type ListenerSpec, listener } from "../../src/spec/listener.js";
import { loadBalancer } from "../../src/spec/load-balancer.js";
import { choicesFor, declare, type Loose, type Making, omit, once, someOptions } from "./making.js";
import { wordsAt } from "./options.js";

type Kind = "application" | "network";
type Protocol = "http" | "https" | "tcp" | "tls";

const families: Readonly<Record<Kind, readonly string[]>> = { application: ["http", "https"], network: ["tcp", "tls"] };

export function makeBalancer(making: Making, name: string, network: Declared, tiers: readonly Declared[]): Declared {
  const { choose, fit } = making;
  const any = choicesFor(making, loadBalancer, {});
  const kinds = wordsAt(any, "kind").filter((kind) => fit.kinds?.(network).includes(kind) ?? true);
  const kind = choose.one("LoadBalancer.kind", kinds) as Kind;
  const visibility = choose.one("LoadBalancer.visibility", wordsAt(any, "visibility")) as "public" | "private";
  const choices = choicesFor(making, loadBalancer, { kind, visibility }, sourcesFor(visibility, tiers));
  const { address, allowFrom, ...rest } = someOptions(choices, name);
  const closed = visibility === "private";
  const args = {
    ...rest,
    ...(allowFrom === undefined && !closed ? {} : { allowFrom: allowFrom ?? ["10.8.0.0/16"] }),
    ...(address === undefined || (closed && address === "reserved") ? {} : { address }),
  };
  const tried = { ...choices, samples: sourcesFor("private", tiers) };
  return declare(making, loadBalancer, name, tried, { ...args, network, kind, visibility });
}

function sourcesFor(visibility: string, tiers: readonly Declared[]) {
  const open = visibility === "public";
  return {
    "LoadBalancer.allowFrom=internet": open ? [["internet"]] : [],
    "LoadBalancer.allowFrom=tier": open ? [] : tiers.flatMap((tier) => [[tier], [tier, "10.7.0.0/16"]]),
  };
}

export function makeSet(making: Making, name: string, balancer: Declared, tiers: readonly Declared[]): Declared {
  const { choose } = making;
  const { kind } = balancer.spec as { kind: Kind };
  const spec = { loadBalancer: balancer as never };
  const spoken = protocols(making, backendSet, families[kind], (protocol) => ({ ...spec, protocol }));
  const protocol = choose.one("BackendSet.protocol", spoken);
  const choices = choicesFor(making, backendSet, { ...spec, protocol });
  const tier = choose.maybe("BackendSet.tier") ? { tier: choose.one("BackendSet.tier.which", tiers) } : {};
  const port = choose.one("BackendSet.port", [80, 5000, 8080]);
  const options = consistent(making, kind, someOptions(choices, name));
  return declare(making, backendSet, name, choices, { ...options, ...tier, port, protocol, loadBalancer: balancer });
}

function protocols<S>(
  making: Making,
  noun: Parameters<typeof choicesFor<S>>[1],
  family: readonly string[],
  specOf: (protocol: Protocol) => Partial<S>,
): Protocol[] {
  const found = family.filter((protocol) =>
    wordsAt(choicesFor(making, noun, specOf(protocol as Protocol)), "protocol").includes(protocol),
  );
  return found as Protocol[];
}

/** What holds between a set's options on every cloud. */
function consistent({ choose }: Making, kind: Kind, options: Loose): Loose {
  const { healthCheck, members = {}, ...rest } = options as { healthCheck: Loose; members?: Record<string, Loose> };
  const asked = healthCheck.protocol === "http" || healthCheck.protocol === "https";
  const named = Object.entries(members).map(([name, member], at) => [
    name,
    { ...member, address: `10.20.9.${at + 1}` },
  ]);
  return {
    ...steady(rest, kind, choose.maybe("BackendSet.stickiness.first")),
    healthCheck: asked ? healthCheck : omit(healthCheck, "path", "method", "expectedStatus"),
    ...(named.length === 0 ? {} : { members: Object.fromEntries(named) }),
  };
}

/** Cookies need requests, and a hash of addresses needs no stickiness. */
function steady(options: Loose, kind: Kind, first: boolean): Loose {
  const { stickiness, policy } = options as { stickiness?: { kind: string }; policy?: string };
  if (stickiness === undefined) return options;
  if (kind === "network" && stickiness.kind !== "source-address") return omit(options, "stickiness");
  if (policy !== "source-ip") return options;
  return omit(options, first ? "policy" : "stickiness");
}

const ports = [80, 443, 8080, 8443, 9000, 9443];

/** A listener that forwards to a set, and to others by its routes. */
export function makeListener(making: Making, name: string, set: Declared, others: readonly Declared[]): Declared {
  const { choose } = making;
  const balancer = set.parent as Declared;
  const { kind } = balancer.spec as { kind: Kind };
  const spec = { loadBalancer: balancer as never };
  const spoken = protocols(making, listener, families[kind], (protocol) => ({ ...spec, protocol }));
  const protocol = choose.one("Listener.protocol", spoken);
  const choices = choicesFor(making, listener, { ...spec, protocol });
  const { redirect: _, ...options } = fitting(someOptions(choices, name), protocol);
  const { routes, ...rest } = options as { routes?: Record<string, Loose> };
  const routed = routes && kind === "application" ? routesTo(making, routes, others) : undefined;
  const args = { ...rest, ...(routed ? { routes: routed } : {}), backendSet: set };
  return declare(making, listener, name, choices, {
    ...args,
    port: freePort(making, balancer),
    protocol,
    loadBalancer: balancer,
  });
}

/** A listener that sends its clients to an encrypted one. */
export function makeRedirect(making: Making, name: string, to: Declared): Declared {
  const balancer = to.parent as Declared;
  const protocol = "http";
  const choices = choicesFor(making, listener, { loadBalancer: balancer as never, protocol });
  const { redirect = {}, ...options } = fitting(someOptions(choices, name), protocol);
  const args = { ...omit(options, "routes"), redirect: { ...(redirect as Loose), to } };
  return declare(making, listener, name, choices, {
    ...args,
    port: freePort(making, balancer),
    protocol,
    loadBalancer: balancer,
  });
}

function fitting(options: Loose, protocol: string): Loose {
  if (protocol === "http" || protocol === "tcp") return omit(options, "certificate", "minimumTls");
  return { certificate: "shop", ...options };
}

function routesTo({ choose }: Making, routes: Readonly<Record<string, Loose>>, sets: readonly Declared[]) {
  const whole = Object.entries(routes).filter(([, { host, path }]) => host !== undefined || path !== undefined);
  const apart = once(whole, ([, { host, path }]) => `${host} ${path}`);
  if (apart.length === 0) return undefined;
  return Object.fromEntries(
    apart.map(([name, route]) => [name, { ...route, backendSet: choose.one("Listener.routes.set", sets) }]),
  );
}

function freePort({ choose }: Making, balancer: Declared): number {
  const taken = balancer.children.map(({ spec }) => (spec as Partial<ListenerSpec>).port);
  const listening = balancer.children.flatMap(({ noun }, index) => (noun === "Listener" ? [taken[index]] : []));
  return choose.one(
    "Listener.port",
    ports.filter((port) => !listening.includes(port)),
  );
}
