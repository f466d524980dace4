import { severity } from "./effects.js";
import type { Diff, NoteChange, ResourceChange, Risk } from "./model.js";

/** What a reviewer may want to be stopped by. */
export const gates = ["exposure-wider", "outage", "degraded", "replace", "destroy", "address-change"] as const;
export type Gate = (typeof gates)[number];

export interface Breach {
  readonly gate: Gate;
  readonly reasons: readonly string[];
}

/** The gates that a diff does not pass, in the order in which they were asked for. */
export function breached(diff: Diff, asked: readonly Gate[]): Breach[] {
  return [...new Set(asked)]
    .map((gate) => ({ gate, reasons: reasons[gate](diff) }))
    .filter((breach) => breach.reasons.length > 0);
}

const reasons: Readonly<Record<Gate, (diff: Diff) => string[]>> = {
  "exposure-wider": ({ exposure, rights }) => [
    ...exposure.filter(({ wider }) => wider).map(({ way }) => wayText(way)),
    ...rights.filter(({ status }) => status === "added").map(({ component, right }) => `${component} may ${right}`),
  ],
  outage: (diff) => atLeast(diff, "outage"),
  degraded: ({ notes }) => notes.filter(isDegrading).map(noteText),
  replace: ({ resources }) => resources.filter(({ operation }) => operation === "replace").map(resourceText),
  destroy: ({ resources }) =>
    resources.filter(({ operation, retained }) => operation === "delete" && !retained).map(resourceText),
  "address-change": (diff) => atLeast(diff, "address-change"),
};

/** An outage is worse than another address, and stops at that gate too. */
function atLeast({ risks }: Diff, effect: Risk["effect"]): string[] {
  return risks
    .filter((risk) => severity(risk.effect) >= severity(effect))
    .map(({ type, name, says }) => `${type} ${name}: ${says}`);
}

function wayText({ direction, place, peer, protocol, ports }: Diff["exposure"][number]["way"]): string {
  const [from, to] = direction === "in" ? [peer, place] : [place, peer];
  return `${from} → ${to}: ${[...new Set([protocol, ports])].join(" ")}`;
}

function isDegrading({ status, fate }: NoteChange): boolean {
  return status === "added" && (fate === "near" || fate === "emulated");
}

function noteText({ component, path, message, id }: NoteChange): string {
  const subject = [component, path].filter((part) => part !== undefined).join(": ");
  return `${subject === "" ? "" : `${subject}: `}${message} (${id})`;
}

function resourceText({ type, name }: ResourceChange): string {
  return `${type} ${name}`;
}
