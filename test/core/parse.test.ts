import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { z } from "zod";
import { because, parseFields } from "../../src/core/parse.js";

const fields = {
  port: z.int().min(1).max(10),
  name: z.string().min(2).optional(),
  policy: z.enum(["first", "second"]).optional(),
  choice: z
    .discriminatedUnion("kind", [
      z.strictObject({ kind: z.literal("own"), age: z.int().optional() }),
      z.strictObject({ kind: z.literal("none") }),
    ])
    .optional(),
  list: z.array(z.string()).min(1).optional(),
  inner: z.strictObject({ deep: z.boolean().optional() }).optional(),
  code: z
    .string()
    .regex(/^[a-z]$/, because("must be one letter", 'a letter such as "a"'))
    .optional(),
};

const parse = (args: unknown) => parseFields(fields, args, "noun", "Noun");
const issues = (args: object) => parse({ port: 5, ...args }).issues;

test("right options come through, and those left out stay out", () => {
  expect(parse({ port: 5, name: "ab", policy: undefined })).toEqual({ value: { port: 5, name: "ab" }, issues: [] });
});

test("options are parsed apart: one mistake hides no other, and the right ones are kept", () => {
  const { value, issues } = parse({ port: "80", name: "ab", policy: "third" });
  expect(value).toEqual({ name: "ab" });
  expect(issues.map(({ path }) => path)).toEqual(["noun.port", "noun.policy"]);
});

test("arguments that are no object are refused", () => {
  expect(["text", null, undefined].map((args) => parse(args))).toEqual(
    Array(3).fill({ value: {}, issues: [{ path: "noun", message: "must be an object of options" }] }),
  );
});

test("an option that is required is said to be", () => {
  expect(parse({}).issues).toEqual([{ path: "noun.port", message: "is required" }]);
});

test("an unknown option is refused with the known ones, in order", () => {
  expect(issues({ colour: "red" })).toEqual([
    {
      path: "noun.colour",
      message: "is not an option of Noun",
      instead: "one of choice, code, inner, list, name, policy, port",
    },
  ]);
});

test("an unknown option without a value is passed over", () => {
  expect(issues({ colour: undefined })).toEqual([]);
});

test("a wrong word is refused with the right ones", () => {
  expect(issues({ policy: "third" })).toEqual([
    { path: "noun.policy", message: '"third" is not a value of this option', instead: '"first" or "second"' },
  ]);
});

test("a wrong kind is refused with the right ones", () => {
  expect(issues({ choice: { kind: "other" } }).map(({ message, instead }) => [message, instead])).toEqual([
    ['"other" is not a value of this option', '"own" or "none"'],
  ]);
});

test("an unknown option within an option is refused at its path", () => {
  expect(issues({ inner: { shallow: true } }).map(({ path, message }) => [path, message])).toEqual([
    ["noun.inner.shallow", "is not an option here"],
  ]);
});

test("a wrong type is named in words", () => {
  expect(issues({ list: "a" })).toEqual([{ path: "noun.list", message: "must be a list; got text" }]);
  expect(issues({ inner: { deep: "yes" } })).toEqual([
    { path: "noun.inner.deep", message: "must be true or false; got text" },
  ]);
});

test("a number where text belongs is answered with quotes", () => {
  expect(issues({ name: 12 })).toEqual([
    { path: "noun.name", message: "must be text; got a number", instead: "text in quotes" },
  ]);
});

test("an empty list is refused", () => {
  expect(issues({ list: [] })).toEqual([{ path: "noun.list", message: "needs at least one entry" }]);
});

test("a reason of a schema's own is split from what to write instead", () => {
  expect(issues({ code: "AB" })).toEqual([
    { path: "noun.code", message: "must be one letter", instead: 'a letter such as "a"' },
  ]);
});

test("a value that is known only at deployment is refused in these words, at any depth", () => {
  const known = "must be known before deployment; got";
  expect(parse({ port: pulumi.output(5), inner: { deep: Promise.resolve(true) } }).issues).toEqual([
    { path: "noun.port", message: `${known} an Output`, instead: "a plain value" },
    { path: "noun.inner.deep", message: `${known} a Promise`, instead: "a plain value" },
  ]);
});

const shorter = z.union([z.int().min(1).max(9), z.strictObject({ low: z.int().min(1).max(9) })], {
  error: because("must be a number, or bounds", "2, or { low: 1 }"),
});
const more = {
  size: shorter.optional(),
  rate: z.number().positive().max(50).optional(),
  time: z.int().min(60).max(600).multipleOf(60).optional(),
  nested: z.strictObject({ inner: z.strictObject({ deep: z.boolean().optional() }).optional() }).optional(),
  name: z
    .string()
    .min(1)
    .regex(/^[a-z]+$/, because("must be letters", '"ab"'))
    .optional(),
};
const refusals = (args: object) =>
  parseFields(more, args, "noun", "Noun").issues.map(
    ({ path, message, instead }) => `${path}: ${message}${instead === undefined ? "" : `; instead: ${instead}`}`,
  );

test("a value of several forms is told by its own text, and a part of it by the part", () => {
  expect([{ size: "2" }, { size: 10 }, { size: { low: "1" } }, { size: { high: 1 } }].map(refusals)).toEqual([
    ["noun.size: must be a number, or bounds; instead: 2, or { low: 1 }"],
    ["noun.size: 10 is above 9; instead: a number from 1 to 9"],
    ["noun.size.low: must be a number; got text"],
    ["noun.size.low: is required", "noun.size.high: is not an option here; instead: one of low"],
  ]);
});

test("a number has its bound in the text, whatever else it breaks", () => {
  expect([{ rate: 0 }, { rate: -1 }, { time: 1e300 }, { time: 90 }, { size: 2 ** 60 }].map(refusals)).toEqual([
    ["noun.rate: 0 is not above 0; instead: a number above 0, up to 50"],
    ["noun.rate: -1 is not above 0; instead: a number above 0, up to 50"],
    ["noun.time: 1e+300 is above 600; instead: a number from 60 to 600"],
    ["noun.time: 90 is no multiple of 60; instead: a multiple of 60, from 60 to 600"],
    [`noun.size: ${2 ** 60} is above 9; instead: a number from 1 to 9`],
  ]);
});

test("text of no length is told that alone", () => {
  expect(refusals({ name: "" })).toEqual(["noun.name: must not be empty"]);
});

test("objects without options of their own do not pass for options", () => {
  const inner = (value: unknown) => refusals({ nested: { inner: value } });
  expect([inner(new Date(0)), inner(new Map()), inner(/a/), inner(Promise.resolve(1)), inner({})]).toEqual([
    ["noun.nested.inner: must be an object of options; got a Date"],
    ["noun.nested.inner: must be an object of options; got a Map"],
    ["noun.nested.inner: must be an object of options; got a RegExp"],
    ["noun.nested.inner: must be known before deployment; got a Promise; instead: a plain value"],
    [],
  ]);
});
