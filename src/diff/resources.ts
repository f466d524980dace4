import type { Disruption, Effect } from "../core/review.js";
import type { PlanResource } from "../plan/model.js";
import { type Knowledge, propertyEffect, worstOf } from "./effects.js";
import type { Matching } from "./matching.js";
import type { Operation, PropertyChange, ResourceChange } from "./model.js";
import type { Observed, ObservedChange } from "./observed.js";
import type { Change, Pair } from "./pairs.js";
import { contains, parsePath, parsePaths, pathText } from "./paths.js";
import { byText, byUrn, nameIn, placeOf, typeIn } from "./urns.js";

/** A change with what only the diff itself needs of it. */
export interface Traced {
  readonly change: ResourceChange;
  readonly base?: PlanResource;
  readonly head?: PlanResource;
  /** Paths, or options, that make it anew. */
  readonly reasons: readonly string[];
  readonly follows: readonly string[];
}

export interface Tracing {
  readonly matching: Matching;
  readonly knowledge: Knowledge;
  readonly observed?: Observed;
}

interface Unit {
  readonly base?: PlanResource;
  readonly head?: PlanResource;
  readonly pair?: Pair;
}

/** What happens to each native resource; what stays the same is among them. */
export function traceResources(
  base: readonly PlanResource[],
  head: readonly PlanResource[],
  pairs: readonly Pair[],
  tracing: Tracing,
): Traced[] {
  const { baseOf, headOf } = tracing.matching;
  const units: Unit[] = [
    ...pairs.map((pair) => ({ base: pair.base, head: pair.head, pair })),
    ...head.filter(({ urn }) => !baseOf.has(urn)).map((one) => ({ head: one })),
    ...base.filter(({ urn }) => !headOf.has(urn)).map((one) => ({ base: one })),
  ].filter(({ base: old, head: now }: Unit) => (now ?? old)?.kind === "resource");
  const known = new Set(units.flatMap(({ base: old, head: now }) => [old?.urn, now?.urn]));
  const beyond = [...(tracing.observed ?? [])].filter(([urn]) => !known.has(urn) && isNative(urn));
  return [
    ...units.map((unit) => traced(unit, tracing)),
    ...beyond.map(([urn, seen]) => stranger(urn, seen, tracing)),
  ].sort((a, b) => byUrn(a.change, b.change));
}

function traced(unit: Unit, { matching, knowledge, observed }: Tracing): Traced {
  const resource = (unit.head ?? unit.base) as PlanResource;
  const seen = observed && (observed.get(unit.head?.urn ?? "") ?? observed.get(unit.base?.urn ?? "") ?? untouched);
  const operation = seen?.operation ?? predicted(unit);
  const isMade = operation === "replace";
  const changes = seen ? seenChanges(seen, resource.type, knowledge, unit.pair) : changesOf(unit.pair);
  const { base, head } = unit;
  const retained = operation === "delete" && base?.options.retainOnDelete === true;
  const first = isMade && (seen ? seen.deletedFirst === true : unit.pair?.deletedFirst === true);
  const effect = retained ? kept : effectOf({ operation, type: resource.type, changes, first }, knowledge);
  const id = seen?.id ?? (operation === "create" ? head?.options.import : undefined);
  const moved = base !== undefined && head !== undefined && placeOf(base.urn) !== placeOf(head.urn);
  const component = head?.component ?? (base?.component && (matching.headOf.get(base.component) ?? base.component));
  const says = effect.says ?? (operation === "create" && id !== undefined ? "taken over as it is" : undefined);
  const change: ResourceChange = {
    operation,
    urn: resource.urn,
    ...(moved ? { baseUrn: base.urn } : {}),
    type: resource.type,
    name: resource.name,
    ...(component === undefined ? {} : { component }),
    effect: effect.effect,
    ...(says === undefined ? {} : { says }),
    ...(first ? { deletedFirst: true } : {}),
    ...(isProtected(unit, operation, seen) ? { protected: true } : {}),
    ...(retained ? { retained: true } : {}),
    ...(id === undefined ? {} : { id }),
    properties: operation === "update" || isMade ? changes.map(toProperty) : [],
    ...(resource.source === undefined ? {} : { source: resource.source }),
  };
  const reasons = change.properties.filter(({ replaces }) => replaces).map(({ path }) => path);
  return {
    change,
    ...(base === undefined ? {} : { base }),
    ...(head === undefined ? {} : { head }),
    reasons: isMade
      ? [...new Set([...reasons, ...(seen?.replaceReasons ?? unit.pair?.reasons ?? [])])].sort()
      : reasons,
    follows: [...new Set(seen ? changes.flatMap(({ follows }) => follows ?? []) : unit.pair?.follows)].sort(byText),
  };
}

const untouched: ObservedChange = { operation: "same", replaceReasons: [], properties: [] };
const kept: Pick<Effect, "effect" | "says"> = {
  effect: "none",
  says: "stays in the cloud, nobody manages it any longer",
};

function predicted({ base, head, pair }: Unit): Operation {
  if (!pair) return head ? "create" : "delete";
  if (pair.replaced) return "replace";
  if (pair.changes.size > 0) return "update";
  return base && head && placeOf(base.urn) !== placeOf(head.urn) ? "move" : "same";
}

/** The engine refuses to delete what its state protects, and to replace what is still to be protected. */
function isProtected({ base, head }: Unit, operation: Operation, seen: ObservedChange | undefined): boolean {
  if (seen?.protected) return true;
  if (operation === "delete") return base?.options.protect === true;
  return head?.options.protect === true && (operation !== "replace" || base?.options.protect === true);
}

interface Known {
  readonly operation: Operation;
  readonly type: string;
  readonly changes: readonly Change[];
  readonly first: boolean;
}

function effectOf(
  { operation, type, changes, first }: Known,
  { typeEffects }: Knowledge,
): { readonly effect: Disruption; readonly says?: string } {
  const table = typeEffects(type);
  if (operation === "delete") return table.deleted;
  if (operation === "update") return worstOf(changes.map(({ known }) => known)) ?? { effect: "in-place" };
  if (operation !== "replace") return { effect: "none" };
  const whole = first ? (table.deletedFirst ?? table.replaced) : table.replaced;
  const causes = changes.filter(({ replaces, known }) => replaces && known.replaces).map(({ known }) => known);
  return worstOf([whole, ...causes]) ?? whole;
}

function changesOf(pair: Pair | undefined): Change[] {
  return [...(pair?.changes ?? [])].sort(([a], [b]) => byText(a, b)).map(([, change]) => change);
}

/** The engine's own list, with the effects that a table knows. */
function seenChanges(seen: ObservedChange, type: string, { typeEffects }: Knowledge, pair: Pair | undefined): Change[] {
  const replacing = parsePaths(seen.replaceReasons);
  const told = seen.properties.flatMap(({ path, ...rest }): Change[] => {
    const parsed = parsePath(path) ?? [path];
    const known = propertyEffect(typeEffects(type), parsed);
    const replaces = replacing.some((one) => contains(one, parsed) || contains(parsed, one));
    const follows = pair?.changes.get(pathText(parsed))?.follows;
    return [
      {
        path: parsed,
        ...rest,
        known,
        ...(replaces ? { replaces } : {}),
        ...(follows === undefined ? {} : { follows }),
      },
    ];
  });
  return told.sort((a, b) => byText(pathText(a.path), pathText(b.path)));
}

function toProperty({ path, before, after, hidden, known, replaces, follows }: Change): PropertyChange {
  return {
    path: pathText(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    effect: known.effect,
    ...(replaces ? { replaces } : {}),
    ...(follows === undefined ? {} : { follows }),
    ...(hidden ? { hidden } : {}),
  };
}

function isNative(urn: string): boolean {
  const type = typeIn(placeOf(urn));
  return urn.startsWith("urn:pulumi:") && !/^(pulumi:(providers|pulumi):|webtier:index:)/.test(type);
}

/** What the engine knows from its state, and neither plan names. */
function stranger(urn: string, seen: ObservedChange, tracing: Tracing): Traced {
  const place = placeOf(urn);
  const resource: PlanResource = {
    urn,
    kind: "resource",
    type: typeIn(place),
    name: nameIn(place),
    inputs: {},
    dependencies: [],
    propertyDependencies: {},
    options: {},
  };
  return traced(seen.operation === "create" ? { head: resource } : { base: resource }, tracing);
}
