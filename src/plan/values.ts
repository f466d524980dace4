import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { isSecret, type Mark } from "./fingerprints.js";
import { isSensitive, mentionsSensitive, type Secrets } from "./masking.js";
import { unknown, type Value, type Values } from "./model.js";
import { contentOf, isWires, kindOf, mapValues, sentinel, type Wire, type Wires } from "./wire.js";

/** How values come into a plan: secrets hidden, paths made relative. */
export interface Reader {
  readonly secrets: Secrets;
  /** The folder that a program's own relative paths start from. */
  readonly directory: string;
  readonly relative: (text: string) => string;
  readonly mark: Mark;
}

export function readValues(reader: Reader, wires: Wires): Values {
  return mapValues(wires, (value, key) => readProperty(reader, key, value));
}

export function readValue(reader: Reader, wire: Wire): Value {
  if (typeof wire === "string") return readText(reader, wire);
  if (Array.isArray(wire)) return wire.map((element) => readValue(reader, element));
  if (!isWires(wire)) return wire;
  return readEnvelope(reader, wire) ?? readValues(reader, wire);
}

/** Hides in a finished value what was found to be a secret somewhere else. */
export function hideSecrets<T extends Value>(secrets: Secrets, value: T): T {
  if (typeof value === "string") return secrets.hideInPlan(value) as T;
  if (Array.isArray(value)) return value.map((element) => hideSecrets(secrets, element)) as unknown as T;
  if (typeof value !== "object" || value === null) return value;
  return mapValues(value as Record<string, Value>, (element) => hideSecrets(secrets, element)) as T;
}

function readProperty(reader: Reader, key: string, wire: Wire): Value {
  if (!isSensitive(key) || wire === null) return readValue(reader, wire);
  return hidden(reader, wire);
}

function readEnvelope(reader: Reader, wire: Wires): Value | undefined {
  switch (kindOf(wire)) {
    case "secret":
      return hidden(reader, wire);
    case "output":
      if (wire.secret === true) return hidden(reader, wire);
      return wire.value === undefined ? unknown : readValue(reader, wire.value);
    case "resource":
      return { urn: String(wire.urn) };
    case "asset":
      return { asset: readAsset(reader, wire) };
    case "archive":
      return { archive: readAsset(reader, wire) };
    case undefined:
      return undefined;
  }
}

/** What stands for a secret; its text is remembered. */
function hidden(reader: Reader, wire: Wire): string {
  conceal(reader.secrets, wire);
  return isSecret(wire) ? String(wire) : reader.mark(clear(reader, wire));
}

/** A secret as it is, to be compared and never to be shown. */
function clear(reader: Reader, wire: Wire): Value {
  if (typeof wire === "string")
    return wire === sentinel ? unknown : reader.relative(wire.replaceAll(sentinel, unknown));
  if (Array.isArray(wire)) return wire.map((element) => clear(reader, element));
  if (!isWires(wire)) return wire;
  switch (kindOf(wire)) {
    case "secret":
    case "output":
      return wire.value === undefined ? unknown : clear(reader, wire.value);
    case "resource":
      return { urn: String(wire.urn) };
    case "asset":
    case "archive":
      return readAsset(reader, wire);
    case undefined:
      return mapValues(wire, (value) => clear(reader, value));
  }
}

function conceal(secrets: Secrets, wire: Wire): void {
  const inner = unwrapped(wire);
  if (typeof inner === "string" && isText(inner)) secrets.add(inner);
  else for (const part of textsIn(inner)) secrets.addPart(part);
}

function unwrapped(wire: Wire): Wire {
  const kind = isWires(wire) ? kindOf(wire) : undefined;
  return isWires(wire) && (kind === "secret" || kind === "output") ? unwrapped(wire.value ?? null) : wire;
}

function textsIn(wire: Wire): string[] {
  if (typeof wire === "string") return isText(wire) ? [wire] : [];
  if (Array.isArray(wire)) return wire.flatMap(textsIn);
  return isWires(wire) ? Object.values(contentOf(wire)).flatMap(textsIn) : [];
}

function isText(text: string): boolean {
  return text !== sentinel && !isSecret(text) && text !== unknown;
}

function readText(reader: Reader, text: string): Value {
  if (text === sentinel) return unknown;
  const known = text.replaceAll(sentinel, unknown);
  return reader.relative(maskDocument(reader, known) ?? known);
}

/** A JSON text is a document too: what its sensitive properties hold is hidden, the rest kept as it is. */
function maskDocument(reader: Reader, text: string): string | undefined {
  if (!/^\s*[[{]/.test(text) || !mentionsSensitive(text)) return undefined;
  try {
    return JSON.stringify(readValue(reader, JSON.parse(text) as Wire));
  } catch {
    return undefined;
  }
}

function readAsset(reader: Reader, wire: Wires): Values {
  const { path, text, uri, assets } = wire;
  const said = Object.entries({ path, text, uri, assets }).filter(([, value]) => value !== undefined) as [
    string,
    Wire,
  ][];
  const hash = typeof path === "string" ? hashOf(resolve(reader.directory, path)) : undefined;
  return { ...readValues(reader, Object.fromEntries(said)), ...(hash === undefined ? {} : { hash }) };
}

function hashOf(file: string): string | undefined {
  try {
    return `sha256:${createHash("sha256").update(readFileSync(file)).digest("hex")}`;
  } catch {
    return undefined;
  }
}
