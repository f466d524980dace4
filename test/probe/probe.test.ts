import { expect, test } from "vitest";
import { z } from "zod";
import { type Answer, leavesOf } from "../../src/core/answers.js";
import { capabilities, type Row } from "../../src/core/capabilities.js";
import type { Cloud } from "../../src/core/cloud.js";
import { makeCloud } from "../../src/core/settings.js";
import { nouns } from "../../src/spec/nouns.js";
import { type CloudName, cloudFor, cloudNames } from "../conformance/harness.js";
import { settings } from "../fixtures/settings.js";
import { variants } from "../fixtures/variants.js";
import { complaints } from "./judge.js";

/** Options that only components to come will read. */
const readLater = ["Tier.placement"];

const clouds = Object.fromEntries(
  cloudNames.map((name) => [name, [{}, ...(variants[name] ?? [])].map((extra) => cloudFor(name, extra))]),
) as Record<CloudName, Cloud[]>;
const { rows } = capabilities(nouns, Object.fromEntries(cloudNames.map((name) => [name, clouds[name][0] as Cloud])));

const cases = cloudNames.flatMap((cloud) =>
  rows.map((row) => ({ name: nameOf(cloud, row), cloud, row, answer: row.answers[cloud] as Answer })),
);
const isLater = ({ row: { noun, path } }: { row: Row }) => readLater.includes(`${noun}.${path}`);

test.each(cases.filter((one) => !isLater(one)))("$name does what its table says", ({ cloud, row, answer }) => {
  expect(complaints(clouds[cloud], row, answer, rows)).toEqual([]);
});

test("options that are read later are still without effect somewhere", () => {
  const later = cases
    .filter(isLater)
    .filter(({ cloud, row, answer }) => complaints(clouds[cloud], row, answer, rows)[0]);
  expect([...new Set(later.map(({ row: { noun, path } }) => `${noun}.${path}`))]).toEqual(readLater);
});

test.each(cloudNames)("%s with plans that ignore their specs is found out in every native option", (name) => {
  const deaf = [deafened(name)];
  const provable = cases.filter(({ cloud, row, answer }) => cloud === name && isProvable(row, answer));
  const silent = provable.filter(({ row, answer }) => complaints(deaf, row, answer, rows).length === 0);
  expect(silent.map((one) => one.name)).toEqual([]);
});

/** A word without a name of its own may be the only one that its cloud takes, and near shows in its note. */
function isProvable({ value }: Row, answer: Answer): boolean {
  const fates = leavesOf(answer).map(({ told }) => told);
  if (value === undefined && fates.some(({ fate }) => fate === "near")) return false;
  return fates.some(({ fate, as }) => fate === "native" && (value === undefined || as !== undefined));
}

/** The same tables and rules, and every plan empty. */
function deafened(name: CloudName): Cloud {
  const nouns = Object.entries(clouds[name][0]?.nouns ?? {}).map(([noun, adapter]) => [
    noun,
    { ...adapter, plan: () => ({ resources: {}, outputs: { publicSubnets: ["a", "b"], privateSubnets: ["a", "b"] } }) },
  ]);
  const fields = Object.fromEntries(Object.keys(settings[name]).map((key) => [key, z.any()]));
  const load = () => {
    throw new Error("a probe makes nothing");
  };
  return makeCloud({ name, sdk: "", load, fields, nouns: Object.fromEntries(nouns) }, settings[name]);
}

function nameOf(cloud: string, { noun, path, kind, value }: Row): string {
  return [`${cloud}: ${noun} ${path}`, value ?? kind].filter((part) => part !== undefined).join(" ");
}
