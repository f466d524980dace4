import type { CloudReview } from "../../src/core/review.js";
import { diffPlans } from "../../src/diff/diff-plans.js";
import type { Diff, ResourceChange } from "../../src/diff/model.js";
import type { DiffOptions } from "../../src/diff/options.js";
import type { Plan, PlanComponent, PlanExposure, PlanResource, Values } from "../../src/plan/model.js";

const source = "toy schema 1.0";

/** A cloud with a network, a balancer in it, and templates of pools. */
const toy: CloudReview = {
  disruptions: {
    "toy:net:Network": {
      deleted: { effect: "outage", source },
      replaced: { effect: "outage", says: "everything in it moves", source },
      properties: {
        range: { effect: "outage", replaces: true, source },
        "tags.owner": { effect: "rolling", source },
        tags: { effect: "none", source },
      },
    },
    "toy:lb:Balancer": {
      deleted: { effect: "outage", says: "nobody is served", source },
      replaced: { effect: "address-change", says: "clients must look the new address up", source },
      deletedFirst: { effect: "outage", says: "nobody is served until the new one is there", source },
      properties: {
        networkId: { effect: "address-change", replaces: true, source },
        "listeners.port": { effect: "connections-cut", source },
        "*": { effect: "in-place", source },
      },
    },
    "toy:pool:Template": {
      deleted: { effect: "in-place", source },
      replaced: { effect: "rolling", source },
      properties: { "*": { effect: "rolling", says: "instances are replaced one by one", source } },
    },
  },
  reach: () => [],
  billed: ({ type }) => (type === "toy:lb:Balancer" ? "balancer" : undefined),
  machine: ({ inputs: { machine } }) => (typeof machine === "string" ? machine : undefined),
  advise: (changes) =>
    changes.flatMap(({ operation, after, properties }) =>
      operation === "update" && after?.type === "toy:pool:Template"
        ? [{ id: "toy:refresh", about: after.urn, message: `refresh ${after.name} for ${properties.join(" and ")}` }]
        : [],
    ),
};

export interface Parts {
  readonly stack?: string;
  readonly project?: string;
  readonly cloud?: string;
  readonly components?: readonly PlanComponent[];
  readonly resources?: readonly PlanResource[];
  readonly outputs?: Values;
  readonly notes?: Plan["notes"];
  readonly exposure?: readonly PlanExposure[];
}

export function plan({ stack = "dev", project = "shop", cloud = "toy", ...parts }: Parts = {}): Plan {
  return {
    version: 1,
    project,
    stack,
    cloud,
    components: [],
    resources: [],
    outputs: {},
    notes: [],
    exposure: [],
    sizes: [],
    ...parts,
  };
}

export function urn(types: string, name: string, stack = "dev", project = "shop"): string {
  return `urn:pulumi:${stack}::${project}::${types}::${name}`;
}

type ResourceParts = Partial<PlanResource> & { readonly types?: string };

export function resource(type: string, name: string, { types = type, ...more }: ResourceParts = {}): PlanResource {
  return {
    urn: urn(types, name),
    kind: "resource",
    type,
    name,
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    options: {},
    ...more,
  };
}

export function component(noun: string, name: string, spec: Values, more: Partial<PlanComponent> = {}): PlanComponent {
  const type = `webtier:index:${noun}`;
  return {
    urn: urn(type, name),
    type,
    noun,
    name,
    key: `${noun[0]?.toLowerCase()}${noun.slice(1)}:${name}`,
    cloud: "toy",
    spec,
    customised: [],
    documents: {},
    outputs: {},
    options: {},
    ...more,
  };
}

const toyOptions: DiffOptions = {
  base: { label: "main" },
  head: { label: "change" },
  reviews: { toy: () => toy },
  exposureOf: ({ exposure }) => exposure,
};

export function diff(base: Plan, head: Plan, options: Partial<DiffOptions> = {}): Diff {
  return diffPlans(base, head, { ...toyOptions, ...options });
}

/** Two plans of resources alone. */
export function diffResources(base: readonly PlanResource[], head: readonly PlanResource[]): Diff {
  return diff(plan({ resources: base }), plan({ resources: head }));
}

/** `replace front: networkId`, with what each property follows. */
export function operations({ resources }: Diff): string[] {
  return resources.map(({ operation, name, properties }) =>
    [`${operation} ${name}`, properties.map(propertyText).join(", ")].filter(Boolean).join(": "),
  );
}

function propertyText({ path, follows, replaces }: ResourceChange["properties"][number]): string {
  return [path, replaces ? "!" : "", follows === undefined ? "" : ` after ${follows}`].join("");
}
