import type { Operation } from "../diff/model.js";
import type { Observed, ObservedChange, ObservedProperty } from "../diff/observed.js";
import { secret, type Value, type Values } from "../plan/model.js";
import type { PreviewRecord, State, Step } from "./record.js";

const stackType = "pulumi:pulumi:Stack";

/** What the engine calls its steps, as changes of a resource. */
const operations: Readonly<Record<string, Operation>> = {
  create: "create",
  import: "create",
  update: "update",
  delete: "delete",
  replace: "replace",
  "create-replacement": "replace",
  "delete-replaced": "replace",
  "import-replacement": "replace",
  same: "same",
};

/** The engine's own words on every resource that it named. */
export function observedIn({ steps }: PreviewRecord): Observed {
  const groups = new Map<string, Step[]>();
  for (const step of steps) {
    if (!Object.hasOwn(operations, step.op) || (step.new ?? step.old)?.type === stackType) continue;
    groups.set(step.urn, [...(groups.get(step.urn) ?? []), step]);
  }
  return new Map([...groups].map(([urn, group]) => [urn, changeOf(group)]));
}

function changeOf(steps: readonly Step[]): ObservedChange {
  const replacing = steps.find(({ op }) => operations[op] === "replace" && op !== "delete-replaced");
  const step = replacing ?? steps.at(-1);
  if (step === undefined) return { operation: "same", replaceReasons: [], properties: [] };
  const id = step.old?.id;
  return {
    operation: operationOf(step),
    replaceReasons: replacing ? reasonsOf(step) : [],
    properties: propertiesOf(step),
    ...(replacing && deletesFirst(steps) ? { deletedFirst: true } : {}),
    ...(id === undefined ? {} : { id }),
    ...((step.new ?? step.old)?.protect ? { protected: true } : {}),
  };
}

function operationOf({ op, old, new: after }: Step): Operation {
  const operation = operations[op] ?? "same";
  return operation === "same" && old && after && old.urn !== after.urn ? "move" : operation;
}

/** The engine tells its steps in the order in which it takes them. */
function deletesFirst(steps: readonly Step[]): boolean {
  const ended = steps.findIndex(({ op }) => op === "delete-replaced");
  const made = steps.findIndex(({ op }) => op === "create-replacement");
  return ended !== -1 && made !== -1 && ended < made;
}

function reasonsOf({ keys, detailed = {} }: Step): string[] {
  const exact = Object.keys(detailed).filter((path) => detailed[path]?.kind.endsWith("-replace"));
  const covered = (key: string) =>
    exact.some((path) => path === key || (/^[.[]/.test(path.slice(key.length)) && path.startsWith(key)));
  return [...new Set([...exact, ...keys.filter((key) => !covered(key))])].sort();
}

/** What differs, by the provider's paths; what only the cloud fills in is no news to a reviewer. */
function propertiesOf(step: Step): ObservedProperty[] {
  if (!step.old || !step.new) return [];
  const { old, new: after } = step;
  const paths = [...new Set([...Object.keys(step.detailed ?? {}), ...undetailed(step)])].sort();
  return paths.flatMap((path) => propertyAt(path, old, after));
}

function undetailed({ keys, diffs, detailed = {} }: Step): string[] {
  const told = Object.keys(detailed).map((path) => path.split(/[.[]/)[0]);
  return [...keys, ...diffs].filter((key) => !told.includes(key));
}

function propertyAt(path: string, old: State, after: State): ObservedProperty[] {
  const [was, is] = [valueAt(old.inputs, path), valueAt(after.inputs, path)];
  if (was === undefined && is === undefined) return [];
  if (was === secret || is === secret) return [{ path, hidden: true }];
  return [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }];
}

/** `a.b[0]["c.d"]`. */
function valueAt(values: Values, path: string): Value | undefined {
  const parts = [...path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+)\]|([^.[\]]+)/g)];
  return parts.reduce<Value | undefined>((value, [, quoted, index, name]) => {
    if (Array.isArray(value)) return value[Number(index)] as Value | undefined;
    if (typeof value !== "object" || value === null) return undefined;
    const key = quoted?.replaceAll(/\\(.)/g, "$1") ?? name ?? index ?? "";
    return Object.hasOwn(value, key) ? (value as Values)[key] : undefined;
  }, values);
}
