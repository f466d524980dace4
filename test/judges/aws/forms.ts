import type { Place } from "./calls.js";
import { type Inputs, isUnknown } from "./resource.js";

/** How the provider writes a value into a request. Unknown values stay what they are. */
type Form = NonNullable<Place["as"]>;

function ofKnown(form: Form): Form {
  return (value) => (isUnknown(value) ? value : form(value));
}

export const number = ofKnown(Number);
export const truth = ofKnown((value) => ({ true: true, false: false })[String(value)] ?? value);
export const always =
  (value: unknown): Form =>
  () =>
    value;
export const joined = ofKnown((value) => {
  const parts = value as readonly unknown[];
  return parts.find(isUnknown) ?? parts.join(",");
});
export const pairs =
  (key: string, value: string): Form =>
  (map) =>
    isUnknown(map) ? map : Object.entries(map as object).map(([one, of]) => ({ [key]: one, [value]: of }));
export const tags: Place = { to: "Tags", as: pairs("Key", "Value") };

/** Tags of EC2's kind. */
export function tagsOf(resourceType: string): Place {
  const as: Form = (map) => ({ ResourceType: resourceType, Tags: pairs("Key", "Value")(map) });
  return { to: "TagSpecifications[0]", as };
}

/** One more of a list of keys and values. */
export function attribute(key: string, more: Omit<Place, "to" | "as"> = {}): Place {
  return { to: "Attributes[+]", as: (value) => ({ Key: key, Value: textOf(value) }), ...more };
}

function textOf(value: unknown): unknown {
  return isUnknown(value) ? value : String(value);
}

/** A zero is sent by nobody: the provider takes it for nothing. */
export function nonZero(input: string): NonNullable<Place["when"]> {
  return (inputs: Inputs) => inputs[input] !== 0;
}

export function has(input: string): NonNullable<Place["when"]> {
  return (inputs: Inputs) => inputs[input] !== undefined;
}
