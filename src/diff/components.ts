import { grouped } from "../plan/grouped.js";
import type { Plan, PlanComponent } from "../plan/model.js";
import { summaryOf } from "../plan/summaries.js";
import { type Branch, labelOf, treeOf } from "../plan/tree.js";
import { type Difference, differences, type Reading } from "./differences.js";
import type { Matching } from "./matching.js";
import type { ComponentChange, ComponentStatus, FieldChange } from "./model.js";
import { pathText } from "./paths.js";
import { byText, placeOf } from "./urns.js";
import { inWholes } from "./wholes.js";

export interface ComparingComponents {
  readonly matching: Matching;
  readonly reading: Reading;
  /** Differences of documents that no native resource tells, by URN of the head. */
  readonly documents: ReadonlyMap<string, readonly Difference[]>;
  readonly movesCloud: boolean;
}

interface Placed {
  readonly component: PlanComponent;
  readonly depth: number;
  /** URN of what it stands in. */
  readonly home?: string;
}

/** Every component of both plans, in the order of the head's tree; what is gone stands last where it stood. */
export function componentChanges(base: Plan, head: Plan, comparing: ComparingComponents): ComponentChange[] {
  const { baseOf, headOf } = comparing.matching;
  const olds = new Map(base.components.map((component) => [component.urn, component]));
  const gone = placed(base).filter(({ component }) => !headOf.has(component.urn));
  const goneFrom = grouped(gone, ({ home }) => (home === undefined ? undefined : (headOf.get(home) ?? home)));
  const rows: ComponentChange[] = [];

  const tellGone = (home: string | undefined, depth: number): void => {
    for (const { component } of goneFrom.get(home) ?? []) {
      rows.push(lonely("removed", component, depth));
      tellGone(component.urn, depth + 1);
    }
  };
  const open: Placed[] = [];
  const close = (depth: number): void => {
    while ((open.at(-1)?.depth ?? -1) >= depth) {
      const last = open.pop() as Placed;
      tellGone(last.component.urn, last.depth + 1);
    }
  };
  for (const one of placed(head)) {
    close(one.depth);
    open.push(one);
    const old = olds.get(baseOf.get(one.component.urn) ?? "");
    rows.push(old ? compared(old, one, comparing) : lonely("added", one.component, one.depth));
  }
  close(0);
  tellGone(undefined, 0);
  return rows;
}

/** In the order of the tree. */
function placed(plan: Plan): Placed[] {
  const found: Placed[] = [];
  const visit = (branches: readonly Branch[], depth: number, home: string | undefined): void => {
    for (const { component, branches: inner } of branches) {
      found.push({ component, depth, ...(home === undefined ? {} : { home }) });
      visit(inner, depth + 1, component.urn);
    }
  };
  visit(treeOf(plan), 0, undefined);
  return found;
}

function lonely(status: "added" | "removed", component: PlanComponent, depth: number): ComponentChange {
  const summary = summaryOf(component);
  return {
    status,
    ...identityOf(component),
    depth,
    ...(status === "added" ? { after: summary } : { before: summary }),
    fields: [],
    customised: sorted(component.customised),
    ...(component.source === undefined ? {} : { source: component.source }),
  };
}

function compared(base: PlanComponent, { component: head, depth }: Placed, comparing: ComparingComponents) {
  const fields = fieldsOf(base, head, comparing);
  const renamed = placeOf(base.urn) !== placeOf(head.urn);
  const change: ComponentChange = {
    status: statusOf(renamed, fields.length > 0),
    ...identityOf(head),
    ...(renamed ? { baseUrn: base.urn } : {}),
    ...(base.name === head.name ? {} : { baseName: base.name }),
    depth,
    before: summaryOf(base),
    after: summaryOf(head),
    fields,
    customised: sorted(head.customised),
    ...(head.source === undefined ? {} : { source: head.source }),
  };
  return change;
}

function identityOf(component: PlanComponent) {
  const { urn, noun, name } = component;
  return { urn, noun, name, label: labelOf(component) };
}

function statusOf(renamed: boolean, changed: boolean): ComponentStatus {
  if (renamed) return "renamed";
  return changed ? "changed" : "same";
}

function fieldsOf(base: PlanComponent, head: PlanComponent, comparing: ComparingComponents): FieldChange[] {
  const { reading, documents, movesCloud } = comparing;
  const own = [
    ...(movesCloud ? [] : differences(base.cloud, head.cloud, reading, ["cloud"])),
    ...inWholes(differences(base.spec, head.spec, reading), base.spec, head.spec),
    ...differences(sorted(base.customised), sorted(head.customised), reading, ["customised"]),
    ...(documents.get(head.urn) ?? []),
  ];
  return own.map(toField);
}

export function toField({ path, before, after }: Difference): FieldChange {
  return {
    path: pathText(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort(byText);
}
