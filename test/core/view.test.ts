import * as pulumi from "@pulumi/pulumi";
import { expect, test, vi } from "vitest";
import { derived, json, ref, secret, sentence, text } from "../../src/core/planned.js";
import { view, viewOfDocument, viewOfSentence } from "../../src/core/view.js";

test("a document shows its references, and what its values follow from", () => {
  const document = { ids: [ref("group.id"), text("arn:", ref("group.id"))], size: derived("2", (two) => `${two}0`) };
  expect(viewOfDocument(document)).toEqual({
    ids: [{ ref: "group.id" }, { text: ["arn:", { ref: "group.id" }] }],
    size: "2",
  });
});

test("a document shows nothing secret, at any depth", () => {
  const hidden = secret(derived(text("token: ", ref("credential.secret")), (whole) => whole));
  const document = { data: [{ token: secret("s3cret"), whole: hidden }], inner: json({ token: secret("s3cret") }) };
  expect(viewOfDocument(document)).toEqual({
    data: [{ token: "[secret]", whole: "[secret]" }],
    inner: { json: { token: "[secret]" } },
  });
});

test("a document keeps its outputs, which the engine knows how to hide", () => {
  const output = pulumi.secret("s3cret");
  expect(viewOfDocument({ output })).toEqual({ output });
});

const shown = (value: unknown) =>
  new Promise((resolve) => {
    const output = value as pulumi.Output<unknown> & { isSecret: Promise<boolean> };
    output.apply((inner) => void output.isSecret.then((isSecret) => resolve({ inner, isSecret })));
  });

test("a plan is given secrets as secrets, so that it can mark them; a deployment nothing of them", async () => {
  const hidden = secret(derived(text("token: ", ref("credential.secret")), (whole) => whole));
  const given = () => [view({ userData: "x" }, ["userData"]), viewOfDocument({ userData: hidden })];
  expect(given()).toEqual([{ userData: "[secret]" }, { userData: "[secret]" }]);
  vi.stubEnv("WEBTIER_PLAN", "1");
  const marked = given() as { userData: unknown }[];
  vi.unstubAllEnvs();
  expect(await Promise.all(marked.map(({ userData }) => shown(userData)))).toEqual([
    { inner: "x", isSecret: true },
    { inner: { text: ["token: ", { ref: "credential.secret" }] }, isSecret: true },
  ]);
});

test("a sentence names its references and shows no output", () => {
  const said = sentence("Allow group ", ref("group.name"), " in ", pulumi.output("here"), " to use ", 2, " things");
  expect(viewOfSentence(said)).toBe(["Allow group $", "{group.name} in [output] to use 2 things"].join(""));
});
