import { type Answer, answerOf } from "./answers.js";
import type { Described, Row } from "./capabilities.js";
import { isPlain } from "./declared.js";
import { bug } from "./errors.js";
import { type Shape, shapeOf } from "./shape.js";
import { type Entry, isDepends, isFate, isVariant, native } from "./support.js";

/** One cloud's table at some place, or the entry of an option above, or of the noun, that answers for all within it. */
interface Site {
  readonly table: unknown;
  readonly at: string;
}

type Sites = ReadonlyMap<string, Site>;
type Place = Pick<Row, "noun" | "path" | "kind">;

/** Walks the tables of all clouds together. */
export function rowsOfNoun({ name, fields }: Described, tables: ReadonlyMap<string, unknown>): Row[] {
  const sites = [...tables].map(([cloud, table]) => {
    if (!isPlain(table)) throw bug(`${cloud} has no table of ${name}`);
    return [cloud, { table, at: "" }] as const;
  });
  const shapes = Object.entries(fields).map(([key, schema]) => [key, shapeOf(schema)]);
  return rowsOfFields(new Map(sites), { fields: Object.fromEntries(shapes) }, { noun: name, path: "" });
}

function rowsOfFields(sites: Sites, { fields = {} }: Shape, place: Place): Row[] {
  return keysOf(sites, Object.keys(fields)).flatMap((key) => {
    const path = place.path === "" ? key : `${place.path}.${key}`;
    return rowsOf(within(sites, key, path), fields[key] ?? {}, { ...place, path });
  });
}

function rowsOf(sites: Sites, shape: Shape, place: Place): Row[] {
  const { range, length, words = [] } = shape;
  const answers = answersOf(sites, place);
  if (answers) return [{ ...place, ...(range ? { range } : {}), ...(length ? { length } : {}), answers }];
  const keys = keysOf(change(sites, optionsOf), words);
  if (keys.includes("each")) {
    const path = `${place.path}.<name>`;
    return rowsOf(within(sites, "each", path), shape.each ?? {}, { ...place, path });
  }
  const fields = shape.fields ?? longForm(shape, keys);
  if (fields) return [...ownRow(sites, place), ...rowsOfFields(change(sites, optionsOf), { fields }, place)];
  const { kinds = {}, long = {} } = shape;
  return keys.flatMap((word) =>
    rowsOfWord(within(sites, word, place.path), word, kinds[word] ?? { fields: long }, place),
  );
}

/** The options of a long form, when the tables answer for them and not for words. */
function longForm({ long }: Shape, keys: readonly string[]): Shape["fields"] {
  return long && keys.every((key) => key in long) ? long : undefined;
}

/** An option with options of its own has a row where a cloud gives the whole a fate that is not a refusal. */
function ownRow(sites: Sites, place: Place): Row[] {
  if (![...sites.values()].some(({ table }) => isVariant(table))) return [];
  const answers = answersOf(change(sites, fateOfWhole), place);
  return answers ? [{ ...place, answers }] : [];
}

function rowsOfWord(sites: Sites, word: string, shape: Shape, place: Place): Row[] {
  const answers = answersOf(change(sites, selfOf), place);
  if (!answers) throw bug(`no fate for ${place.noun} ${place.path} ${word}`);
  const own = rowsOfFields(change(sites, optionsOf), shape, { ...place, kind: word });
  return [{ ...place, value: word, answers }, ...own];
}

/** Every cloud's answer; nothing while one of them tells more than one entry. */
function answersOf(sites: Sites, { path }: Place): Record<string, Answer> | undefined {
  if (![...sites.values()].every(({ table }) => isEntry(table))) return undefined;
  const answers = [...sites].map(([cloud, { table, at }]) => [
    cloud,
    answerOf(table as Entry, at === path || at === "" ? undefined : at),
  ]);
  return Object.fromEntries(answers);
}

function keysOf(sites: Sites, order: readonly string[]): string[] {
  const found = [...sites.values()].flatMap(({ table }) => (isEntry(table) ? [] : Object.keys(table as object)));
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...new Set(found)].sort((a, b) => rank(a) - rank(b));
}

function within(sites: Sites, key: string, path: string): Sites {
  const inner = [...sites].map(([cloud, site]) => {
    if (isEntry(site.table)) return [cloud, site] as const;
    const table = (site.table as Record<string, unknown>)[key];
    if (table === undefined) throw bug(`${cloud} has no answer to ${path}`);
    return [cloud, { table, at: path }] as const;
  });
  return new Map(inner);
}

function change(sites: Sites, part: (table: unknown) => unknown): Sites {
  return new Map([...sites].map(([cloud, { table, at }]) => [cloud, { table: part(table), at }]));
}

function selfOf(table: unknown): unknown {
  return isVariant(table) ? table.self : table;
}

function fateOfWhole(table: unknown): unknown {
  return isVariant(table) || isEntry(table) ? selfOf(table) : native();
}

function optionsOf(table: unknown): unknown {
  return isVariant(table) ? table.fields : table;
}

function isEntry(table: unknown): table is Entry {
  return isFate(table) || isDepends(table);
}
