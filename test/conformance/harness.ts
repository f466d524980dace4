import { expect, test } from "vitest";
import { clouds } from "../../src/clouds/registry.js";
import type { Cloud } from "../../src/core/cloud.js";
import { type Declared, enlist } from "../../src/core/declared.js";
import type { Noun } from "../../src/core/noun.js";
import { prepare } from "../../src/core/prepare.js";
import { backendSet } from "../../src/spec/backend-set.js";
import { dynamicGroupPolicy } from "../../src/spec/dynamic-group-policy.js";
import { image } from "../../src/spec/image.js";
import { instancePool } from "../../src/spec/instance-pool.js";
import { instanceTemplate } from "../../src/spec/instance-template.js";
import { listener } from "../../src/spec/listener.js";
import { loadBalancer } from "../../src/spec/load-balancer.js";
import { network } from "../../src/spec/network.js";
import { tier } from "../../src/spec/tier.js";
import { settings } from "../fixtures/settings.js";

export type CloudName = keyof typeof settings;
export const cloudNames = Object.keys(settings) as CloudName[];

export function cloudFor(name: CloudName, extra: object = {}): Cloud {
  const load = clouds[name];
  if (!load) throw new Error(`no cloud ${name}`);
  return load().cloud({ ...settings[name], ...extra });
}

type Loose = Record<string, unknown>;

export interface Refused {
  readonly refused: readonly { path: string; message?: string; instead?: string }[];
}

/** A program's components as data, without Pulumi. A component with mistakes throws them as `Refused`. */
export class Stack {
  readonly cloud: Cloud;

  constructor(cloud: Cloud) {
    this.cloud = cloud;
  }

  declare<S>(noun: Noun<S>, name: string, args: Loose): Declared<S> {
    const prepared = prepare(noun, name, { cloud: this.cloud, ...args });
    if (prepared.issues.length > 0) throw { refused: prepared.issues } satisfies Refused;
    enlist(prepared.it);
    Object.assign(prepared.it, { noted: prepared.notes });
    return prepared.it;
  }

  network(args: Loose = {}, name = "shop") {
    return this.declare(network, name, { cidr: "10.20.0.0/16", zones: 2, ...args });
  }
  tier(args: Loose = {}, name = "web") {
    return this.declare(tier, name, { network: args.network ?? this.network(), ...args });
  }
  balancer(args: Loose = {}, name = "front") {
    return this.declare(loadBalancer, name, {
      network: args.network ?? this.network(),
      kind: "application",
      visibility: "public",
      ...args,
    });
  }
  set(args: Loose = {}, name = "pages") {
    const protocol = args.protocol ?? "http";
    const kind = protocol === "http" || protocol === "https" ? "application" : "network";
    const healthCheck = { protocol: kind === "application" ? "http" : "tcp" };
    return this.declare(backendSet, name, {
      loadBalancer: args.loadBalancer ?? this.balancer({ kind }),
      protocol,
      port: 5000,
      healthCheck,
      ...args,
    });
  }
  listener(args: Loose = {}, name = "web") {
    const set = (args.backendSet ?? (args.redirect ? undefined : this.set())) as Declared | undefined;
    const target = set ? { backendSet: set } : {};
    return this.declare(listener, name, {
      loadBalancer: args.loadBalancer ?? set?.parent,
      protocol: "http",
      port: 80,
      ...target,
      ...args,
    });
  }
  rights(args: Loose = {}, name = "web") {
    return this.declare(dynamicGroupPolicy, name, {
      network: args.network ?? this.network(),
      allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
      ...args,
    });
  }
  image(args: Loose = {}, name = "golden") {
    return this.declare(image, name, { instance: "source", ...args });
  }
  template(args: Loose = {}, name = "web") {
    return this.declare(instanceTemplate, name, {
      tier: args.tier ?? this.tier(),
      image: "web",
      machine: "small",
      ...args,
    });
  }
  pool(args: Loose = {}, name = "web") {
    return this.declare(instancePool, name, { template: args.template ?? this.template(), size: 2, ...args });
  }
  /** A pool behind a set that a listener serves. */
  served(args: Loose = {}, set: Loose = {}) {
    const network = this.network();
    const template = args.template ?? this.template({ tier: this.tier({ network }) });
    const loadBalancer = set.loadBalancer ?? this.balancer({ network });
    const backendSet = this.set({ loadBalancer, ...set });
    this.listener({ backendSet });
    return this.pool({ template, backendSets: [backendSet], ...args });
  }
}

/** The arguments of everything that a component makes, by role; or the paths of a refusal. */
export type Answer = Readonly<Record<string, unknown>> | { readonly rejects: readonly string[] };

export function rejects(...paths: string[]): { rejects: string[] } {
  return { rejects: paths };
}

/** One neutral case and every cloud's answer to it. */
export function conform(
  name: string,
  program: (stack: Stack) => Declared,
  answers: Readonly<Record<CloudName, Answer>>,
): void {
  test.each(cloudNames)(`${name} on %s`, (cloudName) => {
    expect(answerOf(cloudName, program)).toEqual(answers[cloudName]);
  });
}

function answerOf(cloudName: CloudName, program: (stack: Stack) => Declared): Answer {
  try {
    const { plan } = program(new Stack(cloudFor(cloudName)));
    return Object.fromEntries(Object.entries(plan.resources).map(([role, { args }]) => [role, args]));
  } catch (error) {
    if (!isRefused(error)) throw error;
    return { rejects: error.refused.map(({ path }) => path) };
  }
}

function isRefused(error: unknown): error is Refused {
  return typeof error === "object" && error !== null && "refused" in error;
}
