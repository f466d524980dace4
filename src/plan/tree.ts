import { grouped } from "./grouped.js";
import type { Plan, PlanComponent, Value } from "./model.js";

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

/** Every component once; those that would stand in each other stand on their own. */
export function treeOf({ components }: Pick<Plan, "components">): Branch[] {
  const homes = homesOf(components);
  const inner = grouped(components, (component) => homes.get(component));
  const placed = new Set<PlanComponent>();
  const grow = (home: PlanComponent | undefined): Branch[] => branchesOf(inner.get(home) ?? []);
  const branchesOf = (some: readonly PlanComponent[]): Branch[] =>
    some
      .toSorted((a, b) => orderOf(a) - orderOf(b))
      .flatMap((component) => {
        if (placed.has(component)) return [];
        placed.add(component);
        return [{ component, branches: grow(component) }];
      });
  const rooted = grow(undefined);
  return [...rooted, ...branchesOf(components.filter((component) => !placed.has(component)))];
}

export function walk(branches: readonly Branch[]): PlanComponent[] {
  return branches.flatMap(({ component, branches: inner }) => [component, ...walk(inner)]);
}

/** `load balancer front`. */
export function labelOf({ noun, name }: PlanComponent): string {
  return `${noun.replaceAll(/(?<=[a-z])([A-Z])/g, " $1").toLowerCase()} ${name}`;
}

function homesOf(components: readonly PlanComponent[]): Map<PlanComponent, PlanComponent | undefined> {
  const byUrn = new Map(components.map((component) => [component.urn, component]));
  const byKey = new Map(components.map((component) => [keyOf(component.noun, component.key), component]));
  return new Map(
    components.map((component) => {
      const parent = component.parent === undefined ? undefined : byUrn.get(component.parent);
      const named = places.flatMap(([field, noun]) => byKey.get(keyOf(noun, component.spec[field])) ?? [])[0];
      return [component, named === component ? parent : (named ?? parent)];
    }),
  );
}

function keyOf(noun: string, key: Value | undefined): string {
  return JSON.stringify([noun, key]);
}

function orderOf({ noun }: PlanComponent): number {
  const place = order.indexOf(noun);
  return place === -1 ? order.length : place;
}
