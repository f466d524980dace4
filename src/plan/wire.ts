import type { Struct as StructMessage } from "google-protobuf/google/protobuf/struct_pb";
import { Struct } from "./sdk.js";

/** A property value as the SDK sends it, special values in envelopes. */
export type Wire = null | boolean | number | string | Wire[] | Wires;
export interface Wires {
  [key: string]: Wire;
}

/** Signatures of @pulumi/pulumi runtime/rpc.ts, read 2026-08-21. */
const signature = "4dabf18193072939515e22adb298388d";
const kinds = {
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  secret: "1b47061264138c4ac30d75fd1eb44270",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;

export type Kind = keyof typeof kinds;

/** Stands for an unknown value, and may end up inside a text. */
export const sentinel = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function kindOf(value: Wires): Kind | undefined {
  const found = Object.entries(kinds).find(([, mark]) => value[signature] === mark);
  return found?.[0] as Kind | undefined;
}

export function envelope(kind: Kind, fields: Wires): Wires {
  return { [signature]: kinds[kind], ...fields };
}

/** The fields of an envelope, its signature left out. */
export function contentOf(value: Wires): Wires {
  const { [signature]: _, ...fields } = value;
  return fields;
}

export function isWires(value: Wire | undefined): value is Wires {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function fromStruct(struct: StructMessage | undefined): Wires {
  return (struct?.toJavaScript() ?? {}) as Wires;
}

export function toStruct(value: Wires): StructMessage {
  return Struct.fromJavaScript(value as Parameters<typeof Struct.fromJavaScript>[0]);
}

/** Output envelopes as plain, secret or unknown values: what the SDK understands in an answer. */
export function withoutOutputs(value: Wire): Wire {
  if (Array.isArray(value)) return value.map(withoutOutputs);
  if (!isWires(value)) return value;
  if (kindOf(value) !== "output") return mapValues(value, withoutOutputs);
  const known = value.value === undefined ? sentinel : withoutOutputs(value.value);
  return value.secret === true ? envelope("secret", { value: known }) : known;
}

/** URNs that the output envelopes in a value name. */
export function outputDependencies(value: Wire): string[] {
  if (Array.isArray(value)) return value.flatMap(outputDependencies);
  if (!isWires(value)) return [];
  const own = kindOf(value) === "output" && Array.isArray(value.dependencies) ? (value.dependencies as string[]) : [];
  return [...own, ...Object.values(contentOf(value)).flatMap(outputDependencies)];
}

/** A value with its dependencies, as a transform expects it. */
export function asOutput(value: Wire, dependencies: readonly string[]): Wire {
  if (dependencies.length === 0) return value;
  const kind = isWires(value) ? kindOf(value) : undefined;
  if (value === sentinel) return envelope("output", { dependencies: [...dependencies] });
  if (isWires(value) && kind === "output") {
    return { ...value, dependencies: [...new Set([...outputDependencies(value), ...dependencies])] };
  }
  const inner = isWires(value) && kind === "secret" ? { value: value.value ?? null, secret: true } : { value };
  return envelope("output", { ...inner, dependencies: [...dependencies] });
}

export function mapValues<T, U>(record: Record<string, T>, change: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));
}
