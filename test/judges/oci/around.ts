import { isPlain } from "../../../src/core/declared.js";
import type { Program } from "./programs.js";
import type { Recorded } from "./record.js";

/** A program's resources as they refer to each other. */
export interface Around {
  readonly program: Program;
  ofType(...types: readonly string[]): Recorded[];
  /** What has an id, or a list of ids. */
  byId(ids: unknown): Recorded[];
  /** The parts of one type that stand on the same balancer as another part. */
  beside(part: Recorded, type: string): Recorded[];
  /** What must exist just before, whether an input refers to it or not. */
  direct(one: Recorded): readonly Recorded[];
  /** All that must exist before. */
  before(one: Recorded): ReadonlySet<Recorded>;
}

export function aroundOf(program: Program): Around {
  const { resources } = program;
  const ids = new Map(resources.map((one) => [one.id, one]));
  const urns = new Map(resources.map((one) => [one.urn, one]));
  const earlier = new Map<Recorded, Set<Recorded>>();
  const direct = (one: Recorded) =>
    [...new Set([...one.dependencies, ...Object.values(one.edges).flat()])].flatMap((urn) => urns.get(urn) ?? []);
  const before = (one: Recorded): Set<Recorded> => {
    const known = earlier.get(one);
    if (known) return known;
    const found = new Set<Recorded>();
    earlier.set(one, found);
    for (const next of direct(one)) {
      found.add(next);
      for (const further of before(next)) found.add(further);
    }
    return found;
  };
  const ofType = (...types: readonly string[]) => resources.filter(({ type }) => types.includes(type));
  return {
    program,
    ofType,
    direct,
    before,
    byId: (given) => [given].flat().flatMap((id) => (typeof id === "string" ? (ids.get(id) ?? []) : [])),
    beside: (part, type) => ofType(type).filter((one) => balancerOf(one) === balancerOf(part)),
  };
}

export function balancerOf({ inputs }: Recorded): unknown {
  return inputs.loadBalancerId ?? inputs.networkLoadBalancerId;
}

/** The values at a path of inputs; lists are gone into by themselves. */
export function at(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => at(one, path));
  if (path === "") return value === undefined ? [] : [value];
  const [first = "", ...rest] = path.split(".");
  return isPlain(value) ? at(value[first], rest.join(".")) : [];
}

/** Every text in a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isPlain(value) ? Object.values(value).flatMap(textsIn) : [];
}
