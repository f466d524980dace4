import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

const root = join(__dirname, "../../..");

/** A native resource as a program registers it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** The inputs of every native resource of a program, by type and name; texts of JSON are read. */
export function inputsOf(folder: string, stack: string): Record<string, unknown> {
  const stackFile = readFileSync(join(root, folder, `Pulumi.${stack}.yaml`), "utf8");
  const { config } = parse(stackFile) as { config: Record<string, unknown> };
  const texts = Object.entries(config).map(([key, value]) => [
    key,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const words = [
    "-r",
    join(root, "scripts/typescript.cjs"),
    join(__dirname, "register.ts"),
    join(root, folder, "index.ts"),
    JSON.stringify(Object.fromEntries(texts)),
  ];
  const told = execFileSync(process.execPath, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  const registered = JSON.parse(told) as Registered[];
  const entries = registered.map(({ type, name, inputs }) => [`${type} ${name}`, readable(inputs)] as const);
  const sorted = entries.sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(sorted);
}

/** Where two values differ, one line a place: `path: theirs, not ours`. */
export function differences(ours: unknown, theirs: unknown, path = ""): string[] {
  if (!isRecord(ours) || !isRecord(theirs))
    return same(ours, theirs) ? [] : [`${path}: ${text(theirs)}, not ${text(ours)}`];
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  return keys.flatMap((key) => differences(ours[key], theirs[key], path === "" ? key : `${path}/${key}`));
}

/** The mark of a secret in what the SDK sends. */
const secretMark = "4dabf18193072939515e22adb298388d";

function readable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value === "string") return /^\s*[[{]/.test(value) ? readable(JSON.parse(value)) : value;
  if (!isRecord(value)) return value;
  if (secretMark in value) return readable(value.value);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, readable(inner)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
