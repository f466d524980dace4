import type { Disruption } from "../core/review.js";
import type { ComponentStatus, Counts, Operation } from "../diff/model.js";
import { type Span, strong, words } from "./blocks.js";

export const signs: Readonly<Record<Operation, string>> = {
  create: "+",
  update: "~",
  replace: "±",
  delete: "–",
  move: "↷",
  same: "=",
};

export const statusSigns: Readonly<Record<ComponentStatus, string>> = {
  added: "+",
  removed: "–",
  changed: "~",
  renamed: "↷",
  same: "=",
};

const harm: Readonly<Record<Disruption, string>> = {
  none: "no disruption",
  "in-place": "in place",
  rolling: "rolling",
  "connections-cut": "connections cut",
  "address-change": "address changes",
  outage: "outage",
};

const stressed: readonly Disruption[] = ["connections-cut", "address-change", "outage"];

/** What an effect does, loud when people who use the stack will notice. */
export function harmOf(effect: Disruption): Span {
  return stressed.includes(effect) ? strong(harm[effect]) : words(harm[effect]);
}

/** `+3 ~2 ±1 –0`. */
export function countsOf({ create, update, replace, delete: gone, move }: Counts): string {
  const moved = move === 0 ? "" : ` ↷${move}`;
  return `+${create} ~${update} ±${replace} –${gone}${moved}`;
}

export const legend = "+ create, ~ update, ± replace, – delete, ↷ move";
