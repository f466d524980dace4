import { type Answer, type Leaf, type Limited, leavesOf, narrows, type Told } from "./answers.js";
import type { Row } from "./capabilities.js";
import { quote } from "./text.js";

/** `policy = source-ip`, `stickiness.duration of balancer-cookie`. */
export function optionOf({ path, kind, value }: Row): string {
  return `${path}${value === undefined ? "" : ` = ${value}`}${kind === undefined ? "" : ` of ${kind}`}`;
}

/** What a reader must know beyond the fate: `why; instead: what`. */
export function reasonOf({ differs, how, why, instead, must }: Told): string | undefined {
  const reason = differs ?? how ?? why ?? (must === undefined ? undefined : `must ${must}`);
  return reason === undefined || instead === undefined ? reason : `${reason}; instead: ${instead}`;
}

/** `5..300, default 50`: where a cloud takes less than the option, and where it has a default of its own. */
export function boundsOf(told: Told, limits: Limited): string | undefined {
  const usual = told.default === undefined ? [] : [`default ${told.default}`];
  const all = [narrowerOf(told, limits) ?? [], usual].flat();
  return all.length === 0 ? undefined : all.join(", ");
}

function narrowerOf({ range, length }: Told, limits: Limited): string | undefined {
  if (range && narrows(range, limits.range)) return spanOf(within(range, limits.range));
  if (length && narrows(length, limits.length)) return `${spanOf(within(length, limits.length))} characters`;
  return undefined;
}

function within(own: readonly [number, number], common: readonly [number, number] = own): readonly [number, number] {
  return [Math.max(own[0], common[0]), Math.min(own[1], common[1])];
}

function spanOf([from, to]: readonly [number, number]): string {
  return from === to ? `${from} only` : `${from}..${to}`;
}

/** Leaves of one answer that say the same. */
export interface Group {
  readonly says: string;
  readonly told: readonly Told[];
  /** `protocol http or https`; empty when it is the whole answer. */
  readonly cases: string;
}

export function grouped(answer: Answer, say: (told: Told) => string): Group[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leavesOf(answer)) {
    const says = say(leaf.told);
    groups.set(says, [...(groups.get(says) ?? []), leaf]);
  }
  return [...groups].map(([says, leaves]) => ({
    says,
    told: leaves.map(({ told }) => told),
    cases: groups.size === 1 ? "" : casesOf(leaves),
  }));
}

function casesOf(leaves: readonly Leaf[]): string {
  const facets = new Set(leaves.map(({ facts }) => Object.keys(facts).join()));
  const [facet = ""] = facets;
  if (facets.size > 1 || facet.includes(",")) return quote(leaves.map(caseOf), "or");
  return `${facet} ${quote(
    leaves.map(({ facts }) => facts[facet] ?? ""),
    "or",
  )}`;
}

function caseOf({ facts }: Leaf): string {
  const words = Object.entries(facts).map((pair) => pair.join(" "));
  return words.join(" with ");
}
