import type { FigureRecord } from "../support/record.js";
import type { KeptStep } from "./kept.js";
import type { Table } from "./table-text.js";

type Trials = readonly (readonly KeptStep[])[];

/** One row a trial that stood something up: its first preview, up, preview and refresh, and its last destroy. */
export function cycleTable(trials: Trials): Table {
  const verbs = ["preview", "up", "preview again", "refresh", "destroy"];
  return {
    header: ["trial", "program", "resources", ...verbs, "unchanged"],
    rows: trials.filter(isCycle).map((steps) => {
      const cycle = cycleOf(steps);
      const times = [cycle.preview, cycle.up, cycle.again, cycle.refresh, cycle.destroy].map(secondsOf);
      const made = Object.values(cycle.up?.made ?? {}).reduce((sum, count) => sum + count, 0);
      const name = steps[0]?.trial ?? "";
      return [name, `\`${steps[0]?.program}\``, String(made), ...times, String(steps.filter(isUnchanged).length)];
    }),
  };
}

export function madeLines(trials: Trials): string {
  const lines = trials.filter(isCycle).map((steps) => {
    const made = Object.entries(cycleOf(steps).up?.made ?? {});
    const types = made.map(([type, count]) => `${count} ${type.split(":").at(-1)}`);
    return `* ${steps[0]?.trial}: ${types.join(", ")}`;
  });
  return lines.join("\n");
}

/** What each later up, and each refresh that found something, changed. */
export function changeTable(steps: readonly KeptStep[]): Table {
  const first = cycleOf(steps).up;
  const later = steps.filter((step) => !step.fault && step !== first && step.verb === "up");
  const found = steps.filter((step) => !step.fault && step.verb === "refresh" && step.changed !== undefined);
  const rows = [...later, ...found].filter(isWell).map((step) => [step.why, changesText(step), secondsOf(step)]);
  return { header: ["what", "what the engine changed", "s"], rows };
}

export function faultTable(trials: Trials): Table {
  const faults = trials.flat().filter(({ fault }) => fault);
  const rows = faults.map((step) => [step.trial, step.why, endText(step), seenText(step), secondsOf(step)]);
  return { header: ["trial", "what", "ended", "what the user saw", "s"], rows };
}

export function refusalText(steps: readonly KeptStep[]): string {
  const refused = steps.filter((step) => !step.fault && !isWell(step));
  if (refused.length === 0)
    return "Nothing that the library accepted: every operation outside of the faults ended well.";
  return refused
    .map((step) => `* ${step.cloud}, ${step.trial}, ${step.why}: ${seenText(step).replaceAll("\n", " ")}`)
    .join("\n");
}

export function figureTables(figures: readonly FigureRecord[]): { about: string; table: Table }[] {
  return [...new Set(figures.map(({ about }) => about))].map((about) => {
    const rows = figures
      .filter((figure) => figure.about === about)
      .map(({ what, value, unit = "", bar = "", remark = "" }) => [what, `${value} ${unit}`, String(bar), remark]);
    return { about, table: { header: ["what", "figure", "bar", "remark"], rows } };
  });
}

function cycleOf(steps: readonly KeptStep[]) {
  const own = steps.filter((step) => !step.fault && isWell(step));
  const start = own.findIndex(({ verb }) => verb === "up");
  const [before, after] = [own.slice(0, start), own.slice(start + 1)];
  const firstOf = (some: readonly KeptStep[], verb: string) => some.find((step) => step.verb === verb);
  return {
    preview: firstOf(before, "preview"),
    up: own[start],
    again: firstOf(after, "preview"),
    refresh: firstOf(after, "refresh"),
    destroy: firstOf([...after].reverse(), "destroy"),
  };
}

function isCycle(steps: readonly KeptStep[]): boolean {
  return cycleOf(steps).up !== undefined;
}

function isWell({ code }: KeptStep): boolean {
  return code === undefined;
}

function isUnchanged(step: KeptStep): boolean {
  return (
    !step.fault && isWell(step) && step.changed === undefined && (step.verb === "preview" || step.verb === "refresh")
  );
}

function secondsOf(step: KeptStep | undefined): string {
  if (!step) return "";
  return step.budget === undefined ? String(step.seconds) : `${step.seconds} (budget ${step.budget})`;
}

function changesText({ changes, changed, made = {} }: KeptStep): string {
  if (changed === undefined) return "nothing";
  if (changes) return changes.map((line) => `\`${line}\``).join("\n");
  return Object.entries(made)
    .map(([type, count]) => `\`create ${type}\`, ${count}`)
    .join("\n");
}

function endText({ code }: KeptStep): string {
  if (code === undefined) return "well";
  return code === null ? "was killed" : `exit code ${code}`;
}

function seenText({ errors = [] }: KeptStep): string {
  return errors.length === 0 ? "no error" : errors.join("\n");
}
