import { expect, test } from "vitest";
import { z } from "zod";
import { isPlainlyNative, leavesOf } from "../../src/core/answers.js";
import { capabilities } from "../../src/core/capabilities.js";
import { native, near, unsupported, variant, when } from "../../src/core/support.js";

const noun = {
  name: "Door",
  fields: {
    wide: z.int().min(1).max(9).optional(),
    color: z.enum(["red", "green"]),
    lock: z
      .discriminatedUnion("kind", [
        z.strictObject({ kind: z.literal("key"), turns: z.int().min(1).max(3).optional() }),
        z.strictObject({ kind: z.literal("code") }),
      ])
      .optional(),
    panes: z.record(z.string(), z.strictObject({ clear: z.boolean() })).optional(),
    bell: z.strictObject({ loud: z.boolean().optional() }).optional(),
  },
};

const house = {
  bell: unsupported("no bells"),
  panes: { each: { clear: native() } },
  lock: { key: variant(native("KEY"), { turns: native(undefined, { range: [1, 2] }) }), code: unsupported("no codes") },
  color: { green: native("G"), red: when("light", { on: native("R"), off: near("it looks grey", "R") }) },
  wide: native(),
};

const barn = {
  wide: native(undefined, { range: [1, 9] }),
  color: { red: native(), green: native() },
  lock: { key: unsupported("no keys", '"code"'), code: native() },
  panes: unsupported("no panes"),
  bell: { loud: native() },
};

const { clouds, rows } = capabilities(
  [noun],
  { house: { nouns: { door: { support: house } } } },
  { barn: { nouns: { door: { support: barn } } } },
);

test("clouds are available or planned", () => {
  expect(clouds).toEqual({ house: "available", barn: "planned" });
});

test("rows come in the order of the noun's options, with every cloud's answer", () => {
  expect(rows).toEqual([
    {
      noun: "Door",
      path: "wide",
      range: [1, 9],
      answers: { house: { fate: "native" }, barn: { fate: "native", range: [1, 9] } },
    },
    {
      noun: "Door",
      path: "color",
      value: "red",
      answers: {
        house: {
          when: "light",
          cases: { on: { fate: "native", as: "R" }, off: { fate: "near", differs: "it looks grey", as: "R" } },
        },
        barn: { fate: "native" },
      },
    },
    {
      noun: "Door",
      path: "color",
      value: "green",
      answers: { house: { fate: "native", as: "G" }, barn: { fate: "native" } },
    },
    {
      noun: "Door",
      path: "lock",
      value: "key",
      answers: {
        house: { fate: "native", as: "KEY" },
        barn: { fate: "unsupported", why: "no keys", instead: '"code"' },
      },
    },
    {
      noun: "Door",
      path: "lock.turns",
      kind: "key",
      range: [1, 3],
      answers: {
        house: { fate: "native", range: [1, 2] },
        barn: { fate: "unsupported", why: "no keys", instead: '"code"', refusedAt: "lock" },
      },
    },
    {
      noun: "Door",
      path: "lock",
      value: "code",
      answers: { house: { fate: "unsupported", why: "no codes" }, barn: { fate: "native" } },
    },
    {
      noun: "Door",
      path: "panes.<name>.clear",
      answers: { house: { fate: "native" }, barn: { fate: "unsupported", why: "no panes", refusedAt: "panes" } },
    },
    {
      noun: "Door",
      path: "bell.loud",
      answers: { house: { fate: "unsupported", why: "no bells", refusedAt: "bell" }, barn: { fate: "native" } },
    },
  ]);
});

test("an option with options of its own has a row where a cloud gives the whole a fate", () => {
  const whole = { ...house, bell: variant(near("it is a horn"), { loud: native() }) };
  const { rows } = capabilities([noun], {
    house: { nouns: { door: { support: whole } } },
    barn: { nouns: { door: { support: barn } } },
  });
  expect(rows.filter(({ path }) => path.startsWith("bell"))).toEqual([
    {
      noun: "Door",
      path: "bell",
      answers: { house: { fate: "near", differs: "it is a horn" }, barn: { fate: "native" } },
    },
    { noun: "Door", path: "bell.loud", answers: { house: { fate: "native" }, barn: { fate: "native" } } },
  ]);
});

test("a cloud without a table of a noun is a bug", () => {
  expect(() => capabilities([noun], { tent: { nouns: {} } })).toThrow("webtier bug: tent has no table of Door");
});

test("a split has a leaf for each case", () => {
  const [answer] = rows.filter(({ value }) => value === "red").map(({ answers }) => answers.house);
  expect(answer && leavesOf(answer)).toEqual([
    { facts: { light: "on" }, told: { fate: "native", as: "R" } },
    { facts: { light: "off" }, told: { fate: "near", differs: "it looks grey", as: "R" } },
  ]);
});

test("plainly native is native in every case, without a default of its own, within limits no narrower than the option's", () => {
  const range = { range: [1, 9] } as const;
  expect([
    isPlainlyNative({ fate: "native" }, {}),
    isPlainlyNative({ fate: "native", range: [0, 10] }, range),
    isPlainlyNative({ fate: "native", range: [2, 9] }, range),
    isPlainlyNative({ fate: "native", length: [1, 8] }, { length: [0, 9] }),
    isPlainlyNative({ fate: "native", must: "be lower case" }, {}),
    isPlainlyNative({ fate: "native", default: 50 }, {}),
    isPlainlyNative({ fate: "near", differs: "so" }, {}),
    isPlainlyNative({ when: "kind", cases: { a: { fate: "native" }, b: { fate: "native", as: "B" } } }, {}),
    isPlainlyNative({ when: "kind", cases: { a: { fate: "native" }, b: { fate: "emulated", how: "so" } } }, {}),
  ]).toEqual([true, true, false, false, false, false, false, true, false]);
});
