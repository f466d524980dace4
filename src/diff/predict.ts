import { own, textsIn } from "./differences.js";
import { add } from "./lists.js";
import { addChange, isOpen, type Pair, textAt } from "./pairs.js";
import { pathText } from "./paths.js";
import { byText } from "./urns.js";

/** Who takes a value from a resource, and who goes or is made anew with it. */
interface Dependents {
  readonly properties: ReadonlyMap<string, readonly Use[]>;
  readonly whole: ReadonlyMap<string, readonly { readonly user: Pair; readonly reason: string }[]>;
}

interface Use {
  readonly user: Pair;
  readonly property: string;
}

/** Carries replacements on: what takes a value from a resource that is made anew gets a new value. */
export function carryReplacements(pairs: readonly Pair[]): void {
  const sorted = [...pairs].sort((a, b) => byText(a.head.urn, b.head.urn));
  const dependents = dependentsOf(sorted);
  const replacedBy = new Map<Pair, Pair[]>();
  const queue = sorted.filter(({ replaced }) => replaced);
  const queued = new Set(queue);
  for (const source of queue) {
    for (const user of usersOf(source, dependents)) {
      add(replacedBy, source, user);
      if (queued.has(user)) continue;
      queued.add(user);
      queue.push(user);
    }
  }
  carryOrder(queue, replacedBy);
}

/** What a new one of `source` changes; gives those that are made anew for it. */
function usersOf(source: Pair, { properties, whole }: Dependents): Pair[] {
  const { urn, name } = source.head;
  const byValue = (properties.get(urn) ?? []).filter(({ user, property }) => follow(user, property, name));
  const bound = whole.get(urn) ?? [];
  for (const { user, reason } of bound) {
    user.replaced = true;
    user.reasons.add(reason);
    user.follows.add(name);
  }
  return [...byValue, ...bound].map(({ user }) => user);
}

/** Whether the user of a property is made anew for its new value. */
function follow(user: Pair, property: string, name: string): boolean {
  const changes = textsIn(own(user.head.inputs, property), isOpen, [property]).flatMap((path) => {
    const text = textAt(user.head.inputs, path);
    addChange(user, { path, before: text, after: text }, name);
    return user.changes.get(pathText(path)) ?? [];
  });
  if (changes.length > 0) user.follows.add(name);
  return changes.some(({ replaces }) => replaces);
}

/** Where a resource is deleted first, what would be made anew for it is deleted before it. */
function carryOrder(replaced: readonly Pair[], replacedBy: ReadonlyMap<Pair, readonly Pair[]>): void {
  const queue = replaced.filter(({ deletedFirst, base }) => deletedFirst && base.kind === "resource");
  for (const source of queue) {
    const later = (replacedBy.get(source) ?? []).filter(({ deletedFirst }) => !deletedFirst);
    for (const user of later) user.deletedFirst = true;
    queue.push(...later);
  }
}

function dependentsOf(pairs: readonly Pair[]): Dependents {
  const properties = new Map<string, Use[]>();
  const whole = new Map<string, { user: Pair; reason: string }[]>();
  for (const user of pairs.filter(({ head }) => head.kind === "resource")) {
    const { propertyDependencies, options } = user.head;
    for (const property of Object.keys(propertyDependencies).sort(byText))
      for (const urn of propertyDependencies[property] ?? []) add(properties, urn, { user, property });
    if (options.deletedWith !== undefined) add(whole, options.deletedWith, { user, reason: "deletedWith" });
    for (const urn of options.replaceWith ?? []) add(whole, urn, { user, reason: "replaceWith" });
  }
  return { properties, whole };
}
