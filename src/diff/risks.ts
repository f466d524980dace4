import type { Disruption } from "../core/review.js";
import type { Plan } from "../plan/model.js";
import type { Consequences } from "./consequences.js";
import { severity } from "./effects.js";
import type { Risk } from "./model.js";
import type { Traced } from "./resources.js";
import { byText } from "./urns.js";

/** Where no table has words of its own. */
const meanings: Readonly<Record<Disruption, string>> = {
  none: "nothing is disturbed",
  "in-place": "is changed while it serves",
  rolling: "instances are replaced, some at a time",
  "connections-cut": "open connections are cut",
  "address-change": "its address changes",
  outage: "what it serves stops",
};

/** What may hurt; `label` gives the words for a component. */
export function risksOf(
  base: Plan,
  head: Plan,
  all: readonly Traced[],
  { label, consequences }: { readonly label: (urn: string) => string; readonly consequences: Consequences },
): Risk[] {
  const moved = movesCloud(base, head);
  const worth = all.filter((one) => isWorthTelling(one.change) && !consequences.isIdle(one));
  const told = moved ? worth.filter(({ change }) => change.operation !== "delete" || change.protected) : worth;
  const risks = told.map((one) => riskOf(one, label, consequences.followedBy(one))).sort(byWeight);
  return moved ? [moveRisk(base, head, all), ...risks] : risks;
}

export function movesCloud(base: Plan, head: Plan): boolean {
  return base.cloud !== undefined && head.cloud !== undefined && base.cloud !== head.cloud;
}

/** Replacements always; what goes, and updates, where they do more than change something in place. */
function isWorthTelling({ operation, effect, retained, protected: held }: Traced["change"]): boolean {
  if (operation === "replace") return true;
  if (operation === "delete" && held) return true;
  if (retained) return false;
  return (operation === "delete" || operation === "update") && severity(effect) > severity("in-place");
}

function riskOf(
  { change, reasons, follows }: Traced,
  label: (urn: string) => string,
  goesWith: readonly string[],
): Risk {
  const { operation, urn, type, name, component, effect, says, id, source, properties } = change;
  const refused = change.protected && (operation === "delete" || operation === "replace");
  const worst = properties.filter((one) => one.effect === effect).map(({ path }) => path);
  return {
    kind: kinds[operation] ?? "update",
    effect,
    urn,
    type,
    name,
    ...(component === undefined ? {} : { component: label(component) }),
    ...(refused ? { protected: true } : {}),
    ...(id === undefined ? {} : { id }),
    because: operation === "update" ? worst : reasons,
    follows: operation === "delete" ? goesWith : follows,
    says: refused ? `the engine refuses: it is protected` : (says ?? meanings[effect]),
    ...(source === undefined ? {} : { source }),
  };
}

const kinds: Readonly<Partial<Record<Traced["change"]["operation"], Risk["kind"]>>> = {
  delete: "destroy",
  replace: "replace",
};

function byWeight(a: Risk, b: Risk): number {
  const first = (risk: Risk) => (risk.kind === "destroy" || risk.protected ? 0 : 1);
  return first(a) - first(b) || severity(b.effect) - severity(a.effect) || byText(a.urn, b.urn);
}

/** One row for all: everything is made anew on another cloud. */
function moveRisk(base: Plan, head: Plan, all: readonly Traced[]): Risk {
  const count = (operation: string) =>
    all.filter(({ change }) => change.operation === operation && !change.retained).length;
  const { project, stack } = head;
  return {
    kind: "cloud",
    effect: "outage",
    urn: `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`,
    type: "pulumi:pulumi:Stack",
    name: stack,
    because: [],
    follows: [],
    says: `moves from ${base.cloud} to ${head.cloud}: ${made(count("create"))}, ${gone(count("delete"))}`,
  };
}

function made(count: number): string {
  return `${count} ${count === 1 ? "resource is" : "resources are"} made anew`;
}

function gone(count: number): string {
  return `${count} ${count === 1 ? "is" : "are"} destroyed`;
}
