import type { Disruption, Effect, PropertyEffect } from "./review.js";

/** Effects that stand in one source, from the mildest to the worst. */
export function effectsFrom(source: string) {
  const worse =
    (effect: Disruption) =>
    (says: string): Effect => ({ effect, says, source });
  const none: Effect = { effect: "none", source };
  const inPlace: Effect = { effect: "in-place", source };
  return {
    none,
    inPlace,
    rolling: worse("rolling"),
    cut: worse("connections-cut"),
    moved: worse("address-change"),
    outage: worse("outage"),
  };
}

/** For a property whose change makes the resource anew. */
export function anew(effect: Effect): PropertyEffect {
  return { ...effect, replaces: true };
}

/** One effect for several properties, their names apart by blanks. */
export function each(names: string, effect: PropertyEffect): Record<string, PropertyEffect> {
  return Object.fromEntries(names.split(" ").map((name) => [name, effect]));
}

/** Names of what is inside a block, as `each` takes them. */
export function within(block: string, names: string): string {
  return names
    .split(" ")
    .map((name) => `${block}.${name}`)
    .join(" ");
}
