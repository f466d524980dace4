import { type Disruption, disruptions, type PropertyEffect, type TypeDisruptions } from "../../../src/core/review.js";
import type { Fields, Shape } from "../schema.js";

interface Input {
  readonly path: string;
  /** The schema says that a change of it makes the resource anew. */
  readonly replaces: boolean;
}

/** Every input of a type, blocks and what is inside them, without indexes. */
export function inputsOf(fields: Fields, above = ""): Input[] {
  return Object.entries(fields).flatMap(([key, shape]) => {
    const [name = "", marks = ""] = key.split(" ");
    if (name === "*") return [];
    const path = above === "" ? name : `${above}.${name}`;
    return [{ path, replaces: marks.includes("~") }, ...insideOf(shape, path)];
  });
}

/** The row that counts for a path. */
export function rowFor({ properties }: TypeDisruptions, path: string): PropertyEffect | undefined {
  const begins = Object.keys(properties).filter((key) => path === key || path.startsWith(`${key}.`));
  const [longest = "*"] = begins.sort((one, other) => other.length - one.length);
  return properties[longest];
}

/** Where the rows of a type say otherwise than its schema. */
export function disagreements(rows: TypeDisruptions, fields: Fields): string[] {
  return inputsOf(fields).flatMap(({ path, replaces }) => {
    const row = rowFor(rows, path);
    if (row === undefined) return [`${path}: has no row`];
    if ((row.replaces === true) === replaces || isExcused(row)) return [];
    return [`${path}: ${replaces ? "replaces" : "does not replace"}`];
  });
}

/** What a provider finds by comparing is not in its schema. */
function isExcused({ source }: PropertyEffect): boolean {
  return source.includes("custom diff");
}

function insideOf(shape: Shape, path: string): Input[] {
  if (typeof shape === "string") return [];
  return Array.isArray(shape) ? insideOf(shape[0], path) : inputsOf(shape as Fields, path);
}

/** What a table says of a line of a real run: `update lb/listener:Listener [port]`; `, first` ends one whose old resource goes first. */
export function effectOfLine(table: Readonly<Record<string, TypeDisruptions>>, cloud: string, line: string): string {
  const [, verb = "", type = "", list = "", first] = /^(\w+) (\S+) \[(.*)\](, first)?$/.exec(line) ?? [];
  const rows = table[`${cloud}:${type}`];
  const paths = list.split(", ").map((path) => path.replaceAll(/\[\d+\]/g, ""));
  const found = paths.flatMap((path) => (rows && rowFor(rows, path)) ?? []);
  if (!rows || found.length < paths.length) return "no row";
  const isReplaced = found.some(({ replaces }) => replaces);
  if (isReplaced !== (verb === "replace")) return isReplaced ? "replaces" : "does not replace";
  const whole = first ? (rows.deletedFirst ?? rows.replaced) : rows.replaced;
  const effects = isReplaced ? [whole, ...found.filter(({ replaces }) => replaces)] : found;
  return effects.map(({ effect }) => effect).reduce((one, other) => worse(one, other));
}

function worse(one: Disruption, other: Disruption): Disruption {
  return disruptions.indexOf(one) > disruptions.indexOf(other) ? one : other;
}
