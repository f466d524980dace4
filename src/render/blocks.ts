import type { Topology } from "../diff/model.js";

/** A piece of a line. `words` and `strong` are ours and known when this was written; all else comes from a diff. */
export type Span =
  | { readonly kind: "words" | "strong"; readonly text: string }
  /** Of an operation: `+`. */
  | { readonly kind: "sign"; readonly text: string }
  /** A sentence. */
  | { readonly kind: "prose"; readonly text: string }
  /** A name or a value; `loud` when it is what to look at. */
  | { readonly kind: "code" | "loud"; readonly text: string }
  /** What follows stands on its own line where there is room. */
  | { readonly kind: "break" }
  /** What a line of a program made. */
  | { readonly kind: "made"; readonly text: string; readonly source: string }
  /** Where more can be read. */
  | { readonly kind: "place"; readonly text: string };

export type Line = readonly Span[];

export interface Item {
  readonly line: Line;
  readonly inner?: readonly Line[];
}

export interface Table {
  readonly kind: "table";
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Line[])[];
}

export type Block =
  | Table
  | { readonly kind: "line"; readonly line: Line }
  | { readonly kind: "list"; readonly items: readonly Item[] }
  | { readonly kind: "output"; readonly text: string }
  | { readonly kind: "topology"; readonly topology: Topology }
  | { readonly kind: "fold"; readonly title: Line; readonly blocks: readonly Block[] };

export interface Section {
  readonly title: string;
  /** How much more there is that does not change. */
  readonly aside?: string | undefined;
  readonly blocks: readonly Block[];
  /** The reader who has little time passes it by. */
  readonly folded?: true;
}

/** What one stack has to say, the most important first. */
export interface Story {
  readonly name: Line;
  readonly verdict: Line;
  readonly failed: boolean;
  /** What is compared with what. */
  readonly sides: Line;
  readonly sections: readonly Section[];
  /** How it was made, and what that cannot show. */
  readonly footing: readonly string[];
}

export function words(text: string): Span {
  return { kind: "words", text };
}

export function strong(text: string): Span {
  return { kind: "strong", text };
}

export function sign(text: string): Span {
  return { kind: "sign", text };
}

/** On one line, whatever it was written on. */
export function prose(text: string): Span {
  return { kind: "prose", text: text.trim().replaceAll(/\s*\n\s*/g, "; ") };
}

export function code(text: string): Span {
  return { kind: "code", text };
}

/** With a way to the line that made it, when that line is in the program that is read. */
export function made(text: string, source: string | undefined): Span {
  return source === undefined ? code(text) : { kind: "made", text, source };
}

/** The first few of what may be many. */
export function some(lines: readonly Line[], most: number): Line {
  const { shown, more } = cut(lines, most);
  return joined(more === 0 ? shown : [...shown, [words(`${more} more`)]], ", ");
}

export function joined(lines: readonly Line[], between: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [words(between), ...line]));
}

/** The first rows, and how many more there are. */
export function cut<T>(all: readonly T[], most: number): { readonly shown: readonly T[]; readonly more: number } {
  const shown = all.length > most ? all.slice(0, most) : all;
  return { shown, more: all.length - shown.length };
}

/** Nothing for no rows: no heading stands alone. */
export function tableOf(columns: readonly string[], rows: readonly (readonly Line[])[], most: number): Block[] {
  const { shown, more } = cut(rows, most);
  return shown.length === 0 ? [] : [{ kind: "table", columns, rows: shown }, ...andMore(more)];
}

export function listOf(items: readonly Item[], most: number): Block[] {
  const { shown, more } = cut(items, most);
  return shown.length === 0 ? [] : [{ kind: "list", items: shown }, ...andMore(more)];
}

export function lineOf(...line: Span[]): Block {
  return { kind: "line", line };
}

export function sectionOf(title: string, blocks: readonly Block[], aside?: string): Section[] {
  return blocks.length === 0 ? [] : [{ title, blocks, aside }];
}

/** `2 others unchanged`. */
export function othersOf(count: number, isTold: boolean): string | undefined {
  return count === 0 || !isTold ? undefined : `${counted(count, "other")} unchanged`;
}

export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function andMore(more: number): Block[] {
  return more === 0 ? [] : [lineOf(words(`and ${more} more`))];
}
