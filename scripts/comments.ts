import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Capabilities } from "../src/core/capabilities.js";
import { cloudLines, type Option } from "./cloud-lines.js";

export interface Spec {
  readonly path: string;
  readonly text: string;
}

/** A public option in its file, with the comment above it. */
export interface Documented extends Option {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly indent: string;
  readonly comment: string;
}

const width = 120;

export function readSpecs(folder: string): Spec[] {
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  return files.map((file) => ({ path: join(folder, file), text: readFileSync(join(folder, file), "utf8") }));
}

/** Every option of every noun's arguments, at any depth. */
export function documented(specs: readonly Spec[], nouns: readonly string[]): Documented[] {
  const files = specs.map(({ path, text }) => ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  const types = new Map<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>();
  for (const statement of files.flatMap((file) => [...file.statements])) {
    if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement))
      types.set(statement.name.text, statement);
  }
  return nouns.flatMap((noun) => optionsOfType(types, `${noun}Args`, { noun, path: "" }));
}

type Types = ReadonlyMap<string, ts.InterfaceDeclaration | ts.TypeAliasDeclaration>;

function optionsOfType(types: Types, name: string, place: Option): Documented[] {
  const type = types.get(name);
  if (!type) return [];
  return ts.isInterfaceDeclaration(type)
    ? optionsOf(types, type.members, place)
    : optionsInside(types, type.type, place);
}

function optionsOf(types: Types, members: ts.NodeArray<ts.TypeElement>, place: Option): Documented[] {
  return members.filter(ts.isPropertySignature).flatMap((member) => {
    const name = member.name.getText();
    const word = wordOf(member);
    if (name === "kind" && word !== undefined) return [describe(member, { noun: place.noun, path: place.path, word })];
    const inner: Option = { ...place, path: place.path === "" ? name : `${place.path}.${name}` };
    const inside = member.type ? optionsInside(types, member.type, inner) : [];
    const kindsApart = inside.some((option) => option.path === inner.path && option.word !== undefined);
    return [describe(member, { ...inner, kindsApart }), ...inside];
  });
}

/** Options within an option: of a type of its own, of each entry of a record, of each kind. */
function optionsInside(types: Types, type: ts.TypeNode, place: Option): Documented[] {
  if (ts.isArrayTypeNode(type)) return optionsInside(types, type.elementType, place);
  if (ts.isUnionTypeNode(type)) return type.types.flatMap((one) => optionsInside(types, one, place));
  if (ts.isTypeLiteralNode(type)) {
    const kind = type.members
      .filter(ts.isPropertySignature)
      .map(wordOf)
      .find((word) => word !== undefined);
    return optionsOf(types, type.members, kind === undefined ? place : { ...place, kind });
  }
  if (!ts.isTypeReferenceNode(type)) return [];
  const [, value] = type.typeArguments ?? [];
  if (type.typeName.getText() === "Record" && value)
    return optionsInside(types, value, { ...place, path: `${place.path}.<name>` });
  return optionsOfType(types, type.typeName.getText(), place);
}

function wordOf({ type }: ts.PropertySignature): string | undefined {
  return type && ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? type.literal.text : undefined;
}

function describe(member: ts.PropertySignature, option: Option): Documented {
  const file = member.getSourceFile();
  const range = ts.getLeadingCommentRanges(file.text, member.pos)?.at(-1);
  const start = range?.pos ?? member.getStart();
  const end = range?.end ?? start;
  const indent = " ".repeat(file.getLineAndCharacterOfPosition(member.getStart()).character);
  return { ...option, file: file.fileName, start, end, indent, comment: file.text.slice(start, end) };
}

/** The lines that a comment says of clouds, each in one piece. */
export function linesOf({ comment }: Documented, clouds: readonly string[]): string[] {
  const { lines } = split(comment, clouds);
  return lines;
}

/** The comment with what the tables say of an option now; what people wrote stays. */
export function renewed(option: Documented, document: Capabilities): string {
  const { words } = split(option.comment, Object.keys(document.clouds));
  const lines = cloudLines(document, option).flatMap((line) => wrapped(line, width - option.indent.length - 3));
  if (lines.length === 0 && words.length === 1) return `/** ${words[0]} */`;
  const all = [...words, ...(lines.length > 0 ? ["", ...lines] : [])];
  const body = all.map((line) => `${option.indent} *${line === "" ? "" : ` ${line}`}`);
  return ["/**", ...body, `${option.indent} */`].join("\n");
}

export function renewSpec({ path, text }: Spec, options: readonly Documented[], document: Capabilities): string {
  const own = options.filter(({ file }) => file === path).sort((a, b) => b.start - a.start);
  return own.reduce(
    (all, option) => all.slice(0, option.start) + renewed(option, document) + all.slice(option.end),
    text,
  );
}

function split(comment: string, clouds: readonly string[]): { words: string[]; lines: string[] } {
  const text = comment.replace(/^\/\*\*\s?|\s*\*\/$/g, "");
  const all = text.split("\n").map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  const first = all.findIndex((line) => clouds.some((cloud) => line.startsWith(`- ${cloud}: `)));
  const words = first < 0 ? all : all.slice(0, first);
  const lines =
    first < 0
      ? []
      : all
          .slice(first)
          .join("\n")
          .replace(/\n {2,}/g, " ")
          .split("\n");
  return { words: words.join("\n").trim().split("\n"), lines: lines.filter((line) => line !== "") };
}

function wrapped(line: string, columns: number): string[] {
  const rows: string[] = [];
  for (const word of line.split(" ")) {
    const last = rows.at(-1);
    if (last !== undefined && last.length + word.length < columns) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(last === undefined ? word : `  ${word}`);
  }
  return rows;
}
