import { isPlain } from "../../../src/core/declared.js";
import { type Inputs, isUnknown, type Resource } from "./resource.js";

/** Where the provider puts an input into a request. */
export interface Place {
  /** `Matcher.HttpCode`; `[]` for the entry of the same number, `[0]` for the first, `[+]` for one more. */
  readonly to: string;
  readonly as?: (value: unknown) => unknown;
  /** Whether the provider sends it. */
  readonly when?: (inputs: Inputs) => boolean;
  /** The value that need not be sent, as the service takes it for granted. */
  readonly unless?: unknown;
}

export interface Call {
  /** `elbv2 CreateTargetGroup` */
  readonly operation: string;
  readonly when?: (inputs: Inputs) => boolean;
  /** Whether it is made only where one of its inputs has to be sent. */
  readonly onDemand?: boolean;
  /** By path, `[]` for each entry of a list: what is a row of its own goes whole. */
  readonly inputs: Readonly<Record<string, Place | string | readonly (Place | string)[]>>;
  /** What the provider adds. */
  readonly adds?: Readonly<Record<string, unknown>>;
}

/** What the provider makes of one type's inputs. */
export interface TypeRow {
  readonly calls: readonly Call[];
  /** The input whose value the provider derives from the logical name. */
  readonly named?: string;
  /** What the provider takes for inputs that are left out, by path; below what is left out itself there are none. */
  readonly defaults?: Inputs;
  /** Inputs that reach no call, each with the reason. */
  readonly providerOnly?: Readonly<Record<string, string>>;
}

export interface Request {
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

export interface Requests {
  /** With the provider's own values. */
  readonly inputs: Inputs;
  readonly requests: readonly Request[];
  /** Inputs that no call takes. */
  readonly findings: readonly string[];
  /** `name -> elbv2 CreateTargetGroup Name` for each row that was used. */
  readonly used: readonly string[];
}

/** The requests that the provider makes of a resource. */
export function requestsOf(resource: Resource, row: TypeRow): Requests {
  const inputs = whole(resource, row);
  const rows = new Set([...row.calls.flatMap((call) => Object.keys(call.inputs)), ...onlyProviders(row)]);
  const leaves = leavesOf(inputs, "", rows);
  const given = new Set(leavesOf(resource.inputs, "", rows).map(({ pattern, indices }) => `${pattern} ${indices}`));
  const sent = row.calls.map((call) => fill(call, inputs, leaves));
  const kept = leaves.filter(({ pattern }) => onlyProviders(row).includes(pattern));
  return {
    inputs,
    requests: sent.flatMap(({ request }) => (request ? [request] : [])),
    findings: leaves
      .filter(({ pattern, indices }) => given.has(`${pattern} ${indices}`))
      .flatMap((leaf) => fateOf(leaf, row, sent)),
    used: [...sent.flatMap(({ used }) => used), ...kept.map(({ pattern }) => `${pattern} -> provider`)],
  };
}

/** Every row of a type, as `used` names them. */
export function rowsOf(row: TypeRow): string[] {
  const sent = row.calls.flatMap(({ operation, inputs }) =>
    Object.entries(inputs).flatMap(([path, places]) =>
      placesOf(places).map(({ to }) => `${path} -> ${operation} ${to}`),
    ),
  );
  return [...sent, ...onlyProviders(row).map((path) => `${path} -> provider`)];
}

interface Leaf {
  /** `conditions[].pathPattern.values[]` */
  readonly pattern: string;
  readonly indices: readonly number[];
  readonly value: unknown;
}

interface Sent {
  readonly request: Request | undefined;
  readonly taken: ReadonlySet<Leaf>;
  readonly used: readonly string[];
}

function onlyProviders({ providerOnly = {} }: TypeRow): string[] {
  return Object.keys(providerOnly);
}

/** With the names that the provider gives and the values that it takes for granted. */
function whole({ name, inputs }: Resource, { named, defaults = {} }: TypeRow): Inputs {
  const given = named === undefined ? inputs : { [named]: `${name}-0a1b2c3`, ...inputs };
  return Object.entries(defaults).reduce((all, [path, value]) => withDefault(all, path.split("."), value), given);
}

function withDefault(inputs: Inputs, [step = "", ...rest]: readonly string[], value: unknown): Inputs {
  if (rest.length === 0) return { ...inputs, [step]: inputs[step] ?? value };
  const name = step.replace("[]", "");
  const below = inputs[name];
  if (isPlain(below)) return { ...inputs, [name]: withDefault(below, rest, value) };
  if (!Array.isArray(below)) return inputs;
  return { ...inputs, [name]: below.map((one) => (isPlain(one) ? withDefault(one, rest, value) : one)) };
}

function leavesOf(value: unknown, pattern: string, rows: ReadonlySet<string>, indices: readonly number[] = []): Leaf[] {
  if (value === undefined) return [];
  const isWhole = rows.has(pattern);
  if (!isWhole && Array.isArray(value))
    return value.flatMap((one, index) => leavesOf(one, `${pattern}[]`, rows, [...indices, index]));
  if (!isWhole && isPlain(value))
    return Object.entries(value).flatMap(([key, one]) =>
      leavesOf(one, pattern === "" ? key : `${pattern}.${key}`, rows, indices),
    );
  return [{ pattern, indices, value }];
}

function placesOf(places: Call["inputs"][string]): Place[] {
  return [places].flat().map((one) => (typeof one === "string" ? { to: one } : (one as Place)));
}

function fill(call: Call, inputs: Inputs, leaves: readonly Leaf[]): Sent {
  const taken = new Set<Leaf>();
  const used: string[] = [];
  const body: Record<string, unknown> = {};
  if (call.when && !call.when(inputs)) return { request: undefined, taken, used };
  let isNeeded = !call.onDemand;
  for (const leaf of leaves) {
    for (const place of placesOf(call.inputs[leaf.pattern] ?? [])) {
      if (place.when && !place.when(inputs)) continue;
      taken.add(leaf);
      used.push(`${leaf.pattern} -> ${call.operation} ${place.to}`);
      if (place.unless !== undefined && place.unless === leaf.value) continue;
      isNeeded = true;
      put(body, place.to, leaf.indices, place.as ? place.as(leaf.value) : leaf.value);
    }
  }
  for (const [to, value] of Object.entries(call.adds ?? {})) put(body, to, [], value);
  return { request: isNeeded ? { operation: call.operation, body } : undefined, taken, used };
}

/** Every call that has a place for an input takes it. */
function fateOf(leaf: Leaf, row: TypeRow, sent: readonly Sent[]): string[] {
  if (onlyProviders(row).includes(leaf.pattern)) return [];
  const told = isUnknown(leaf.value) ? leaf.pattern : `${leaf.pattern} ${JSON.stringify(leaf.value)}`;
  const calls = row.calls.flatMap((call, index) => (leaf.pattern in call.inputs ? [{ call, sent: sent[index] }] : []));
  if (calls.length === 0) return [`${told} reaches no call that is known`];
  const dropping = calls.filter((one) => !one.sent?.taken.has(leaf));
  return dropping.map(({ call }) => `${told} is dropped by the provider before ${call.operation}`);
}

/** Sets a member, making what is around it. */
function put(body: Record<string, unknown>, to: string, indices: readonly number[], value: unknown): void {
  if (value === undefined) return;
  const steps = to.split(/\.|(?=\[)/);
  const left = [...indices];
  let around: Record<string | number, unknown> = body;
  steps.forEach((step, number) => {
    const key = keyOf(step, around, left);
    if (number === steps.length - 1) around[key] = value;
    else around[key] ??= steps[number + 1]?.startsWith("[") ? [] : {};
    around = around[key] as Record<string | number, unknown>;
  });
}

function keyOf(step: string, around: unknown, left: number[]): string | number {
  if (!step.startsWith("[")) return step;
  if (step === "[+]") return (around as unknown[]).length;
  return step === "[]" ? (left.shift() as number) : Number(step.slice(1, -1));
}
