import type { PreviewRecord, State } from "./record.js";

/** Steps that only look, and those that forget what was only read. */
const lookers = ["refresh", "read-discard", "discard", "discard-replaced"];
/** Steps that end what was there. */
const enders = ["delete", "delete-replaced", "read-discard", "discard-replaced", "remove-pending-replace"];

interface BothStates {
  readonly base: readonly State[];
  readonly head: readonly State[];
}

/** What is there, and what would be there after the preview. */
export function statesOf({ steps, linked }: PreviewRecord): BothStates {
  const told = steps.filter(({ op }) => !lookers.includes(op));
  const base = firstOf(told.flatMap((step) => step.old ?? []));
  const head = told.flatMap((step) => (step.new && !enders.includes(step.op) ? [step.new] : []));
  return linked ? { base, head } : { base: linkById(base, base), head: linkById(head, [...base, ...head]) };
}

/** A refresh and a deployment may both tell of a resource; what was there comes first. */
function firstOf(states: readonly State[]): State[] {
  return [...new Map([...states].reverse().map((state) => [state.urn, state])).values()];
}

/** Events do not say what a value came from; a known id or ARN tells whose it is. */
function linkById(states: readonly State[], owners: readonly State[]): State[] {
  const urns = new Map(owners.flatMap((owner) => identitiesOf(owner).map((id) => [id, owner.urn] as const)));
  return states.map((state) => ({ ...state, propertyDependencies: linksIn(state, urns) }));
}

function identitiesOf({ id, outputs }: State): string[] {
  return [id, outputs.arn, outputs.id].filter((one): one is string => typeof one === "string" && one.length > 6);
}

function linksIn({ urn, inputs }: State, urns: ReadonlyMap<string, string>): Record<string, readonly string[]> {
  const links = Object.entries(inputs).flatMap(([key, value]): [string, string[]][] => {
    const found = new Set(textsIn(value).flatMap((text) => urns.get(text) ?? []));
    found.delete(urn);
    return found.size === 0 ? [] : [[key, [...found].sort()]];
  });
  return Object.fromEntries(links);
}

function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
