import { worstOf } from "./effects.js";
import type { Counts, Diff, Verdict } from "./model.js";
import type { Traced } from "./resources.js";

export function countsOf(all: readonly Traced[]): Counts {
  const count = (operation: keyof Counts) => all.filter(({ change }) => change.operation === operation).length;
  return {
    create: count("create"),
    update: count("update"),
    replace: count("replace"),
    delete: count("delete"),
    move: count("move"),
    same: count("same"),
  };
}

type Parts = Pick<Diff, "counts" | "risks" | "exposure" | "rights" | "components" | "notes" | "outputs">;

export function verdictOf(parts: Parts): Verdict {
  const degraded = parts.notes.filter(
    ({ status, fate }) => status === "added" && (fate === "near" || fate === "emulated"),
  );
  return {
    state: differs(parts) ? "changes" : "none",
    worst: worstOf(parts.risks)?.effect ?? "none",
    exposure: exposureOf(parts),
    degraded: degraded.length,
  };
}

/** Notes are words of this library: they alone change no deployment. */
function differs({ counts, exposure, rights, components, outputs }: Parts): boolean {
  const { same: _, ...operations } = counts;
  return (
    Object.values(operations).some((count) => count > 0) ||
    exposure.some(({ status }) => status !== "same") ||
    components.some(({ status }) => status !== "same") ||
    rights.length + outputs.length > 0
  );
}

/** A new right is reach too. */
function exposureOf({ exposure, rights }: Parts): Verdict["exposure"] {
  if (exposure.some(({ wider }) => wider) || rights.some(({ status }) => status === "added")) return "wider";
  if (exposure.some(({ narrower }) => narrower) || rights.length > 0) return "narrower";
  return exposure.some(({ status }) => status !== "same") ? "changed" : "same";
}
