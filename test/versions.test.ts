import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(__dirname, "..");
const page = readFileSync(join(root, "docs/versions.md"), "utf8");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  engines: { node: string };
  dependencies: Record<string, string>;
  peerDependencies: Record<string, string>;
  exports: Record<string, unknown>;
};

/** The second column of a row of the page's tables. */
function rangeOf(name: string): string | undefined {
  const row = page.split("\n").find((line) => line.startsWith(`| ${name} |`));
  return row?.split("|")[2]?.trim();
}

test("docs/versions.md tells the ranges of the package", () => {
  const ranges = { "@pulumi/pulumi": manifest.dependencies["@pulumi/pulumi"], ...manifest.peerDependencies };
  const told = Object.keys(ranges).map((name) => [name, rangeOf(`\`${name}\``)]);
  expect(Object.fromEntries(told)).toEqual(ranges);
  expect(`>=${rangeOf("Node")?.replace(" or newer", "")}`).toBe(manifest.engines.node);
});

test("docs/versions.md names every file and module that the package exports", () => {
  const hidden = ["./package.json", "./cloudstack", "./*", "."];
  const names = Object.keys(manifest.exports).filter((name) => !hidden.includes(name));
  const missing = names.filter((name) => !page.includes(name.slice(2)));
  expect(missing).toEqual([]);
});
