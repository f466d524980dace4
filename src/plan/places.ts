import type { Value, Values } from "./model.js";
import { isValues, nameIn, text } from "./words.js";

/** `web and 10.0.0.0/16`. */
export function placesOf(places: Value | undefined): string {
  if (!Array.isArray(places)) return text(places);
  return places.map((one) => (isValues(one) ? placeName(one) : text(one))).join(" and ");
}

/** `read object-storage on assets`. */
export function rightOf({ verb, resource, on }: Values): string {
  return `${text(verb)} ${text(resource)}${Array.isArray(on) ? ` on ${on.map(text).join(" and ")}` : ""}`;
}

function placeName({ tier, cidr, kind }: Values): string {
  return tier === undefined ? text(cidr ?? kind) : nameIn(tier);
}
