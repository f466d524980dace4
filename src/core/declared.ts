import type { Cloud } from "./cloud.js";
import type { Plan, Planned } from "./planned.js";

/** A component as plain data: what it is called, what it asks for, and what was declared under it so far. */
export interface Declared<S = unknown> {
  readonly noun: string;
  readonly name: string;
  /** Unique in a program: `backendSet:front/pages`. */
  readonly key: string;
  readonly cloud: Cloud;
  readonly spec: S;
  readonly parent: Declared | undefined;
  readonly children: Declared[];
  /** What other components made for it, by role: who needs the same shares it. */
  readonly shared: Map<string, Planned>;
  /** Empty until planned. */
  plan: Plan;
}

/** What tells a component from all others of its noun: `web`, or `team/web` below another component. */
export function identityOf({ key }: Declared): string {
  return key.slice(key.indexOf(":") + 1);
}

const brand = new WeakSet<object>();
const componentsData = new WeakMap<object, Declared>();

/** Remembers the data behind a component. */
export function attach(component: object, it: Declared): void {
  componentsData.set(component, it);
}

/** The data behind a component, or the data itself; `undefined` for anything else. */
export function declaredOf(value: unknown): Declared | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return isDeclared(value) ? value : componentsData.get(value);
}

export function declared<S>(fields: Omit<Declared<S>, "children" | "plan" | "shared">): Declared<S> {
  const it: Declared<S> = { ...fields, children: [], shared: new Map(), plan: { resources: {}, outputs: {} } };
  brand.add(it);
  return it;
}

export function isDeclared(value: unknown): value is Declared {
  return typeof value === "object" && value !== null && brand.has(value);
}

const standing = new WeakMap<Cloud, Declared[]>();

/** Makes a component known to its parent and to its cloud. */
export function enlist(it: Declared): void {
  it.parent?.children.push(it);
  standing.set(it.cloud, [...declaredOn(it.cloud), it]);
}

/** What was declared on one cloud value so far. */
export function declaredOn(cloud: Cloud): readonly Declared[] {
  return standing.get(cloud) ?? [];
}

/** The children of one noun, in the order of their declaration. */
export function childrenOf<S>(it: Declared, noun: string): Declared<S>[] {
  return it.children.filter((child): child is Declared<S> => child.noun === noun);
}

/** All that a component can refer to: itself, what it names, and what was declared before it under the same parent. */
export function reachable(it: Declared, found = new Map<string, Declared>()): Map<string, Declared> {
  if (found.has(it.key)) return found;
  found.set(it.key, it);
  for (const relative of it.parent ? [it.parent, ...it.parent.children] : []) reachable(relative, found);
  for (const reference of references(it.spec)) reachable(reference, found);
  return found;
}

/** The components that a spec names, at any depth. */
export function references(value: unknown): Declared[] {
  if (isDeclared(value)) return [value];
  if (Array.isArray(value)) return value.flatMap(references);
  if (!isPlain(value)) return [];
  return Object.values(value).flatMap(references);
}

export function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
