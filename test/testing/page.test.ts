import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { settings } from "../fixtures/settings.js";

const root = join(__dirname, "../..");
const page = readFileSync(join(root, "docs/testing.md"), "utf8");
const files = [...page.matchAll(/```ts\n\/\/ ([\w.-]+)\n(.*?)```/gs)].map(([, name = "", text = ""]) => ({
  name,
  text,
}));

mkdirSync(join(root, ".cache"), { recursive: true });
const folder = mkdtempSync(join(root, ".cache/testing-"));
const production = { config: { "webtier:cloud": "aws", "webtier:settings": settings.aws } };
const written = [
  ...files,
  { name: "index.ts", text: 'import { shop } from "./shop";\nexport const { url } = shop();\n' },
  { name: "Pulumi.yaml", text: "name: shop\nruntime: nodejs\nmain: index.ts\n" },
  { name: "Pulumi.production.yaml", text: JSON.stringify(production) },
];
for (const { name, text } of written) writeFileSync(join(folder, name), text);

beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(root);
  rmSync(folder, { recursive: true });
});

/** Its tests are tests of this file. */
for (const { name } of files.filter((file) => file.name.endsWith(".test.ts"))) await import(join(folder, name));

test("the page shows a program and three files of tests", () => {
  expect(files.map(({ name }) => name)).toEqual(["shop.ts", "shop.test.ts", "clouds.test.ts", "project.test.ts"]);
});
