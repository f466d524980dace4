import { withoutMarks } from "./fingerprints.js";
import { grouped } from "./grouped.js";
import type { Plan, PlanComponent, PlanExposure, PlanNote, PlanResource, Value } from "./model.js";
import { saidOf, sumOf } from "./sizes.js";
import { summaryOf } from "./summaries.js";
import { shortType, tellingInputs, tellingOptions } from "./telling.js";
import { type Branch, labelOf, treeOf, walk } from "./tree.js";
import { rightsOf, waysIn } from "./ways.js";

export type Style = (format: "bold" | "dim" | "cyan" | "yellow" | "magenta", text: string) => string;

export const plain: Style = (_, text) => text;

/** A plan for people: what was asked for, what it becomes, what to know about it. */
export function renderText(plan: Plan, style: Style): string {
  const tree = treeOf(plan);
  const notes = noteRows(plan);
  const sections = [
    heading(plan, style),
    table(treeRows(tree), style),
    section("size", table(sizeRows(plan, walk(tree)), style), style),
    section("exposure", table(exposureRows(plan, walk(tree)), style), style),
    ...groups(plan, walk(tree), style),
    ...others(plan, style),
    section("notes", table(notes, style), style),
    section("outputs", table(outputRows(plan), style), style),
    style("bold", total(plan, notes.length)),
  ];
  return withoutMarks(`${sections.filter((text) => text !== "").join("\n\n")}\n`);
}

/** Cells of a line; the first two are columns. */
interface Row {
  readonly left: string;
  readonly right: string;
  readonly last?: string;
  readonly colour?: "cyan" | "yellow" | "magenta";
}

function heading({ project, stack, cloud }: Plan, style: Style): string {
  return `${style("bold", project)}${cloud === undefined ? "" : ` on ${style("bold", cloud)}`}${style("dim", `, stack ${stack}`)}`;
}

function total({ resources, cloud }: Plan, notes: number): string {
  const count = resources.filter(({ kind }) => kind === "resource").length;
  return `${counted(count, "resource")}${cloud === undefined ? "" : ` on ${cloud}`}, ${counted(notes, "note")}`;
}

function treeRows(branches: readonly Branch[], above = ""): Row[] {
  return branches.flatMap(({ component, branches: inner }, index) => {
    const isLast = index === branches.length - 1;
    const [branch, below] = twigs(above, isLast);
    const row: Row = {
      left: `${branch}${labelOf(component)}`,
      right: summaryOf(component),
      last: tellingOptions(component),
    };
    return [row, ...treeRows(inner, below)];
  });
}

/** Roots stand at the margin; the rest hangs on lines. */
function twigs(above: string, isLast: boolean): [string, string] {
  if (above === "") return ["", " "];
  const stem = above.slice(1);
  return isLast ? [`${stem}└─ `, `${above}   `] : [`${stem}├─ `, `${above}│  `];
}

/** What may have to be paid for, and for how many addresses the subnets must have room. */
function sizeRows({ sizes }: Plan, components: readonly PlanComponent[]): Row[] {
  const spans = new Map(sizes.map((size) => [size.pool, size]));
  const rows = components.flatMap((pool) => {
    const size = spans.get(pool.urn);
    return size ? [{ left: labelOf(pool), right: `${saidOf(size)} in ${size.placement} subnets` }] : [];
  });
  return rows.length === 0 ? [] : [...rows, { left: "total", right: saidOf(sumOf(sizes)) }];
}

/** Components in the order of the tree, then what stands beside them. */
function exposureRows({ exposure }: Plan, components: readonly PlanComponent[]): Row[] {
  const ways = grouped(exposure, ({ at }) => at);
  const ours = components.flatMap((component) => {
    const own = ways.get(component.urn) ?? [];
    ways.delete(component.urn);
    const phrases = [...waysIn(own), ...closed(component, own), ...rightsOf(component)];
    return phrases.map((right): Row => ({ left: labelOf(component), right }));
  });
  const beside = [...ways.values()].flatMap((own) =>
    waysIn(own).map((right): Row => ({ left: own[0]?.place ?? "", right })),
  );
  return [...ours, ...beside];
}

function closed({ noun }: PlanComponent, ways: readonly PlanExposure[]): string[] {
  return noun === "Tier" && !ways.some(({ direction }) => direction === "out") ? ["opens nothing"] : [];
}

/** The native resources of each component. */
function groups({ resources }: Plan, components: readonly PlanComponent[], style: Style): string[] {
  const owned = grouped(resources, ({ component }) => component);
  return components.map((component) =>
    section(labelOf(component), table((owned.get(component.urn) ?? []).map(resourceRow), style), style),
  );
}

function others({ resources }: Plan, style: Style): string[] {
  const loose = resources.filter(({ component, kind }) => component === undefined && kind !== "provider");
  const providers = resources.filter(({ component, kind }) => component === undefined && kind === "provider");
  return [
    section("beside the components", table(loose.map(resourceRow), style), style),
    section("providers", table(providers.map(resourceRow), style), style),
  ];
}

function resourceRow(resource: PlanResource): Row {
  const { kind, type, name, id } = resource;
  const what = kind === "component" ? `${type} (component)` : shortType(type);
  const inputs = kind === "read" ? `read, id ${id}` : tellingInputs(resource);
  return { left: `${what} ${name}`, right: inputs, last: tellingOptions(resource) };
}

const fates = ["near", "emulated", "warning", "note"] as const;

function noteRows(plan: Plan): Row[] {
  const labels = new Map(plan.components.map((component) => [component.urn, labelOf(component)]));
  const byFate = fates.flatMap((fate) => plan.notes.filter((note) => note.fate === fate && !isSaid(note)));
  const customised = plan.components.flatMap((component) =>
    component.customised.map(
      (role): Row => ({ left: "customised", right: `${labelOf(component)}: ${role}`, colour: "magenta" }),
    ),
  );
  return [...byFate.map((note) => noteRow(note, labels)), ...customised];
}

/** What stands under size and exposure already. */
function isSaid({ id }: PlanNote): boolean {
  return ["note:instancePool.size", "note:tier.egress", "note:tier.access"].includes(id);
}

function noteRow({ fate, path, message, about }: PlanNote, labels: ReadonlyMap<string, string>): Row {
  const subject = about === undefined ? "" : `${labels.get(about) ?? about.split("::").at(-1)}: `;
  const colour = fate === "note" ? "cyan" : "yellow";
  return { left: fate, right: `${subject}${path === undefined ? "" : `${path}: `}${message}`, colour };
}

function outputRows({ outputs }: Plan): Row[] {
  return Object.keys(outputs)
    .sort()
    .map((name) => ({ left: name, right: shown(outputs[name]) }));
}

const longest = 120;

function shown(value: Value | undefined): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function section(title: string, body: string, style: Style): string {
  return body === "" ? "" : `${style("bold", title)}\n${body.replaceAll(/^/gm, "  ")}`;
}

const widest = 72;

function table(rows: readonly Row[], style: Style): string {
  const width = Math.min(widest, Math.max(0, ...rows.map(({ left }) => left.length)));
  return rows
    .map(({ left, right, last = "", colour }) => {
      const first = right === "" && last === "" ? left : left.padEnd(width);
      const cells = [colour === undefined ? first : style(colour, first), right, last === "" ? "" : style("dim", last)];
      return cells.filter((cell) => cell !== "").join("  ");
    })
    .join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
