import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { check } from "../../src/core/check.js";
import { emulated, native, near, unsupported, variant, when } from "../../src/core/support.js";

const nothing = { issues: [], notes: [] };

const support = {
  port: native(undefined, { range: [10, 20] }),
  name: native(undefined, { length: [2, 4], pattern: { matches: /^[a-z]+$/, says: "be lower case" } }),
  policy: { first: native("FIRST"), second: unsupported("there is none", '"first"'), third: near("it is slower") },
  flag: unsupported("no flags", "leave it out"),
  drain: when("kind", { application: native(), network: unsupported("connections end at once") }),
  cookie: {
    own: variant(native(), { age: unsupported("it does not age", "leave it out"), name: native() }),
    none: unsupported("a cookie is needed"),
    late: emulated("a second cookie"),
  },
  members: { each: { weight: unsupported("all are equal"), address: native() } },
  sources: { any: native(), range: near("ranges are rounded") },
  logs: unsupported("nothing is written down"),
  inner: { depth: { low: native(), high: unsupported("too high") } },
};

const application = { kind: "application" };
const network = { kind: "network" };

test("what is native is passed over", () => {
  expect(check({ port: 15, name: "abc", policy: "first", drain: 5 }, support, application, "noun")).toEqual(nothing);
});

test("what was not written is not judged", () => {
  expect(check({ flag: undefined }, support, {}, "noun")).toEqual(nothing);
});

test("an unsupported word is refused with the word", () => {
  expect(check({ policy: "second" }, support, {}, "noun")).toEqual({
    issues: [{ path: "noun.policy", message: '"second" is not available: there is none', instead: '"first"' }],
    notes: [],
  });
});

test("an unsupported option is refused when true, and passed over when false", () => {
  expect(check({ flag: true }, support, {}, "noun").issues).toEqual([
    { path: "noun.flag", message: "true is not available: no flags", instead: "leave it out" },
  ]);
  expect(check({ flag: false }, support, {}, "noun")).toEqual(nothing);
});

test("a split is judged by the facet", () => {
  expect(check({ drain: 5 }, support, network, "noun").issues).toEqual([
    { path: "noun.drain", message: "5 is not available: connections end at once" },
  ]);
});

test("a fact that an incomplete spec lacks is passed over", () => {
  expect(check({ drain: 5 }, support, {}, "noun")).toEqual(nothing);
});

test("near and emulated are noted with a stable id", () => {
  expect(check({ policy: "third", cookie: { kind: "late" } }, support, {}, "noun")).toEqual({
    issues: [],
    notes: [
      { id: "near:noun.policy.third", fate: "near", path: "noun.policy", message: "it is slower" },
      { id: "emulated:noun.cookie.late", fate: "emulated", path: "noun.cookie", message: "a second cookie" },
    ],
  });
});

test("with exact fidelity near is refused", () => {
  expect(check({ policy: "third" }, support, {}, "noun", true)).toEqual({
    issues: [
      {
        path: "noun.policy",
        message: '"third" is not available: it is slower, and the settings ask for exact fidelity',
        instead: 'a value that is native here, or fidelity: "accept" in the settings',
      },
    ],
    notes: [],
  });
});

test("a range holds its ends and nothing beyond", () => {
  expect([10, 20].flatMap((port) => check({ port }, support, {}, "noun").issues)).toEqual([]);
  expect([9, 21].flatMap((port) => check({ port }, support, {}, "noun").issues)).toEqual([
    { path: "noun.port", message: "9 is outside 10..20", instead: "a number from 10 to 20" },
    { path: "noun.port", message: "21 is outside 10..20", instead: "a number from 10 to 20" },
  ]);
});

test("a text is measured, then compared with its pattern", () => {
  expect(["a", "abcde", "A1"].flatMap((name) => check({ name }, support, {}, "noun").issues)).toEqual([
    { path: "noun.name", message: "has 1 characters; 2..4 are allowed here" },
    { path: "noun.name", message: "has 5 characters; 2..4 are allowed here" },
    { path: "noun.name", message: '"A1" must be lower case' },
  ]);
});

test("an output is neither measured nor compared", () => {
  expect(check({ name: pulumi.output("A1") }, support, {}, "noun")).toEqual(nothing);
});

test("the options of a kind are judged under its path", () => {
  expect(check({ cookie: { kind: "own", age: 5, name: "a" } }, support, {}, "noun").issues).toEqual([
    { path: "noun.cookie.age", message: "5 is not available: it does not age", instead: "leave it out" },
  ]);
});

test("a refused kind is one issue, whatever options it has", () => {
  expect(check({ cookie: { kind: "none", age: 5 } }, support, {}, "noun").issues).toEqual([
    { path: "noun.cookie", message: '"none" is not available: a cookie is needed' },
  ]);
});

test("each named part is judged under its name", () => {
  const members = { a: { address: "x" }, b: { address: "y", weight: 2 } };
  expect(check({ members }, support, {}, "noun").issues).toEqual([
    { path: "noun.members.b.weight", message: "2 is not available: all are equal" },
  ]);
});

test("each element of a list is judged at its place, and noted without it", () => {
  expect(
    check(
      { sources: [{ kind: "any" }, { kind: "range", cidr: "x" }] },
      { ...support, sources: { any: native(), range: variant(near("ranges are rounded"), { cidr: native() }) } },
      {},
      "noun",
    ),
  ).toEqual({
    issues: [],
    notes: [{ id: "near:noun.sources.range", fate: "near", path: "noun.sources[1]", message: "ranges are rounded" }],
  });
});

test("an object refused whole is one issue", () => {
  expect(check({ logs: { access: true, error: true } }, support, {}, "noun").issues).toEqual([
    { path: "noun.logs", message: "is not available: nothing is written down" },
  ]);
});

test("an object is judged in its parts", () => {
  expect(check({ inner: { depth: "high" } }, support, {}, "noun").issues).toEqual([
    { path: "noun.inner.depth", message: '"high" is not available: too high' },
  ]);
});

test("an object with a fate of its own is judged as a whole, then in its parts", () => {
  const whole = (self: Parameters<typeof variant>[0]) => ({ inner: variant(self, support.inner) });
  const spec = { inner: { depth: "high" } };
  const high = { path: "noun.inner.depth", message: '"high" is not available: too high' };
  expect(check(spec, whole(near("it is shallow")), {}, "noun")).toEqual({
    issues: [high],
    notes: [{ id: "near:noun.inner", fate: "near", path: "noun.inner", message: "it is shallow" }],
  });
  expect(check(spec, whole(unsupported("none")), {}, "noun").issues).toEqual([
    { path: "noun.inner", message: "is not available: none" },
  ]);
});

test("an option that the table does not know is a bug", () => {
  expect(() => check({ shape: "round" }, support, {}, "noun")).toThrow("webtier bug: no support entry for noun.shape");
  expect(() => check({ policy: "fourth" }, support, {}, "noun")).toThrow(
    "webtier bug: no support entry for noun.policy",
  );
});
