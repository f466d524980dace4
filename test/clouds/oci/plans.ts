import type { Declared } from "../../../src/core/declared.js";
import type { Issue } from "../../../src/core/errors.js";
import type { Note } from "../../../src/core/planned.js";
import { dynamicGroupPolicy } from "../../../src/spec/dynamic-group-policy.js";
import { image } from "../../../src/spec/image.js";
import { instancePool } from "../../../src/spec/instance-pool.js";
import { instanceTemplate } from "../../../src/spec/instance-template.js";
import { cloudFor, Stack } from "../../conformance/harness.js";

export const compartmentId = "ocid1.compartment.oc1..demo";
export const [first, second, third] = [1, 2, 3].map((index) => `Uocm:US-ASHBURN-AD-${index}`);

export function stackOn(extra: object = {}): Stack {
  return new Stack(cloudFor("oci", extra));
}

type Loose = Record<string, unknown>;

export function rightsIn(stack: Stack, args: Loose = {}, name = "web") {
  const allow = [{ verb: "read", resource: "metrics" }];
  return stack.declare(dynamicGroupPolicy, name, { network: args.network ?? stack.network(), allow, ...args });
}

export function imageIn(stack: Stack, args: Loose = {}, name = "web") {
  return stack.declare(image, name, { instance: "source", ...args });
}

export function templateIn(stack: Stack, args: Loose = {}, name = "web") {
  const tier = args.tier ?? stack.tier();
  return stack.declare(instanceTemplate, name, { tier, image: "web", machine: "small", ...args });
}

export function poolIn(stack: Stack, args: Loose = {}, name = "web") {
  const template = args.template ?? templateIn(stack);
  return stack.declare(instancePool, name, { template, size: 2, ...args });
}

/** A set of the tier's network that a listener sends something to. */
export function servedSetIn(stack: Stack, tier: Declared, args: Loose = {}, name = "pages"): Declared {
  const { network } = tier.spec as { network: Declared };
  const kind = args.kind ?? "application";
  const protocol = kind === "application" ? "http" : "tcp";
  const loadBalancer = (args.loadBalancer ?? stack.balancer({ network, kind })) as Declared;
  const set = stack.set({ loadBalancer, protocol, ...(args.set as Loose) }, name);
  stack.listener({ loadBalancer, backendSet: set, protocol, port: args.port ?? 80 }, `${name}-listener`);
  return set;
}

/** What is refused, each as its path and its text. */
export function refusalsOf(declare: () => unknown): string[] {
  try {
    declare();
  } catch (error) {
    const { refused, issues } = error as Loose as { refused?: Issue[]; issues?: Issue[] };
    const all = refused ?? issues;
    if (!all) throw error;
    return all.map(({ path, message, instead }) => `${path}: ${message}; instead: ${instead}`);
  }
  return [];
}

/** Everything that a component makes, with the keys of components instead of themselves. */
export function made(it: Declared): Record<string, unknown> {
  const entries = Object.entries(it.plan.resources).map(([role, { owner, mentions, ...planned }]) => [
    role,
    { ...planned, ...(owner ? { owner: owner.key } : {}), ...(mentions ? { mentions: mentions.key } : {}) },
  ]);
  return Object.fromEntries(entries);
}

/** The arguments of one resource, whole. */
export function argsOf(it: Declared, role: string): unknown {
  return it.plan.resources[role]?.args;
}

export function rolesOf(it: Declared): string[] {
  return Object.keys(it.plan.resources);
}

export function notesOf(it: Declared): string[] {
  return ((it as Declared & { noted: readonly Note[] }).noted ?? []).map(({ id, message }) => `${id}: ${message}`);
}
