import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { permissions } from "../../src/clouds/permissions.js";
import { clouds, planned } from "../../src/clouds/registry.js";
import { reviews } from "../../src/clouds/reviews.js";
import { nouns } from "../../src/spec/nouns.js";
import { root, sources } from "./sources.js";

const kebab = (name: string) => name.replace(/([a-z])([A-Z])/g, "$1-$2").toLowerCase();
const nounFiles = nouns.map(({ name }) => `${kebab(name)}.ts`);
const cloudFiles = ["index.ts", "settings.ts", "resources.ts", "native.ts", ...nounFiles];

/** Where a plain error or a refusal may be made; everywhere else mistakes are issues, collected by core. */
const throwing = /^(core|plan|diff|report|comment|testing|cli)\//;

function missing(cloud: string, wanted: readonly string[]): string[] {
  const found = readdirSync(join(root, "src/clouds", cloud));
  return wanted.filter((file) => !found.includes(file));
}

test.each(Object.keys(clouds))("%s has the files that every cloud has", (cloud) => {
  expect(missing(cloud, cloudFiles)).toEqual([]);
});

test.each(Object.keys(planned))("%s, planned, has a table of every noun", (cloud) => {
  expect(missing(cloud, nounFiles)).toEqual([]);
});

test("every cloud tells reviewers and operators what they must know", () => {
  const names = Object.keys(clouds).sort();
  expect([Object.keys(reviews).sort(), Object.keys(permissions).sort()]).toEqual([names, names]);
});

test("every folder of clouds is in the registry or planned", () => {
  const folders = readdirSync(join(root, "src/clouds"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...Object.keys(clouds), ...Object.keys(planned)].sort());
});

test("every noun has its schema and its component in files of its name", () => {
  const paths = sources.map(({ path }) => path);
  const wanted = nounFiles.flatMap((file) => [`spec/${file}`, `components/${file}`]);
  expect(wanted.filter((path) => !paths.includes(path))).toEqual([]);
});

test("no file has more than 250 lines", () => {
  expect(sources.filter(({ lines }) => lines > 250).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("half of the files have at most 80 lines", () => {
  const sorted = sources.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(80);
});

test("no component has more than 60 lines", () => {
  const long = sources.filter(({ path, lines }) => path.startsWith("components/") && lines > 60);
  expect(long.map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test("core names no cloud and no noun", () => {
  const clouded = [...Object.keys(clouds), ...Object.keys(planned)];
  const words = new RegExp(`\\b(${[...clouded, ...nouns.map(({ name }) => name)].join("|")})\\b`, "gi");
  const named = sources
    .filter(({ path }) => path.startsWith("core/"))
    .flatMap(({ path, code }) => [...code.matchAll(words)].map(([word]) => `${path}: ${word}`));
  expect(named).toEqual([]);
});

test("only core and what runs programs throw", () => {
  const throwers = sources.filter(({ path, code }) => !throwing.test(path) && /\bthrow\b/.test(code));
  expect(throwers.map(({ path }) => path)).toEqual([]);
});
