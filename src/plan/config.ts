import { readFileSync } from "node:fs";
import { type Document, isMap, isScalar, type Node, parseDocument } from "yaml";
import { PlanError } from "./errors.js";
import { unknown } from "./model.js";
import { isRecord, type Project } from "./project.js";
import { sentinel } from "./wire.js";

/** Configuration as a program receives it: texts, and which of them are secrets. */
export interface Config {
  readonly values: Readonly<Record<string, string>>;
  readonly secretKeys: readonly string[];
  /** Environments that the stack imports; a plan does not open them. */
  readonly environments: readonly string[];
}

/** The stack's own values over the project's; what is encrypted stays unknown, or takes a stand-in. */
export function readConfig(project: Project, file: string, standIns: Readonly<Record<string, unknown>>): Config {
  const document = parseDocument(readFileSync(file, "utf8"));
  const [problem] = document.errors;
  if (problem) throw new PlanError(`${file} is not YAML: ${problem.message}`);
  const values: Record<string, string> = {};
  const secretKeys: string[] = [];
  for (const [raw, node] of pairsOf(document.get("config"))) {
    const key = fullKey(project, raw);
    const text = textOf(document, node);
    const hidden = text.includes(sentinel);
    values[key] = hidden && key in standIns ? plainText(standIns[key]) : text.replaceAll(sentinel, unknown);
    if (hidden) secretKeys.push(key);
  }
  for (const [raw, declared] of Object.entries(project.config)) {
    const key = fullKey(project, raw);
    const fallback = fallbackOf(declared);
    if (key in values) continue;
    if (fallback !== undefined) values[key] = plainText(fallback);
    else if (isRecord(declared) && "type" in declared)
      throw new PlanError(`${file} lacks ${key}: the project declares it without a default`);
  }
  const idle = Object.keys(standIns).find((key) => !secretKeys.includes(key));
  if (idle !== undefined)
    throw new PlanError(`the answers stand in for ${idle}, which is no encrypted value of ${file}`);
  return { values, secretKeys: secretKeys.sort(), environments: environmentsOf(document.toJS()) };
}

/** `webtier:cloud` of a stack file. */
export function cloudOf(file: string): string | undefined {
  const document = parseDocument(readFileSync(file, "utf8"));
  const pair = pairsOf(document.get("config")).find(
    ([key]) => key === "webtier:cloud" || key === "webtier:config:cloud",
  );
  return pair && textOf(document, pair[1]);
}

function pairsOf(node: unknown): [string, Node | null][] {
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => [String(isScalar(key) ? key.value : key), value as Node | null]);
}

function fullKey({ name }: Project, key: string): string {
  if (!key.includes(":")) return `${name}:${key}`;
  return key.replace(/^([^:]+):config:/, "$1:");
}

/** A scalar is its own source text; anything else becomes JSON with sorted keys. */
function textOf(document: Document, node: Node | null): string {
  if (node === null) return "";
  if (isScalar(node)) return scalarText(node.value, node.type === "PLAIN" ? node.source : undefined);
  const value = unsealed(node.toJS(document));
  return typeof value === "string" ? value : JSON.stringify(value);
}

function scalarText(value: unknown, source: string | undefined): string {
  if (value === null) return "";
  return source ?? String(value);
}

function plainText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(unsealed(value));
}

/** Encrypted parts become unknown. */
function unsealed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unsealed);
  if (!isRecord(value)) return value;
  if (Object.keys(value).length === 1 && typeof value.secure === "string") return sentinel;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, unsealed(value[key])]),
  );
}

function fallbackOf(declared: unknown): unknown {
  if (!isRecord(declared)) return declared;
  return declared.value ?? declared.default;
}

function environmentsOf(fields: unknown): string[] {
  const { environment } = isRecord(fields) ? fields : {};
  const names = isRecord(environment) ? environment.imports : environment;
  if (!Array.isArray(names)) return environment === undefined ? [] : ["its own"];
  return names.map((name) => (typeof name === "string" ? name : JSON.stringify(name)));
}
