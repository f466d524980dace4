import type { ComponentChange, FieldChange } from "../diff/model.js";
import type { Value } from "../plan/model.js";
import { code, cut, type Line, made, othersOf, type Section, sectionOf, sign, tableOf, words } from "./blocks.js";
import type { Detail } from "./detail.js";
import { saidOf } from "./said.js";
import { statusSigns } from "./signs.js";
import { changeOf } from "./values.js";

/** A row for each field that changes; whole components in one. */
export function componentsOf(components: readonly ComponentChange[], { rows, same }: Detail): Section[] {
  const changed = components.filter(({ status }) => status !== "same");
  const rest = components.length - changed.length;
  const cells = changed.map((component) => [whichOf(component), whatOf(component, rows)]);
  return sectionOf("Components", tableOf(["component", "change"], cells, rows), othersOf(rest, same));
}

export function outputsOf(outputs: readonly FieldChange[], { rows }: Detail): Section[] {
  const cells = outputs.map((output): Line[] => [[code(output.path)], changeOf(output)]);
  return sectionOf("Outputs", tableOf(["output", "change"], cells, rows));
}

function whichOf({ status, label, source }: ComponentChange): Line {
  return [sign(statusSigns[status]), words(" "), made(label, status === "removed" ? undefined : source)];
}

const mostFields = 12;

function whatOf(component: ComponentChange, rows: number): Line {
  const parts = [
    ...renameOf(component),
    ...summaryOf(component),
    ...fieldsOf(component, rows),
    ...nativeOf(component, rows),
    ...customisedOf(component),
  ];
  return parts.flatMap((part, index): Line => (index === 0 ? part : [{ kind: "break" }, ...part]));
}

function renameOf({ status, baseName, baseUrn }: ComponentChange): Line[] {
  if (status !== "renamed") return [];
  if (baseName !== undefined) return [[words("was "), code(baseName)]];
  return [[words(baseUrn === undefined ? "renamed" : "has another parent")]];
}

/** Of one that comes or goes; of one whose fields do not say it. */
function summaryOf({ status, before, after, fields }: ComponentChange): Line[] {
  if (status === "added") return textOf(after);
  if (status === "removed") return textOf(before);
  if (fields.length > 0 || before === after) return [];
  return [changeOf({ path: "", before: before ?? "", after: after ?? "" })];
}

function textOf(summary: string | undefined): Line[] {
  return summary === undefined || summary === "" ? [] : [[code(summary)]];
}

function fieldsOf({ status, fields }: ComponentChange, rows: number): Line[] {
  if (status === "added" || status === "removed") return [];
  const { shown, more } = cut(fields, Math.min(rows, mostFields));
  const lines = shown.map((field): Line => [code(field.path), words(": "), ...changeOf(inWords(field))]);
  return more === 0 ? lines : [...lines, [words(`and ${more} more`)]];
}

/** The values themselves where the words for both are the same. */
function inWords({ path, before, after }: FieldChange): FieldChange {
  const [old, now] = [before, after].map((value) => (value === undefined ? undefined : (saidOf(path, value) ?? value)));
  if (old === now) return { path, ...sides(before, after) };
  return { path, ...sides(old, now) };
}

function sides(before: Value | undefined, after: Value | undefined): Pick<FieldChange, "before" | "after"> {
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** By the settings, or by another release of what makes them: the program says the same as before. */
function nativeOf({ native = [] }: ComponentChange, rows: number): Line[] {
  const { shown, more } = cut(native, Math.min(rows, mostFields));
  const lines = shown.map((field): Line => [words("native "), code(field.path), words(": "), ...changeOf(field)]);
  return more === 0 ? lines : [...lines, [words(`and ${more} more`)]];
}

function customisedOf({ customised }: ComponentChange): Line[] {
  if (customised.length === 0) return [];
  return [[words("native arguments changed by the program: "), code(customised.join(", "))]];
}
