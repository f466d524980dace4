import type { PropertyEffect, TypeDisruptions } from "../core/review.js";
import { type PlanResource, unknown, type Value, type Values } from "../plan/model.js";
import { isValues } from "../plan/words.js";
import { type Difference, differences, own, type Reading, textsIn, without } from "./differences.js";
import { propertyEffect, worstOf } from "./effects.js";
import type { Matching } from "./matching.js";
import { contains, type Path, parsePaths, pathText } from "./paths.js";
import { holdsSecret } from "./secrets.js";
import { byText } from "./urns.js";

/** A change of a property, with what a table knows of it. */
export interface Change extends Difference {
  readonly known: PropertyEffect;
  readonly replaces?: true;
  /** Name of the resource made anew that its value comes from. */
  readonly follows?: string;
}

/** A native resource, or one that is only read, of both plans. */
export interface Pair {
  readonly base: PlanResource;
  readonly head: PlanResource;
  readonly table: TypeDisruptions;
  readonly ignored: readonly Path[];
  /** Paths whose change makes it anew because the program says so. */
  readonly replacing: readonly Path[];
  readonly changes: Map<string, Change>;
  /** Names of what it follows. */
  readonly follows: Set<string>;
  /** Reasons that are no properties. */
  readonly reasons: Set<string>;
  replaced: boolean;
  deletedFirst: boolean;
}

export interface Comparing {
  readonly matching: Matching;
  readonly reading: Reading;
  readonly table: (type: string) => TypeDisruptions;
  /** Whether its provider is one of Terraform behind Pulumi's bridge, as those of all clouds with a review are. */
  readonly isBridged: (type: string) => boolean;
  /** Differences of documents, by URN of the head. */
  readonly documents: ReadonlyMap<string, readonly Difference[]>;
}

/** What differs between two resources themselves. */
export function pairOf(base: PlanResource, head: PlanResource, comparing: Comparing): Pair {
  const pair: Pair = {
    base,
    head,
    table: comparing.table(head.type),
    ignored: parsePaths(head.options.ignoreChanges),
    replacing: parsePaths(head.options.replaceOnChanges),
    changes: new Map(),
    follows: new Set(),
    reasons: new Set(),
    replaced: base.kind === "read" && base.id !== head.id,
    deletedFirst: head.options.deleteBeforeReplace ?? (comparing.isBridged(head.type) && isNamed(head)),
  };
  if (base.kind === "read") return pair;
  const direct = inInputs(pair, comparing.reading);
  const documents = (comparing.documents.get(head.urn) ?? []).filter(
    ({ path }) => !direct.some((one) => contains(one.path, path)),
  );
  const found = [...direct, ...documents];
  for (const one of [...found, ...inOrigins(pair, found, comparing.matching)]) addChange(pair, one);
  if (isTriggered(pair, comparing.reading)) pair.reasons.add("replacementTrigger");
  pair.replaced ||= pair.reasons.size > 0;
  return pair;
}

/** Says whether it was new; a change of an ignored property is none. */
export function addChange(pair: Pair, difference: Difference, follows?: string): boolean {
  const key = pathText(difference.path);
  if (pair.changes.has(key) || pair.ignored.some((one) => contains(one, difference.path))) return false;
  const effects = leafPaths(difference).map((path) => propertyEffect(pair.table, path));
  const known = worstOf(effects) ?? propertyEffect(pair.table, difference.path);
  const replaces = effects.some((one) => one.replaces) || isReplacing(pair, difference.path);
  pair.changes.set(key, {
    ...difference,
    known,
    ...(replaces ? { replaces: true } : {}),
    ...(follows === undefined ? {} : { follows }),
  });
  pair.replaced ||= replaces;
  return true;
}

function inInputs({ base, head, ignored }: Pair, reading: Reading): Difference[] {
  const before = ignored.reduce<Value>(without, base.inputs);
  const after = ignored.reduce<Value>(without, head.inputs);
  return differences(before, after, reading);
}

/** Values that only a deployment knows differ when they come from other resources than before. */
function inOrigins({ base, head }: Pair, found: readonly Difference[], { identityInBase }: Matching): Difference[] {
  const identities = (urns: readonly string[] = []) => [...new Set(urns.map(identityInBase))].sort(byText).join("\n");
  const told = new Set(found.map(({ path }) => path[0]));
  return Object.keys(head.propertyDependencies)
    .filter((key) => Object.hasOwn(base.inputs, key) && !told.has(key))
    .filter((key) => identities(base.propertyDependencies[key]) !== identities(head.propertyDependencies[key]))
    .flatMap((key) => textsIn(own(head.inputs, key), isOpen, [key]))
    .map((path) => ({ path, before: textAt(base.inputs, path), after: textAt(head.inputs, path) }));
}

/** Whether a text may be another in a deployment: a secret has a fingerprint though nobody knows its value yet. */
export function isOpen(text: string): boolean {
  return text.includes(unknown) || holdsSecret(text);
}

export function textAt(inputs: Values, path: Path): string {
  const inside = (value: unknown, step: string | number) =>
    (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
  return String(path.reduce<unknown>(inside, inputs));
}

/** The engine compares triggers that both sides have. */
function isTriggered({ base, head }: Pair, reading: Reading): boolean {
  const [before, after] = [base.options.replacementTrigger, head.options.replacementTrigger];
  const both = before !== undefined && before !== null && after !== undefined && after !== null;
  return both && differences(before, after, reading).length > 0;
}

/** The bridge takes a name that the program gives to be the only one of its kind: the old one must go first. */
function isNamed({ inputs }: PlanResource): boolean {
  return typeof inputs.name === "string";
}

function isReplacing({ replacing }: Pair, path: Path): boolean {
  return replacing.some((one) => contains(one, path) || contains(path, one));
}

/** The ends of what only one side has; else the difference itself. */
function leafPaths({ path, before, after }: Difference): Path[] {
  return before === undefined || after === undefined ? leavesOf(before ?? after ?? null, path) : [path];
}

function leavesOf(value: Value, path: Path): Path[] {
  if (Array.isArray(value) && value.length > 0) return value.flatMap((one: Value, at) => leavesOf(one, [...path, at]));
  if (!isValues(value) || Object.keys(value).length === 0) return [path];
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}
