import type { FieldChange } from "../diff/model.js";
import type { Value } from "../plan/model.js";
import { unknown } from "../plan/model.js";
import { code, type Line, words } from "./blocks.js";

const longest = 100;

/** `"10"` and `10` look different, lists and objects are on one line. */
function shownValue(value: Value): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const unshown: Readonly<Record<string, string>> = { [unknown]: ", known at deployment" };

/** `10 → 30`, or what came or went. */
export function changeOf({ before, after }: FieldChange): Line {
  if (before === undefined && after === undefined) return [words("changes")];
  if (before === undefined) return [words("unset → "), code(shownValue(after as Value))];
  if (after === undefined) return [code(shownValue(before)), words(" → unset")];
  const [old, now] = differing(before, after);
  if (old === now) return [code(old), words(unshown[old] ?? ", changed")];
  return [code(old), words(" → "), code(now)];
}

/** A text and a number that look the same are told apart; long ones are shown from where they differ. */
function differing(before: Value, after: Value): [string, string] {
  const [old, now] = [shownValue(before), shownValue(after)];
  if (old !== now || before === after) return [old, now];
  const [oldText, nowText] = [JSON.stringify(before), JSON.stringify(after)];
  const start = Math.max(0, firstDifference(oldText, nowText) - 20);
  const from = (text: string) => `${start === 0 ? "" : "…"}${shownValue(text.slice(start))}`;
  return [from(oldText), from(nowText)];
}

function firstDifference(one: string, other: string): number {
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return at;
  return one.length;
}
