import { collectSecrets, isSensitive, mentionsSensitive } from "../plan/masking.js";
import { secret, unknown, type Value, type Values } from "../plan/model.js";
import { isWires, kindOf, sentinel, type Wire, type Wires } from "../plan/wire.js";

/** Properties of a state as a plan has them: secrets hidden, what the provider bridge adds left out. */
export function readValues(wires: unknown): Values {
  if (!isWires(wires as Wire)) return {};
  return Object.fromEntries(
    Object.entries(wires as Wires)
      .filter(([key]) => key !== "__defaults" && key !== "__meta")
      .map(([key, value]) => [key, isSensitive(key) && value !== null ? secret : readValue(value)]),
  );
}

function readValue(wire: Wire): Value {
  if (typeof wire === "string") return textOf(wire);
  if (Array.isArray(wire)) return wire.map(readValue);
  if (!isWires(wire)) return wire;
  switch (kindOf(wire)) {
    case "secret":
      return secret;
    case "output":
      return wire.value === undefined ? unknown : readValue(wire.value);
    case "resource":
      return { urn: String(wire.urn) };
    case "asset":
      return { asset: assetOf(wire) };
    case "archive":
      return { archive: assetOf(wire) };
    case undefined:
      return readValues(wire);
  }
}

function textOf(text: string): Value {
  if (text === sentinel) return unknown;
  const known = text.replaceAll(sentinel, unknown);
  if (!/^\s*[[{]/.test(known) || !mentionsSensitive(known)) return known;
  try {
    return JSON.stringify(readValue(JSON.parse(known) as Wire));
  } catch {
    return known;
  }
}

function assetOf({ path, uri, hash }: Wires): Values {
  const said = Object.entries({ path, uri, hash }).filter(([, value]) => typeof value === "string" && value !== "");
  return Object.fromEntries(said) as Values;
}

/** Hides in a text what sensitive properties hold: an error may quote it. */
export function hiderOf(states: unknown): (text: string) => string {
  const secrets = collectSecrets();
  for (const text of sensitiveTexts(states)) secrets.add(text);
  return secrets.hideInLog;
}

function sensitiveTexts(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    isSensitive(key) && typeof inner === "string" && inner !== secret && inner !== sentinel
      ? [inner]
      : sensitiveTexts(inner),
  );
}
