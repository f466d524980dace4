// What must not compile: `npx tsc -p tsconfig.check.json` fails when one of these does.
import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "../../src/core/declared.js";
import { native, type SupportOf, unsupported, variant, when } from "../../src/core/support.js";

export interface Sample {
  color: "red" | "green";
  size?: number;
  label: pulumi.Input<string>;
  loud?: boolean;
  parts?: Record<string, { weight: number; form: "round" | "flat" }>;
  tags?: Record<string, string>;
  inner?: { depth: "low" | "high" };
  choice?: { kind: "none" } | { kind: "some"; amount?: number };
  other: Declared;
}

export const withoutOption = {
  label: native(),
  // @ts-expect-error an option is missing
} as const satisfies SupportOf<Pick<Sample, "label" | "loud">>;

export const withoutWord = {
  // @ts-expect-error a word is missing
  color: { red: native() },
} as const satisfies SupportOf<Pick<Sample, "color">>;

export const wordsUnderOneFate = {
  // @ts-expect-error words need an answer each
  color: unsupported("no colors"),
} as const satisfies SupportOf<Pick<Sample, "color">>;

export const objectUnderOneFate = {
  // @ts-expect-error an object is refused whole or answered in parts
  inner: native(),
} as const satisfies SupportOf<Pick<Sample, "inner">>;

export const splitObject = {
  // @ts-expect-error a split fate of a whole object hides its words
  inner: when("kind", { application: native(), network: native() }),
} as const satisfies SupportOf<Pick<Sample, "inner">>;

export const objectWithFate = {
  inner: variant(when("kind", { application: native(), network: unsupported("no") }), {
    depth: { low: native(), high: native() },
  }),
} as const satisfies SupportOf<Pick<Sample, "inner">>;

export const withoutInnerWord = {
  // @ts-expect-error a word within an object is missing
  inner: { depth: { low: native() } },
} as const satisfies SupportOf<Pick<Sample, "inner">>;

export const withoutKind = {
  // @ts-expect-error a kind is missing
  choice: { none: native() },
} as const satisfies SupportOf<Pick<Sample, "choice">>;

export const kindWithoutOptions = {
  // @ts-expect-error a kind with options answers for them
  choice: { none: native(), some: native() },
} as const satisfies SupportOf<Pick<Sample, "choice">>;

export const partsWithoutWord = {
  // @ts-expect-error a word within each part is missing
  parts: { each: { weight: native(), form: { round: native() } } },
} as const satisfies SupportOf<Pick<Sample, "parts">>;

export const unknownOption = {
  label: native(),
  // @ts-expect-error the spec has no such option
  shape: native(),
} as const satisfies SupportOf<Pick<Sample, "label">>;
