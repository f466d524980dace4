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
import { moreNames } from "./settings.js";

const clouds = Object.fromEntries(
  cloudNames.map((name) => [
    name,
    [{}, ...(variants[name] ?? [])].map((extra) => cloudFor(name, { ...moreNames[name], ...extra })),
  ]),
) as Record<CloudName, Cloud[]>;
const { rows } = capabilities(nouns, Object.fromEntries(cloudNames.map((name) => [name, clouds[name][0] as Cloud])));

const cases = cloudNames.flatMap((cloud) =>
  rows.map((row) => ({ name: nameOf(cloud, row), cloud, row, answer: row.answers[cloud] as Answer })),
);
test.each(cases)("$name does what its table says", ({ cloud, row, answer }) => {
  expect(complaints(clouds[cloud], row, answer, rows)).toEqual([]);
});

test.each(cloudNames)("%s with plans that ignore their specs is found out in every native option", (name) => {
  const deaf = [deafened(name)];
  const provable = cases.filter(({ cloud, row, answer }) => cloud === name && isProvable(row, answer));
  const silent = provable.filter(({ row, answer }) => complaints(deaf, row, answer, rows).length === 0);
  expect(silent.map((one) => one.name)).toEqual([]);
});

/** A word or number may be the only one that its cloud takes, and near shows in its note. */
function isProvable({ value }: Row, answer: Answer): boolean {
  const fates = leavesOf(answer).map(({ told }) => told);
  if (value === undefined && fates.some(({ fate }) => fate === "near")) return false;
  if (fates.some(({ range }) => range && range[0] === range[1])) return false;
  return fates.some(({ fate, as }) => fate === "native" && (value === undefined || as !== undefined));
}

/** The same tables and rules, and every plan empty. */
function deafened(name: CloudName): Cloud {
  const nouns = Object.entries(clouds[name][0]?.nouns ?? {}).map(([noun, adapter]) => [
    noun,
    { ...adapter, plan: () => ({ resources: {}, outputs: { publicSubnets: ["a", "b"], privateSubnets: ["a", "b"] } }) },
  ]);
  const fields = Object.fromEntries(
    Object.keys({ ...settings[name], ...moreNames[name] }).map((key) => [key, z.any()]),
  );
  const load = () => {
    throw new Error("a probe makes nothing");
  };
  return makeCloud(
    { name, sdk: "", load, fields, nouns: Object.fromEntries(nouns) },
    { ...settings[name], ...moreNames[name] },
  );
}

function nameOf(cloud: string, { noun, path, kind, value }: Row): string {
  return [`${cloud}: ${noun} ${path}`, value ?? kind].filter((part) => part !== undefined).join(" ");
}
