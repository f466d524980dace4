import type { Value, Values } from "./model.js";

/** `balancer` in `loadBalancer:balancer`, `pages` in `backendSet:front/pages`. */
export function nameIn(key: Value | undefined): string {
  return typeof key === "string" ? (key.split(/[:/]/).at(-1) ?? key) : text(key);
}

export function labelled(label: string, value: Value | undefined): string {
  return value === undefined ? "" : `${label} ${text(value)}`;
}

export function counted(value: Value | undefined, noun: string): string {
  return value === undefined ? "" : `${text(value)} ${noun}${value === 1 ? "" : plural(noun)}`;
}

function plural(noun: string): string {
  return noun.endsWith("s") ? "es" : "s";
}

export function text(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

export function isValues(value: Value | undefined): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The objects of a list. */
export function entriesOf(list: Value | undefined): Values[] {
  return Array.isArray(list) ? list.filter(isValues) : [];
}
