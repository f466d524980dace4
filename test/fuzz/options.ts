import type { Told } from "../../src/core/answers.js";
import type { Row } from "../../src/core/capabilities.js";
import { isDeclared, isPlain } from "../../src/core/declared.js";
import type { Facets } from "../../src/core/support.js";
import { keyOf, valuesOf } from "../probe/samples.js";
import type { Chooser } from "./chooser.js";
import { toldOf } from "./rows.js";

type Loose = Record<string, unknown>;

/** What options of one noun are chosen from. */
export interface Choices {
  readonly cloud: string;
  readonly noun: string;
  readonly rows: readonly Row[];
  readonly facets: Facets;
  readonly choose: Chooser;
  /** Values that only this program has, by option and word. */
  readonly samples?: Readonly<Record<string, readonly unknown[]>>;
}

/** Options that others cannot do without, within what holds them. */
const required = new Set([
  "Tier.egress.to",
  "Tier.access.port",
  "Tier.access.from",
  "BackendSet.healthCheck",
  "BackendSet.healthCheck.protocol",
  "BackendSet.members.<name>.address",
  "DynamicGroupPolicy.allow",
  "DynamicGroupPolicy.allow.verb",
  "DynamicGroupPolicy.allow.resource",
  "Image.instance",
  "InstanceTemplate.image",
  "InstanceTemplate.machine",
  "InstancePool.autoscaling.scaleOut.above",
  "InstancePool.autoscaling.scaleOut.add",
  "InstancePool.autoscaling.scaleIn.below",
  "InstancePool.autoscaling.scaleIn.remove",
  "InstancePool.autoscaling.schedules.<name>.cron",
  "InstancePool.autoscaling.schedules.<name>.timeZone",
  "InstancePool.alarms.notify",
]);

const lists = new Set(["Tier.egress", "Tier.access", "DynamicGroupPolicy.allow"]);

/** Some of the options that a cloud takes at a place, each with a value that it takes. */
export function optionsAt(choices: Choices, at = "", kind?: string): Loose {
  const start = at === "" ? "" : `${at}.`;
  const below = rowsBelow(choices, start).filter((row) => row.kind === undefined || row.kind === kind);
  const keys = [...new Set(below.map(({ path }) => path.slice(start.length).split(".")[0] as string))];
  const entries = keys
    .filter((key) => isWanted(choices, `${start}${key}`))
    .map((key) => [key, valueAt(choices, `${start}${key}`, kind)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Values that a cloud takes of one word or number, under these facets. */
export function wordsAt({ cloud, noun, rows, facets }: Choices, path: string): string[] {
  return rows
    .filter((row) => row.noun === noun && row.path === path && isTaken(toldOf(row, cloud, facets)))
    .flatMap(({ value }) => value ?? []);
}

export function isTaken(told: Told | undefined): told is Told {
  return told !== undefined && told.fate !== "unsupported";
}

function rowsBelow({ noun, rows }: Choices, start: string): Row[] {
  return rows.filter((row) => row.noun === noun && row.path.startsWith(start));
}

function isWanted({ noun, choose }: Choices, path: string): boolean {
  return required.has(`${noun}.${path}`) || choose.maybe(`${noun}.${path}`);
}

/** Nothing where the cloud takes nothing. */
export function valueAt(choices: Choices, path: string, kind?: string): unknown {
  const { noun, cloud, rows, facets } = choices;
  const own = rows.filter((row) => row.noun === noun && row.path === path && row.kind === kind);
  const taken = own.filter((row) => isTaken(toldOf(row, cloud, facets)));
  if (own.length > 0 && taken.length === 0) return undefined;
  if (own.some(({ value }) => value !== undefined)) return wordOf(choices, taken);
  const below = rowsBelow(choices, `${path}.`);
  if (below.length > 0) return holderOf(choices, path, below);
  const [row] = taken;
  return row && leafOf(choices, row);
}

function wordOf(choices: Choices, taken: readonly Row[]): unknown {
  const { noun, choose } = choices;
  const { path, value: word } = choose.one(
    `${noun}.${taken[0]?.path}`,
    taken.map(({ path, value }) => ({ path, value })),
  );
  const row = taken.find(({ value }) => value === word) as Row;
  const plain = valuesFor(choices, row);
  if (plain.length === 0) return undefined;
  const value = choose.one(keyOf(row), plain);
  return isPlain(value) && !isDeclared(value) ? { ...value, ...optionsAt(choices, path, word) } : value;
}

function holderOf(choices: Choices, path: string, below: readonly Row[]): unknown {
  const { noun, choose } = choices;
  if (below.some((row) => row.path.startsWith(`${path}.<name>`))) {
    const names = choose.some(`${noun}.${path}.<name>`, ["one", "two", "three"]);
    const entries = names.map((name) => [name, elementAt(choices, `${path}.<name>`)]);
    return nonEmpty(Object.fromEntries(entries.filter(([, element]) => nonEmpty(element as object))));
  }
  if (!lists.has(`${noun}.${path}`)) return nonEmpty(optionsAt(choices, path));
  const count = choose.one(`${noun}.${path}.length`, [1, 2, 3]);
  return Array.from({ length: count }, () => optionsAt(choices, path));
}

/** An entry of a record: options, or a value of its own. */
function elementAt(choices: Choices, path: string): unknown {
  return rowsBelow(choices, `${path}.`).length > 0 ? optionsAt(choices, path) : valueAt(choices, path);
}

function nonEmpty(value: object): object | undefined {
  return Object.keys(value).length === 0 ? undefined : value;
}

function leafOf(choices: Choices, row: Row): unknown {
  const values = valuesFor(choices, row);
  return values.length === 0 ? undefined : choices.choose.one(keyOf(row), values);
}

function valuesFor({ samples = {}, cloud, facets }: Choices, row: Row): readonly unknown[] {
  const own = samples[keyOf(row)];
  if (own) return own;
  const told = toldOf(row, cloud, facets);
  return valuesOf(row, told && commonRange(row.range, told.range)).filter((value) => fits(value, told));
}

type Range = readonly [number, number];

/** What both the option and the cloud take. */
function commonRange(neutral: Range | undefined, own: Range | undefined): Range | undefined {
  if (!neutral || !own) return own ?? neutral;
  return [Math.max(neutral[0], own[0]), Math.min(neutral[1], own[1])];
}

function fits(value: unknown, told: Told | undefined): boolean {
  if (typeof value === "number" && told?.range) return value >= told.range[0] && value <= told.range[1];
  if (typeof value === "string" && told?.length)
    return value.length >= told.length[0] && value.length <= told.length[1];
  return true;
}
