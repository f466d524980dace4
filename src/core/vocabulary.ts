import type { Issue } from "./errors.js";
import { quote } from "./text.js";

type Words<T> = Readonly<Record<string, T>> | undefined;

/** What the settings mean by a name. */
export function meaning<T>(words: Words<T>, name: string): T | undefined {
  return words && Object.hasOwn(words, name) ? words[name] : undefined;
}

/** Nothing, or the refusal of a name that the settings do not know. */
export function unknownWord<T>(words: Words<T>, section: string, name: string, path: string): Issue[] {
  if (meaning(words, name) !== undefined) return [];
  const known = Object.keys(words ?? {}).sort();
  const instead =
    known.length > 0
      ? quote(
          known.map((one) => JSON.stringify(one)),
          "or",
        )
      : `${section}: { ${name}: … } in the settings`;
  return [{ path, message: `${JSON.stringify(name)} is not among ${section} in the settings`, instead }];
}
