import { styleText } from "node:util";
import { expect, test } from "vitest";
import { renderJson } from "../../src/render/json.js";
import { renderText } from "../../src/render/text.js";
import { failed, none, rich } from "./diffs.js";

const options = { command: "webtier diff main feature/admin", seconds: 3.21 };

test("a terminal shows the facts of a comment in the same order", async () => {
  await expect(renderText([rich], options)).toMatchFileSnapshot("comments/rich.txt");
});

test("several stacks follow each other by name", () => {
  const text = renderText([none, { ...failed, stack: "dev" }], { command: "webtier diff" });
  expect(text).toEqual(`shop/dev  plan failed

Error
  the plan of the head could not be made; nothing is known of its changes
  BackendSet "app" asks aws for what it cannot do
    backendSet.policy: "source-ip" is not available: an application load balancer chooses a target per request
      instead: stickiness with a cookie, or a balancer of kind "network"

Diagnostics
  warning image old: the settings name an image that no template uses

shop/prod  no changes · 41 resources the same
main at 1a2b3c4d → readme at 9f8e7d6c, on aws

webtier diff, 2 stacks
+ create, ~ update, ± replace, – delete, ↷ move
offline plan: no state, no credentials, shows intent only
`);
});

test("colours change nothing but colours", () => {
  const coloured = renderText([rich], {
    ...options,
    style: (format, text) => styleText(format, text, { validateStream: false }),
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of
  const bare = coloured.replaceAll(/\u001b\[\d+m/g, "");
  expect({ isColoured: coloured !== bare, bare }).toEqual({ isColoured: true, bare: renderText([rich], options) });
});

test("JSON has sorted keys and one final newline, and reads as the diff", () => {
  const text = renderJson(none);
  const keys = Object.keys(JSON.parse(text) as object);
  expect({ read: JSON.parse(text), keys, end: text.endsWith("}\n") }).toEqual({
    read: none,
    keys: [...keys].sort(),
    end: true,
  });
});
