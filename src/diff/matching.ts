import type { Plan, PlanAlias, PlanOptions } from "../plan/model.js";
import { byUrn, nameIn, placeOf, placeUnder, typeIn } from "./urns.js";

/** Which resource or component of one plan is which of the other. */
export interface Matching {
  /** URNs of the base by those of the head. */
  readonly baseOf: ReadonlyMap<string, string>;
  readonly headOf: ReadonlyMap<string, string>;
  /** The same for both sides of a match, in every stack and project. */
  readonly identityInBase: (urn: string) => string;
}

interface Entry {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly parent?: string;
  readonly kind?: string;
  readonly options: PlanOptions;
}

/** By URN, else by the aliases of the head, as the engine does: what an alias found is handed down to the children. */
export function matchPlans(base: Plan, head: Plan): Matching {
  const olds = new Map(entriesOf(base).map((entry) => [placeOf(entry.urn), entry]));
  const news = new Map(entriesOf(head).map((entry) => [entry.urn, entry]));
  const taken = new Set([...news.keys()].map(placeOf));
  const baseOf = new Map<string, string>();
  const former = new Map<string, string>();

  const visit = (entry: Entry): void => {
    const place = placeOf(entry.urn);
    const old = olds.get(place);
    if (old?.kind === entry.kind && old !== undefined) {
      baseOf.set(entry.urn, old.urn);
      return;
    }
    const alias = aliasesOf(entry, former).find((one) => !taken.has(one) && olds.get(one)?.kind === entry.kind);
    const found = alias === undefined ? undefined : olds.get(alias);
    if (alias === undefined || found === undefined) return;
    taken.add(alias);
    former.set(entry.urn, alias);
    baseOf.set(entry.urn, found.urn);
  };
  for (const entry of parentsFirst(news)) visit(entry);

  const headOf = new Map([...baseOf].map(([now, old]) => [old, now]));
  return { baseOf, headOf, identityInBase: (urn) => placeOf(headOf.get(urn) ?? urn) };
}

function entriesOf({ components, resources }: Plan): Entry[] {
  return [...components.map((one): Entry => ({ ...one, kind: "ours" })), ...resources].sort(byUrn);
}

function parentsFirst(entries: ReadonlyMap<string, Entry>): Set<Entry> {
  const found = new Set<Entry>();
  for (const entry of entries.values()) {
    const chain = new Set<Entry>();
    for (let one: Entry | undefined = entry; one && !found.has(one) && !chain.has(one); ) {
      chain.add(one);
      one = entries.get(one.parent ?? "");
    }
    for (const one of [...chain].reverse()) found.add(one);
  }
  return found;
}

/** Places that a resource may have had; `former` holds those of resources that an alias has found. */
function aliasesOf({ type, name, parent, options }: Entry, former: ReadonlyMap<string, string>): string[] {
  const collapse = (alias: PlanAlias): string => {
    if (typeof alias === "string") return placeOf(alias);
    const stated = text(alias.parent);
    const above = stated === undefined ? parent : (former.get(stated) ?? stated);
    const place = alias.noParent === true || above === undefined ? undefined : placeOf(above);
    return placeUnder(place, text(alias.type) ?? type, text(alias.name) ?? name);
  };
  const own = (options.aliases ?? []).map(collapse);
  const parentPlace = parent === undefined ? undefined : former.get(parent);
  if (parent === undefined || parentPlace === undefined) return own;
  const names = [placeUnder(undefined, type, name), ...own];
  return [...own, ...names.map((one) => inherited(one, nameIn(placeOf(parent)), parentPlace))];
}

/** A child whose name begins with its parent's is taken to have been renamed with it. */
function inherited(child: string, parent: string, former: string): string {
  const name = nameIn(child);
  const renamed = name.startsWith(parent) ? nameIn(former) + name.slice(parent.length) : name;
  return placeUnder(former, typeIn(child), renamed);
}

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
