import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { afterEach, expect, test } from "vitest";
import { lendModules } from "../../src/cli/modules.js";

const places: string[] = [];
afterEach(() => {
  for (const place of places.splice(0)) rmSync(place, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

function trees(here: Files, there: Files, path = "infra/shop") {
  const place = mkdtempSync(join(tmpdir(), "webtier-modules-"));
  places.push(place);
  const [top, tree] = [join(place, "shop"), join(place, "tree")];
  for (const [folder, files] of [[top, here] as const, [tree, { "infra/shop/Pulumi.yaml": "", ...there }] as const]) {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  return { place, top, tree, path, ref: "main", commit: "0123456789abcdef0123456789abcdef01234567" };
}

const manifest = (more: object) => JSON.stringify({ name: "shop", dependencies: { webtier: "^1" }, ...more });

test("modules of every folder from the project up to the top are lent when both ask for the same ones", () => {
  const modules = { "node_modules/a/index.js": "", "infra/shop/node_modules/b/index.js": "" };
  const same = { "package.json": manifest({ version: "1.0.0" }), "infra/shop/package-lock.json": "{}" };
  const both = trees({ ...same, ...modules }, { ...same, "package.json": manifest({ version: "2.0.0" }) });
  lendModules(both);
  expect(readlinkSync(join(both.tree, "node_modules"))).toBe(join(both.top, "node_modules"));
  expect(readlinkSync(join(both.tree, "infra/shop/node_modules"))).toBe(join(both.top, "infra/shop/node_modules"));
});

test("modules above the repository are lent at its top", () => {
  const both = trees({ "README.md": "" }, {});
  mkdirSync(join(both.place, "node_modules"));
  lendModules(both);
  expect(readlinkSync(join(both.tree, "node_modules"))).toBe(join(both.place, "node_modules"));
});

test("modules that are committed stay", () => {
  const both = trees({ "node_modules/a.js": "" }, { "node_modules/b.js": "" });
  lendModules(both);
  expect(lstatSync(join(both.tree, "node_modules")).isDirectory()).toBe(true);
});

const differing: [string, Files, Files][] = [
  ["dependencies", { "package.json": manifest({}) }, { "package.json": manifest({ dependencies: { webtier: "^2" } }) }],
  ["overrides", { "package.json": manifest({}) }, { "package.json": manifest({ overrides: { a: "1" } }) }],
  ["the lock file", { "package-lock.json": "1" }, { "package-lock.json": "2" }],
  ["a lock file that one lacks", { "yarn.lock": "1" }, {}],
  ["no package.json there", { "package.json": manifest({}) }, {}],
  ["a package.json that is no JSON", { "package.json": manifest({}) }, { "package.json": "{" }],
];

test.each(differing)("other %s: refused, with what to do", (_, here, there) => {
  const both = trees(here, there);
  const beside = `${relative(process.cwd(), both.top)}-0123456789ab`;
  expect(() => lendModules(both)).toThrow(
    [
      "main asks for other modules than the working tree: package.json or the lock file of the repository differs",
      "  instead: install them beside, and name that folder",
      `    git worktree add --detach ${beside} 0123456789ab && npm ci --prefix ${beside}`,
      `    then ${beside}/infra/shop in place of main`,
    ].join("\n"),
  );
});

test("the folder that differs is the one to install in", () => {
  const both = trees({ "infra/shop/package.json": manifest({}) }, {});
  expect(() => lendModules(both)).toThrow("/shop-0123456789ab/infra/shop\n");
});
