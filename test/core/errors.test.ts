import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { bug, formatFailure, show, WebtierError } from "../../src/core/errors.js";

const failure = {
  code: "WT_UNSUPPORTED",
  title: 'BackendSet "app" asks toy for what it cannot do',
  issues: [
    { path: "backendSet.policy", message: '"source-ip" is not available: there is none', instead: '"round-robin"' },
    { path: "backendSet.port", message: "is required" },
  ],
} as const;

test("a failure is its title, then each issue, with what to write instead below it", () => {
  expect(formatFailure(failure)).toBe(
    [
      'BackendSet "app" asks toy for what it cannot do',
      '  backendSet.policy: "source-ip" is not available: there is none',
      '    instead: "round-robin"',
      "  backendSet.port: is required",
    ].join("\n"),
  );
});

test("the error holds its failure and reads like it", () => {
  const error = new WebtierError(failure);
  const { code, title, issues, message, name } = error;
  expect({ code, title, issues }).toEqual(failure);
  expect({ message, name }).toEqual({ message: formatFailure(failure), name: "WebtierError" });
});

test("Pulumi prints the error without a stack", () => {
  expect(pulumi.RunError.isInstance(new WebtierError(failure))).toBe(true);
});

test("a broken promise inside the library says so", () => {
  expect(bug("no plan").message).toBe("webtier bug: no plan");
});

test("a value is shown as it was written, and cut after 80 characters", () => {
  expect([show("a"), show(1), show(undefined), show({ a: [true] })]).toEqual(['"a"', "1", "undefined", '{"a":[true]}']);
  expect(show("a".repeat(100))).toBe(`"${"a".repeat(79)}…`);
});

test("a value that JSON has no form for is shown all the same", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect([Number.NaN, Number.POSITIVE_INFINITY, 10n, [10n], circle, Symbol("a")].map(show)).toEqual([
    "NaN",
    "Infinity",
    "10",
    '["10"]',
    "this object",
    "Symbol(a)",
  ]);
});
