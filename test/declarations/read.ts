import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Declaration, ObjectShape, Shape, Table } from "./table.js";

const root = join(__dirname, "../..");

interface Reading {
  readonly checker: ts.TypeChecker;
  readonly objects: Record<string, ObjectShape>;
}

/** Reads the types that a cloud's `resources.ts` lists from the declarations and constructors of its SDK. */
export function readTable(cloud: string): Table {
  const file = join(root, "src/clouds", cloud, "resources.ts");
  const program = ts.createProgram([file], {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    strict: true,
    skipLibCheck: true,
    types: [],
  });
  const reading: Reading = { checker: program.getTypeChecker(), objects: {} };
  const source = program.getSourceFile(file);
  const list = source?.statements.find((one) => ts.isInterfaceDeclaration(one) && one.name.text === "Types");
  if (!list) throw new Error(`${file} has no interface Types`);
  const tokens = reading.checker.getTypeAtLocation(list).getProperties();
  const types = tokens.map((token) => {
    const args = reading.checker.getTypeOfSymbol(token);
    return [token.name, readDeclaration(reading, token.name, args)] as const;
  });
  const manifest = JSON.parse(readFileSync(join(root, `node_modules/@pulumi/${cloud}/package.json`), "utf8"));
  return {
    sdk: manifest.version.replace(/^v/, ""),
    types: sorted(Object.fromEntries(types)),
    objects: sorted(reading.objects),
  };
}

/** One line for each type and object. */
export function renderTable({ sdk, types, objects }: Table): string {
  const lines = (record: Readonly<Record<string, unknown>>) =>
    Object.entries(record)
      .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(",\n");
  return `{\n  "sdk": "${sdk}",\n  "types": {\n${lines(types)}\n  },\n  "objects": {\n${lines(objects)}\n  }\n}\n`;
}

function readDeclaration(reading: Reading, token: string, args: ts.Type): Declaration {
  const { checker } = reading;
  const declarations = args.symbol.declarations?.[0]?.getSourceFile();
  const module = declarations && checker.getSymbolAtLocation(declarations);
  if (!declarations || !module) throw new Error(`${token} is not declared by an SDK`);
  const script = readFileSync(declarations.fileName.replace(/\.d\.ts$/, ".js"), "utf8");
  if (!script.includes(`__pulumiType = '${token}'`))
    throw new Error(`${token} is not what ${declarations.fileName} makes`);
  const name = token.split(":")[2];
  const resource = checker.getExportsOfModule(module).find((one) => one.name === name);
  if (!resource) throw new Error(`${declarations.fileName} exports no ${name}`);
  const taken = new Set(matches(script, /resourceInputs\["(\w+)"\] = [^;]*\bargs\b/g));
  const inputs = fieldsOf(reading, args).filter(([key]) => taken.has(key));
  const outputs = fieldsOf(reading, checker.getDeclaredTypeOfSymbol(resource)).filter(([key]) => !key.startsWith("_"));
  return {
    inputs: sorted(Object.fromEntries(inputs)),
    required: [...new Set(matches(script, /Missing required property '(\w+)'/g))].sort(),
    outputs: sorted(Object.fromEntries([...outputs, ["id", "string"], ["urn", "string"]])),
  };
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function fieldsOf(reading: Reading, type: ts.Type): [string, Shape][] {
  const data = type.getProperties().filter((one) => (one.flags & ts.SymbolFlags.Method) === 0);
  return data.map((one) => [one.name, shapeOf(reading, reading.checker.getTypeOfSymbol(one))]);
}

function shapeOf(reading: Reading, type: ts.Type): Shape {
  const { checker } = reading;
  const eventual = innerOf(reading, type);
  if (eventual) return shapeOf(reading, eventual);
  if (type.flags & ts.TypeFlags.StringLike) return "string";
  if (type.flags & ts.TypeFlags.NumberLike) return "number";
  if (type.flags & ts.TypeFlags.BooleanLike) return "boolean";
  if (type.isUnion()) return oneOf(type.types.filter(isPlain).map((one) => shapeOf(reading, one)));
  const element = checker.isArrayType(type) && checker.getTypeArguments(type as ts.TypeReference)[0];
  if (element) return { list: shapeOf(reading, element) };
  const value = checker.getIndexInfoOfType(type, ts.IndexKind.String)?.type;
  if (value) return { map: shapeOf(reading, value) };
  return type.isClassOrInterface() ? { object: readObject(reading, type) } : "any";
}

/** Of an `Input` or `Output`, what it will be. */
function innerOf({ checker }: Reading, type: ts.Type): ts.Type | undefined {
  if (["Input", "Output"].includes(type.aliasSymbol?.name ?? "")) return type.aliasTypeArguments?.[0];
  return type.symbol?.name === "OutputInstance" ? checker.getTypeArguments(type as ts.TypeReference)[0] : undefined;
}

function isPlain(type: ts.Type): boolean {
  const nothing = ts.TypeFlags.Undefined | ts.TypeFlags.Null | ts.TypeFlags.Void;
  return (type.flags & nothing) === 0 && !["Promise", "OutputInstance"].includes(type.symbol?.name);
}

/** An enum of texts is a text; whatever else has a choice is taken as it is. */
function oneOf(shapes: readonly Shape[]): Shape {
  const [first] = shapes;
  return first !== undefined && shapes.every((one) => one === first) ? first : "any";
}

function readObject(reading: Reading, type: ts.InterfaceType): string {
  const { checker, objects } = reading;
  const file = type.symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  const side = /types\/(input|output)\.d\.ts$/.exec(file)?.[1];
  if (!side) return "unknown";
  const name = `${side}${checker.getFullyQualifiedName(type.symbol).replace(/^.*"/, "")}`;
  if (objects[name]) return name;
  objects[name] = { fields: {}, required: [] };
  const required = type.getProperties().filter((one) => (one.flags & ts.SymbolFlags.Optional) === 0);
  objects[name] = {
    fields: sorted(Object.fromEntries(fieldsOf(reading, type))),
    required: side === "input" ? required.map((one) => one.name).sort() : [],
  };
  return name;
}

function sorted<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
