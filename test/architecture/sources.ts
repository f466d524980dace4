import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import ts from "typescript";

export const root = resolve(__dirname, "../..");

export interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** One file of src. */
export interface Source {
  /** `core/check.ts`. */
  readonly path: string;
  /** Those that people write: without the clouds' lines in comments, which are generated. */
  readonly lines: number;
  /** The text without comments. */
  readonly code: string;
  /** Paths within src without an ending, or names of packages. */
  readonly imports: readonly Import[];
  readonly exportsDefault: boolean;
}

const folder = join(root, "src");
const generated = /^ +\* - [a-z]+: .*\n( +\* {3}.*\n)*/gm;
const printer = ts.createPrinter({ removeComments: true });

export const sources: readonly Source[] = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .sort()
  .map(readSource);

function readSource(path: string): Source {
  const text = readFileSync(join(folder, path), "utf8");
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return {
    path,
    lines: text.replace(generated, "").trimEnd().split("\n").length,
    code: printer.printFile(file),
    imports: file.statements.flatMap((statement) => importsOf(statement, path)),
    exportsDefault: file.statements.some(isDefault),
  };
}

function importsOf(statement: ts.Statement, path: string): Import[] {
  if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
  if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const name = statement.moduleSpecifier.text;
  const from = name.startsWith(".") ? relative(folder, join(folder, path, "..", name)).replace(/\.js$/, "") : name;
  return [{ from, typesOnly: hasTypesOnly(statement) }];
}

function hasTypesOnly(statement: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(statement)) {
    const named =
      statement.exportClause && ts.isNamedExports(statement.exportClause) ? statement.exportClause.elements : [];
    return statement.isTypeOnly || (named.length > 0 && named.every((one) => one.isTypeOnly));
  }
  const clause = statement.importClause;
  if (!clause) return false;
  const named = clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? clause.namedBindings.elements : [];
  const types = clause.phaseModifier === ts.SyntaxKind.TypeKeyword;
  return types || (!clause.name && named.length > 0 && named.every((one) => one.isTypeOnly));
}

function isDefault(statement: ts.Statement): boolean {
  if (ts.isExportAssignment(statement)) return true;
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
}
