import { expect, test } from "vitest";
import { renderHtml } from "../../src/render/html.js";
import { renderJson } from "../../src/render/json.js";
import { renderComment } from "../../src/render/markdown.js";
import { masked } from "../../src/render/mask.js";
import { renderText } from "../../src/render/text.js";
import { rich } from "./diffs.js";

test("fingerprints go, also from the middle of a text and from names", () => {
  expect(masked({ "[secret ab12]": ["x [secret 1a2b3c4d] y", { deep: "[secret]" }] })).toEqual({
    "[secret]": ["x [secret] y", { deep: "[secret]" }],
  });
});

test("values of properties that carry secrets go, whoever marked them", () => {
  expect(
    masked([
      { path: "metadata.user_data", before: "#!/bin/sh", after: { a: 1 } },
      { path: 'parts["privateKey"]', after: "-----BEGIN" },
      { path: "spec", before: { password: "p", port: 1 }, after: { adminPass: null } },
      { path: "port", before: 1, after: 2 },
    ]),
  ).toEqual([
    { path: "metadata.user_data", before: "[secret]", after: "[secret]" },
    { path: 'parts["privateKey"]', after: "[secret]" },
    { path: "spec", before: { password: "[secret]", port: 1 }, after: { adminPass: null } },
    { path: "port", before: 1, after: 2 },
  ]);
});

const leaking = {
  ...rich,
  outputs: [{ path: "userData", before: "swordfish", after: "swordfish2" }],
  resources: rich.resources.map((resource) => ({
    ...resource,
    properties: [
      ...resource.properties,
      { path: "password", before: "swordfish", after: "swordfish2", effect: "none" as const },
    ],
  })),
};

test.each([
  ["a comment", () => renderComment([leaking], { marker: "shop", command: "webtier diff" })],
  ["a terminal", () => renderText([leaking], { command: "webtier diff" })],
  ["a page", () => renderHtml([leaking], { command: "webtier diff" })],
  ["JSON", () => renderJson(leaking)],
])("%s holds no secret and no fingerprint", (_, render) => {
  expect(render().match(/swordfish|1a2b3c4d\]|99887766|\[secret [^\]]/g)).toEqual(null);
});
