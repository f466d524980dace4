import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { PlanError } from "../../src/plan/errors.js";
import { isSecret, markWith, withoutMarks } from "../../src/plan/fingerprints.js";
import { collectSecrets } from "../../src/plan/masking.js";
import type { Value } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { type Reader, readValues } from "../../src/plan/values.js";
import { envelope, sentinel, type Wires } from "../../src/plan/wire.js";
import { fixture, resource, runPlanCommand } from "./harness.js";

const hash = (text: string, key = "key") =>
  `[secret ${createHmac("sha256", key).update(text).digest("hex").slice(0, 8)}]`;

const reader = (key?: string): Reader => ({
  secrets: collectSecrets(),
  directory: "/",
  relative: (text) => text.replace("/home/me/", ""),
  mark: markWith(key),
});

test("without a key a secret says nothing", () => {
  expect(markWith(undefined)("a")).toBe("[secret]");
});

test.each<[string, Value, string]>([
  ["a text", "ü", '"ü"'],
  ["a number", 1, "1"],
  ["nothing", null, "null"],
  [
    "an object, whatever the order of its keys",
    { b: [true, { d: 1, c: 2 }], a: "x" },
    '{"a":"x","b":[true,{"c":2,"d":1}]}',
  ],
])("a mark is a part of the hash of %s", (_, value, text) => {
  expect(markWith("key")(value)).toBe(hash(text));
  expect(markWith("other")(value)).toBe(hash(text, "other"));
});

test.each(["", " ", "\n"])("no key is %j", (key) => {
  expect(() => markWith(key)).toThrow(
    new PlanError(
      'fingerprint: "" is no key: every secret could be guessed from its mark\n  instead: a random text, the same for both plans',
    ),
  );
});

const secretOf = (value: Wires[string]) => envelope("secret", { value });

test("whole secrets are marked by what they hold, envelopes within them opened", () => {
  const wires: Wires = {
    plain: secretOf("a"),
    output: envelope("output", { value: "a", secret: true }),
    userData: "a",
    user_data: envelope("output", { value: "a" }),
    nested: secretOf({ list: [secretOf("a"), envelope("output", { value: 1, dependencies: ["urn"] })] }),
    place: secretOf("/home/me/key.pem"),
    made: secretOf(envelope("resource", { urn: "urn", id: sentinel })),
    file: secretOf(envelope("asset", { text: "a" })),
    document: '{"userData":"a","port":80}',
    hidden: secretOf("[secret]"),
    userDataBase64: "[secret]",
  };
  const a = hash('"a"');
  expect(readValues(reader("key"), wires)).toEqual({
    plain: a,
    output: a,
    userData: a,
    user_data: a,
    nested: hash('{"list":["a",1]}'),
    place: hash('"key.pem"'),
    made: hash('{"urn":"urn"}'),
    file: hash('{"text":"a"}'),
    document: `{"userData":"${a}","port":80}`,
    hidden: hash('"[secret]"'),
    userDataBase64: "[secret]",
  });
});

test("what is not known of a secret is a part of it", () => {
  const wires: Wires = {
    whole: secretOf(sentinel),
    output: envelope("output", { secret: true }),
    part: secretOf(`token ${sentinel}`),
  };
  expect(readValues(reader("key"), wires)).toEqual({
    whole: hash('"[unknown]"'),
    output: hash('"[unknown]"'),
    part: hash('"token [unknown]"'),
  });
});

test.each([
  ["[secret]", true],
  ["[secret 1a2b3c4d]", true],
  ["[secret 1A2B3C4D]", false],
  ["a [secret]", false],
  [1, false],
])("%j stands for a secret: %j", (value, expected) => {
  expect(isSecret(value)).toBe(expected);
});

test("a text for readers tells no mark apart", () => {
  expect(withoutMarks("a [secret 1a2b3c4d] b [secret]")).toBe("a [secret] b [secret]");
});

test("two plans with one key show which secret differs", async () => {
  const marksWith = async (fingerprint: string) => {
    const plan = await planProgram({ directory: fixture("secrets"), fingerprint });
    return { userData: resource(plan, "web").inputs.userData, password: plan.outputs.password };
  };
  expect(await Promise.all(["one", "two"].map(marksWith))).toEqual(
    ["one", "two"].map((key) => ({
      userData: hash('"canary-user-data"', key),
      password: hash('"canary-password"', key),
    })),
  );
});

test("the text of a plan has no marks", async () => {
  const plain = await runPlanCommand(fixture("secrets"));
  expect(await runPlanCommand(fixture("secrets"), "--fingerprint", "key")).toEqual(plain);
  expect(plain.stdout).toContain("password  [secret]\n");
});

test("the command refuses an empty key", async () => {
  expect(await runPlanCommand(fixture("secrets"), "--fingerprint", "")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: `fingerprint: "" is no key: every secret could be guessed from its mark
  instead: a random text, the same for both plans
`,
  });
});
