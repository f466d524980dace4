import { expect, test } from "vitest";
import {
  emulated,
  isDepends,
  isFate,
  native,
  nativeName,
  near,
  resolve,
  type SupportOf,
  unsupported,
  variant,
  when,
} from "../../src/core/support.js";
import type { Sample } from "./support-types.js";

const table = {
  color: { red: native("RED"), green: near("a little bluer", "TEAL") },
  size: native(undefined, { range: [1, 5] }),
  label: native(),
  loud: unsupported("it is quiet", "leave it out"),
  parts: { each: { weight: native(), form: { round: native(), flat: native() } } },
  tags: native(),
  inner: { depth: { low: native(), high: emulated("two lows") } },
  choice: { none: native(), some: variant(native("SOME"), { amount: native() }) },
} as const satisfies SupportOf<Sample>;

test("a table answers for all of a spec but its references", () => {
  expect(Object.keys(table)).toEqual(["color", "size", "label", "loud", "parts", "tags", "inner", "choice"]);
});

test("fates are plain data", () => {
  expect([native(), native("A"), native(undefined, { range: [1, 2] }), near("so", "B"), emulated("how")]).toEqual([
    { fate: "native" },
    { fate: "native", as: "A" },
    { fate: "native", range: [1, 2] },
    { fate: "near", differs: "so", as: "B" },
    { fate: "emulated", how: "how" },
  ]);
  expect([unsupported("why"), unsupported("why", "what")]).toEqual([
    { fate: "unsupported", why: "why" },
    { fate: "unsupported", why: "why", instead: "what" },
  ]);
});

test("a native name is typed as the word that it is", () => {
  const name: "RED" = table.color.red.as;
  expect(name).toBe("RED");
});

const split = when("kind", {
  application: native("A"),
  network: when("protocol", { tcp: native("T"), tls: unsupported("no") }),
});

test("fates and splits are told apart", () => {
  expect([isFate(native()), isFate(split), isFate({}), isDepends(split), isDepends(native())]).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
});

test("a split is resolved by its facets, at any depth", () => {
  expect(resolve(split, { kind: "application" })).toEqual({ fate: "native", as: "A" });
  expect(resolve(split, { kind: "network", protocol: "tls" })).toEqual({ fate: "unsupported", why: "no" });
});

test("a case that a split lacks is a bug", () => {
  expect(() => resolve(split, { kind: "other" })).toThrow("webtier bug: no fate for kind = other");
  expect(() => resolve(split, {})).toThrow("webtier bug: no fate for kind = undefined");
});

test("a native name is read for its facets", () => {
  expect([nativeName(native("A")), nativeName(split, { kind: "network", protocol: "tcp" })]).toEqual(["A", "T"]);
});

test("a refused or nameless value that reaches a plan is a bug", () => {
  expect(() => nativeName(unsupported("no"))).toThrow("webtier bug: an unsupported value reached the plan: no");
  expect(() => nativeName(native())).toThrow("webtier bug: a value without a native name reached the plan");
});
