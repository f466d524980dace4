import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { derived, json, ref, secret, sentence, text } from "../../src/core/planned.js";
import { viewOfDocument, viewOfSentence } from "../../src/core/view.js";

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

test("a sentence names its references and shows no output", () => {
  const said = sentence("Allow group ", ref("group.name"), " in ", pulumi.output("here"), " to use ", 2, " things");
  expect(viewOfSentence(said)).toBe(["Allow group $", "{group.name} in [output] to use 2 things"].join(""));
});
