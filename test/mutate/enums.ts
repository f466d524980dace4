import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export const root = join(__dirname, "../..");
const spec = join(root, "src/spec");

/** Words between which a program chooses, and the file that declares them with one more. */
export interface Enum {
  readonly label: string;
  readonly words: readonly string[];
  readonly file: string;
  readonly widened: string;
}

/** Where a word is added, and the words that are there. */
interface Place {
  readonly at: number;
  readonly words: readonly string[];
  readonly addition: string;
  /** The option or type that is declared here. */
  readonly name: string | undefined;
}

/** Every choice in the neutral specs: unions of words with their schemas, and unions of kinds. */
export function enumsOfSpecs(): Enum[] {
  const files = readdirSync(spec).filter((name) => name.endsWith(".ts"));
  return files.flatMap((name) => enumsOf(join(spec, name), name));
}

function enumsOf(file: string, name: string): Enum[] {
  const text = readFileSync(file, "utf8");
  const places = placesIn(ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true));
  const key = ({ words }: Place) => [...words].sort().join();
  return [...new Set(places.map(key))].flatMap((choice) => {
    const group = places.filter((place) => key(place) === choice);
    const declared = group.find((place) => place.name !== undefined);
    if (!declared) return [];
    return [{ label: `${name} ${declared.name}`, words: declared.words, file, widened: insert(text, group) }];
  });
}

function insert(text: string, places: readonly Place[]): string {
  const backwards = [...places].sort((a, b) => b.at - a.at);
  return backwards.reduce((all, { at, addition }) => all.slice(0, at) + addition + all.slice(at), text);
}

function placesIn(node: ts.Node): Place[] {
  const inside: Place[] = [];
  node.forEachChild((child) => {
    inside.push(...placesIn(child));
  });
  const own = (ts.isUnionTypeNode(node) && unionAt(node)) || (ts.isArrayLiteralExpression(node) && schemaAt(node));
  return own ? [own, ...inside] : inside;
}

function unionAt(node: ts.UnionTypeNode): Place | undefined {
  const words = node.types.flatMap((type) => literalOf(type) ?? []);
  const kinds = node.types.flatMap((type) => kindOf(type) ?? []);
  const [first] = node.types;
  if (words.length === node.types.length && first) {
    return { at: node.end, words, addition: ` | ${wordLike(first)}`, name: nameAbove(node) };
  }
  if (kinds.length < node.types.length) return undefined;
  return { at: node.end, words: kinds, addition: ' | { readonly kind: "mutant" }', name: nameAbove(node) };
}

/** `z.enum([…])` and `z.literal([…])`. */
function schemaAt(node: ts.ArrayLiteralExpression): Place | undefined {
  const [first] = node.elements;
  const call = node.parent;
  if (!first || !ts.isCallExpression(call) || !/^z\.(enum|literal)$/.test(call.expression.getText())) return undefined;
  const words = node.elements.map((element) => (ts.isLiteralExpression(element) ? element.text : element.getText()));
  return { at: node.elements.end, words, addition: `, ${wordLike(first)}`, name: undefined };
}

function wordLike(node: ts.Node): string {
  return /^\d/.test(node.getText()) ? "999" : '"mutant"';
}

function literalOf(type: ts.TypeNode): string | undefined {
  return ts.isLiteralTypeNode(type) && ts.isLiteralExpression(type.literal) ? type.literal.text : undefined;
}

function kindOf(type: ts.TypeNode): string | undefined {
  if (!ts.isTypeLiteralNode(type)) return undefined;
  const kind = type.members.filter(ts.isPropertySignature).find((one) => one.name.getText() === "kind");
  return kind?.type && literalOf(kind.type);
}

/** Of the option whose type this is; nothing for keys that a type leaves out, and for types within functions. */
function nameAbove(node: ts.Node): string | undefined {
  const above = node.parent;
  if (ts.isTypeReferenceNode(above) && above.typeName.getText() === "Omit") return undefined;
  if (ts.isPropertySignature(above)) return `${nameAbove(above) ?? ""}.${above.name.getText()}`.replace(/^\./, "");
  if (ts.isInterfaceDeclaration(above) || ts.isTypeAliasDeclaration(above)) return above.name.text;
  return ts.isTypeNode(above) ? nameAbove(above) : undefined;
}
