import type { Plan } from "./model.js";
import { isRecord } from "./project.js";

/** Keys sorted, one final newline: equal plans are equal bytes. */
export function renderJson(plan: Plan): string {
  return `${JSON.stringify(sorted(plan), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
