import type { Diff, FailedDiff } from "../diff/model.js";
import { masked } from "./mask.js";

/** Keys sorted, one final newline: equal diffs are equal bytes. Control characters and marks that reorder text are escaped. */
export function renderJson(diff: Diff | FailedDiff): string {
  return `${JSON.stringify(sorted(masked(diff)), undefined, 2).replaceAll(hidden, escaped)}\n`;
}

/** Inside of strings only: the rest of the text is ours. */
const hidden = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

function escaped(letter: string): string {
  return [...Array(letter.length).keys()]
    .map((at) => `\\u${letter.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
