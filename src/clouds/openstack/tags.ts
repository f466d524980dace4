// Sources: Octavia and Neutron API references (tags: texts of up to 255 characters; a repeated one is refused); read 2026-11.
import type { Issue } from "../../core/errors.js";

type Tags = Readonly<Record<string, string>> | undefined;

const longest = 255;

/** Nothing, or `tags` as the flat texts that this cloud has. */
export function flatTags(tags: Tags): { tags?: string[] } {
  return tags ? { tags: Object.entries(tags).map(flat) } : {};
}

export function tagRules(tags: Tags, path: string): Issue[] {
  const seen = new Map<string, string>();
  return Object.entries(tags ?? {}).flatMap(([key, value]) => {
    const text = flat([key, value]);
    const twin = seen.get(text);
    seen.set(text, key);
    const long = {
      path: `${path}.${key}`,
      message: `becomes a tag of ${text.length} characters; ${longest} are allowed here`,
      instead: "a shorter key or value",
    };
    const same = {
      path: `${path}.${key}`,
      message: `becomes the same tag as "${twin}": ${text}`,
      instead: "keys without =",
    };
    return [...(text.length > longest ? [long] : []), ...(twin === undefined ? [] : [same])];
  });
}

function flat([key, value]: [string, string]): string {
  return `${key}=${value}`;
}
