import { expect, test } from "vitest";
import { type CloudName, cloudFor, cloudNames, type Refused, Stack } from "../conformance/harness.js";
import { limits } from "./index.js";
import type { Limit } from "./row.js";

function refusalOf(cloud: CloudName, { settings, bad }: Limit): string[] {
  try {
    bad(new Stack(cloudFor(cloud, settings)));
  } catch (error) {
    const { refused, issues } = error as Partial<Refused> & { issues?: Refused["refused"] };
    const all = refused ?? issues;
    if (!all) throw error;
    return all.map(
      ({ path, message, instead }) => `${path}: ${message}${instead === undefined ? "" : `; instead: ${instead}`}`,
    );
  }
  return [];
}

const cases = limits.flatMap((limit) =>
  (limit.cloud === "every" ? cloudNames : [limit.cloud]).map((cloud) => ({
    name: `${limit.section} on ${cloud}: ${limit.says} (${limit.text})`,
    cloud,
    limit,
  })),
);

test.each(cases)("$name", ({ cloud, limit }) => {
  expect(refusalOf(cloud, limit)).toContain(`${limit.path}: ${limit.text}`);
  limit.good(new Stack(cloudFor(cloud, limit.settings)));
});

test("every named section has rows", () => {
  const counts = new Map<string, number>();
  for (const { section } of limits) counts.set(section, (counts.get(section) ?? 0) + 1);
  console.log(
    [...counts]
      .sort()
      .map(([section, count]) => `${section}: ${count} rows`)
      .join("\n"),
  );
  expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(limits.length);
});
