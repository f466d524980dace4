import type { Declared } from "../../../src/core/declared.js";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";

type Make = (stack: Stack, args: Record<string, unknown>) => Declared;

/** Two values of one option, of which the first is refused: `[path behind the noun, what is said, bad, good]`. */
export type Pair = readonly [path: string, text: string, bad: Record<string, unknown>, good: Record<string, unknown>];

/** Rows about the options of one noun, on every cloud unless another is named. */
export function pairs(
  section: string,
  noun: string,
  make: Make,
  all: readonly Pair[],
  cloud: Limit["cloud"] = "every",
) {
  return all.map(
    ([path, text, bad, good]): Limit => ({
      section,
      says: path,
      cloud,
      path: path === "" ? noun : `${noun}.${path}`,
      text,
      bad: (stack) => make(stack, bad),
      good: (stack) => make(stack, good),
    }),
  );
}

/** Both ends of a range of whole numbers. */
export function range(key: string, from: number, to: number, wrap: (value: number) => Record<string, unknown>): Pair[] {
  const said = `instead: a number from ${from} to ${to}`;
  return [
    [key, `${from - 1} is below ${from}; ${said}`, wrap(from - 1), wrap(from)],
    [key, `${to + 1} is above ${to}; ${said}`, wrap(to + 1), wrap(to)],
    [key, `${from + 0.5} is not a whole number`, wrap(from + 0.5), wrap(from + 1)],
    [key, "must be a number; got text", wrap(String(from) as never), wrap(to)],
  ];
}

/** A fixed name, where it has the neutral form. */
export function fixedNames(good: Record<string, unknown>): Pair[] {
  const unseen =
    'must begin and end with a character that is seen, and hold no control characters; instead: a name such as "shop"';
  return [
    ["physicalName", "must not be empty", { physicalName: "" }, good],
    ["physicalName", "has more than 255 characters", { physicalName: "a".repeat(256) }, good],
    ["physicalName", unseen, { physicalName: " shop" }, good],
    ["physicalName", unseen, { physicalName: "shop " }, good],
    ["physicalName", unseen, { physicalName: "sh\nop" }, good],
    ["physicalName", "must be text; got a number; instead: text in quotes", { physicalName: 7 }, good],
  ];
}

export function labels(good: Record<string, unknown>): Pair[] {
  const long = "k".repeat(129);
  return [
    ["tags", "must be an object of names; got a list", { tags: ["web"] }, good],
    ["tags", 'name "" must not be empty', { tags: { "": "web" } }, good],
    ["tags", `name "${"k".repeat(79)}… has more than 128 characters`, { tags: { [long]: "web" } }, good],
    ["tags.team", "must be text; got a number; instead: text in quotes", { tags: { team: 7 } }, good],
    ["tags.team", "has more than 256 characters", { tags: { team: "v".repeat(257) } }, good],
  ];
}

export function eventual(
  path: string,
  wrap: (value: unknown) => Record<string, unknown>,
  good: Record<string, unknown>,
  output: unknown,
): Pair[] {
  const said = (what: string) => `must be known before deployment; got ${what}; instead: a plain value`;
  return [
    [path, said("an Output"), wrap(output), good],
    [path, said("a Promise"), wrap(Promise.resolve(1)), good],
  ];
}
