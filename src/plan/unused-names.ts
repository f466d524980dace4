import { namesPrefix as prefix } from "../core/text.js";
import type { Engine } from "./engine.js";
import type { PlanComponent, PlanNote, Value } from "./model.js";

/** Names in the settings that are neither a component's nor a word in one's options: most of them are misspelt. */
export function unusedNames({ logs }: Engine, components: readonly PlanComponent[]): PlanNote[] {
  const told = logs.filter(({ message }) => message.startsWith(prefix)).map(({ message }) => message);
  if (told.length === 0) return [];
  const used = new Set(components.flatMap(({ name, spec }) => [name, ...textsIn(spec)]));
  const names = told.flatMap((message) => JSON.parse(message.slice(prefix.length)) as [string, string][]);
  return names
    .filter(([, name]) => !used.has(name))
    .map(([section, name]) => ({
      id: "warning:settings.unused",
      fate: "warning",
      path: `settings.${section}.${name}`,
      message: "no component has this name or asks for it",
    }));
}

function textsIn(value: Value | undefined): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
