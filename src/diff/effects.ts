import type { CloudReview, Disruption, Effect, PropertyEffect, TypeDisruptions } from "../core/review.js";
import { disruptions } from "../core/review.js";
import type { Reviews } from "./options.js";
import type { Path } from "./paths.js";

/**
 * For types that no table knows. A change of a property is taken to be made in place, as most are. That something
 * goes, or is made anew, may hurt whoever uses it: that is told, but not as an outage that nobody has established.
 */
const untold: TypeDisruptions = {
  deleted: { effect: "connections-cut", says: "whatever uses it loses it", source: "" },
  replaced: { effect: "connections-cut", says: "whatever uses it must take the new one up", source: "" },
  properties: {},
};
const inPlace: PropertyEffect = { effect: "in-place", source: "" };

/** What is known of native types, each cloud's review loaded once. */
export interface Knowledge {
  readonly typeEffects: (type: string) => TypeDisruptions;
  readonly reviewOf: (type: string) => CloudReview | undefined;
}

export function knowledgeOf(reviews: Reviews): Knowledge {
  const loaded = new Map<string, CloudReview | undefined>();
  const reviewOf = (type: string): CloudReview | undefined => {
    const cloud = type.split(":")[0] ?? "";
    if (!loaded.has(cloud)) loaded.set(cloud, Object.hasOwn(reviews, cloud) ? reviews[cloud]?.() : undefined);
    return loaded.get(cloud);
  };
  const typeEffects = (type: string): TypeDisruptions => {
    const table = reviewOf(type)?.disruptions ?? {};
    return (Object.hasOwn(table, type) ? table[type] : undefined) ?? untold;
  };
  return { typeEffects, reviewOf };
}

/** The row of the longest path that begins this one, without its indexes. */
export function propertyEffect({ properties }: TypeDisruptions, path: Path): PropertyEffect {
  const names = path.filter((one) => typeof one === "string");
  const prefixes = names.map((_, at) => names.slice(0, names.length - at).join("."));
  const row = [...prefixes, "*"].find((one) => Object.hasOwn(properties, one));
  return (row === undefined ? undefined : properties[row]) ?? inPlace;
}

export function severity(effect: Disruption): number {
  return disruptions.indexOf(effect);
}

/** The worst; the first of equals. */
export function worstOf<T extends Pick<Effect, "effect">>(effects: readonly T[]): T | undefined {
  return effects.reduce<T | undefined>(
    (worst, one) => (worst && severity(worst.effect) >= severity(one.effect) ? worst : one),
    undefined,
  );
}
