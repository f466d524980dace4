import type { Plan, PlanComponent, Values } from "./model.js";

/** A component and what stands in it. */
export interface Branch {
  readonly component: PlanComponent;
  readonly branches: readonly Branch[];
}

/** What a component stands in, the nearest first: a field of its spec, and the noun that it names. */
const places = [
  ["loadBalancer", "LoadBalancer"],
  ["template", "InstanceTemplate"],
  ["tier", "Tier"],
  ["network", "Network"],
] as const;

const order = [
  "Network",
  "Image",
  "Tier",
  "DynamicGroupPolicy",
  "InstanceTemplate",
  "InstancePool",
  "LoadBalancer",
  "Listener",
  "BackendSet",
];

export function treeOf({ components }: Plan): Branch[] {
  const homes = new Map(components.map((component) => [component, homeOf(component, components)]));
  const grow = (home: PlanComponent | undefined): Branch[] =>
    components
      .filter((component) => homes.get(component) === home)
      .sort((a, b) => orderOf(a) - orderOf(b))
      .map((component) => ({ component, branches: grow(component) }));
  return grow(undefined);
}

export function walk(branches: readonly Branch[]): PlanComponent[] {
  return branches.flatMap(({ component, branches: inner }) => [component, ...walk(inner)]);
}

/** `load balancer front`. */
export function labelOf({ noun, name }: PlanComponent): string {
  return `${noun.replaceAll(/(?<=[a-z])([A-Z])/g, " $1").toLowerCase()} ${name}`;
}

function homeOf(component: PlanComponent, all: readonly PlanComponent[]): PlanComponent | undefined {
  const parent = all.find(({ urn }) => urn === component.parent);
  const named = places.flatMap(([field, noun]) => find(all, noun, component.spec, field))[0];
  return named === component ? parent : (named ?? parent);
}

function find(all: readonly PlanComponent[], noun: string, spec: Values, field: string): PlanComponent[] {
  const key = spec[field];
  return all.filter((one) => one.noun === noun && one.key === key);
}

function orderOf({ noun }: PlanComponent): number {
  const place = order.indexOf(noun);
  return place === -1 ? order.length : place;
}
