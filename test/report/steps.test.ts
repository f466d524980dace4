import { expect, test } from "vitest";
import { observedIn } from "../../src/report/observe.js";
import { readRecord } from "../../src/report/read-record.js";
import { reportOf } from "../../src/report/report.js";

const stack = "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev";
const type = "aws:lb/listener:Listener";
const urn = `urn:pulumi:dev::shop::${type}::http`;
const signature = "4dabf18193072939515e22adb298388d";

type Fields = Readonly<Record<string, unknown>>;

function state(inputs: Fields, more: Fields = {}): Fields {
  return { urn, type, custom: true, parent: stack, inputs, ...more };
}

function digest(steps: readonly Fields[], more: Fields = {}): string {
  return JSON.stringify({ steps, changeSummary: { update: 1 }, ...more });
}

function step(op: string, old: Fields | undefined, after: Fields | undefined, more: Fields = {}): Fields {
  return { op, urn, oldState: old, newState: after, detailedDiff: null, ...more };
}

function reportOn(text: string) {
  return reportOf(readRecord(text, "test.json"));
}

test("a replacement has the property that causes it, and the order of its steps", () => {
  const [old, after] = [state({ port: 80 }, { id: "arn:1" }), state({ port: 81 })];
  const why = { replaceReasons: ["port"], detailedDiff: { port: { kind: "update-replace", inputDiff: false } } };
  const made = step("create-replacement", old, after, why);
  const replaced = step("replace", old, after, why);
  const ended = step("delete-replaced", old, undefined);
  const observed = (steps: readonly Fields[]) => observedIn(readRecord(digest(steps), "test.json")).get(urn);
  const whole = {
    operation: "replace",
    replaceReasons: ["port"],
    properties: [{ path: "port", before: 80, after: 81 }],
    id: "arn:1",
  };
  expect(observed([made, replaced, ended])).toEqual(whole);
  expect(observed([ended, replaced, made])).toEqual({ ...whole, deletedFirst: true });
});

test("a resource under another name is moved, not made anew", () => {
  const old = { ...state({ port: 80 }), urn: urn.replace("::http", "::old") };
  const text = digest([step("same", old, state({ port: 80 }, { aliases: [old.urn] }))], { changeSummary: { same: 1 } });
  expect(reportOn(text)).toMatchObject({
    counts: { create: 0, update: 0, replace: 0, delete: 0, move: 1, same: 0 },
    resources: [{ operation: "move", urn, baseUrn: old.urn }],
  });
});

test("a refresh only looks", () => {
  const there = state({ port: 80 });
  const text = digest([step("refresh", there, there), step("same", there, there)], { changeSummary: { same: 1 } });
  expect(reportOn(text)).toMatchObject({ verdict: { state: "none" }, resources: [] });
});

test("what the cloud fills in is no change of the program", () => {
  const detailedDiff = {
    port: { kind: "update", inputDiff: true },
    "tags.owner": { kind: "delete", inputDiff: true },
    'tags["a.b"]': { kind: "add", inputDiff: false },
    "mutualAuthentication.mode": { kind: "add", inputDiff: false },
  };
  const old = state({ port: 80, tags: { owner: "ops" } });
  const text = digest([step("update", old, state({ port: 81, tags: { "a.b": "c" } }), { detailedDiff })]);
  expect(observedIn(readRecord(text, "test.json")).get(urn)?.properties).toEqual([
    { path: "port", before: 80, after: 81 },
    { path: "tags.owner", before: "ops" },
    { path: 'tags["a.b"]', after: "c" },
  ]);
});

test("secrets and sensitive properties are never told, changed or quoted", () => {
  const secret = (ciphertext: string) => ({ [signature]: "1b47061264138c4ac30d75fd1eb44270", ciphertext });
  const old = state({ password: "first-password", token: secret("one"), userData: "#!/bin/sh first" });
  const after = state({ password: "other-password", token: secret("two"), userData: "#!/bin/sh other" });
  const detailedDiff = Object.fromEntries(
    ["password", "token", "userData"].map((path) => [path, { kind: "update", inputDiff: true }]),
  );
  const diagnostics = [{ severity: "warning", message: "warning: bad password: other-password\n" }];
  const diff = reportOn(digest([step("update", old, after, { detailedDiff })], { diagnostics }));
  expect(JSON.stringify(diff)).not.toMatch(/first|other|"one"|"two"/);
  expect(diff).toMatchObject({
    resources: [{ properties: ["password", "token", "userData"].map((path) => ({ path, hidden: true })) }],
    diagnostics: [{ severity: "warning", message: "bad password: [secret]" }],
  });
});

test("events tell policies, mandatory ones first; a preview that one stops is told whole", () => {
  const policy = (enforcementLevel: string, policyName: string) => ({
    policyEvent: {
      resourceUrn: urn,
      message: "<{%fg 1%}>no<{%reset%}>\n",
      policyName,
      policyPackName: "pack",
      enforcementLevel,
    },
  });
  const events = [
    {
      resourcePreEvent: {
        metadata: { op: "update", urn, old: state({ port: 80 }), new: state({ port: 81 }), diffs: ["port"] },
      },
    },
    policy("advisory", "one"),
    policy("mandatory", "two"),
    { diagnosticEvent: { severity: "error", message: "preview failed: 1 policy violation", color: "never" } },
    { summaryEvent: { resourceChanges: { update: 1 }, PolicyPacks: { pack: "v1" } } },
  ];
  const text = events.map((event, sequence) => JSON.stringify({ sequence, ...event })).join("\n");
  expect(reportOn(text)).toMatchObject({
    counts: { update: 1 },
    policies: [
      { policy: "pack/two", level: "mandatory", message: "no", resource: urn },
      { policy: "pack/one", level: "advisory", message: "no", resource: urn },
    ],
  });
});

test("colours go, unknown values are named, what only a terminal shows is left out", () => {
  const events = [
    {
      diagnosticEvent: {
        severity: "info#err",
        message: "\u001b[31mred\u001b[0m 04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        color: "",
      },
    },
    { diagnosticEvent: { severity: "info", message: "spinning", ephemeral: true } },
    { diagnosticEvent: { severity: "debug", message: "deep" } },
  ];
  const text = events.map((event, sequence) => JSON.stringify({ sequence, ...event })).join("\n");
  expect(readRecord(text, "test.jsonl").diagnostics).toEqual([{ severity: "info", message: "red [unknown]" }]);
});

test.each([
  ["", "neither"],
  ["no JSON", "neither"],
  ["[1]", "neither"],
  ['{"version":1,"components":[]}', "neither"],
  ['{"steps":[{"op":"update"}]}', "is not what the engine writes:\n  steps.0.urn:"],
])("%j is refused with what to do", (text, words) => {
  expect(() => readRecord(text, "test.json")).toThrow(words);
});

test("what a command printed before the document is left out", () => {
  expect(readRecord(`Previewing update (dev):\n${digest([])}`, "test.json")).toMatchObject({ steps: [], ended: true });
});

test("a name that every object has is a resource's name like any other", () => {
  const odd = { ...state({ constructor: 1, __proto__: { port: 1 } }), urn: urn.replace("::http", "::__proto__") };
  const text = digest([{ op: "create", urn: odd.urn, newState: odd, detailedDiff: null }], {
    changeSummary: { create: 1 },
  });
  expect(reportOn(text)).toMatchObject({ counts: { create: 1 }, resources: [{ name: "__proto__" }] });
});
