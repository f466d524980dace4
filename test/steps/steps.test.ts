import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { parse } from "yaml";
import type { Plan } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { steps } from "./index.js";
import type { Step } from "./row.js";

const examples = [...new Set(steps.map(({ example }) => example))];
const plans = new Map<string, Plan>();
const folder = (example: string) => new URL(`../../examples/${example}`, import.meta.url).pathname;

beforeAll(async () => {
  for (const example of examples) plans.set(example, await planProgram({ directory: folder(example) }));
});

function read(value: unknown, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

function planned({ example, expected }: Step): unknown {
  if (!("type" in expected)) throw new Error("not a planned step");
  const { type, name, property } = expected;
  const found =
    plans.get(example)?.resources.filter((one) => one.type === type && (name === undefined || one.name === name)) ?? [];
  return found.map(({ inputs }) => read(inputs, property));
}

function settingOf(example: string, path: string): unknown {
  const { cloud } = plans.get(example) ?? {};
  const file = parse(readFileSync(`${folder(example)}/Pulumi.${cloud}.yaml`, "utf8")) as {
    config: Record<string, unknown>;
  };
  return read(file.config["webtier:settings"], path);
}

function readme(example: string): string {
  return readFileSync(`${folder(example)}/README.md`, "utf8").replace(/\s+/g, " ");
}

const rows = steps.map((step, index) => ({ title: `${index + 1} ${step.example}: ${step.step}`, step }));

test.each(rows)("$title", ({ step }) => {
  const { expected, example } = step;
  if ("type" in expected) expect(planned(step)).toContainEqual(expected.value);
  if ("setting" in expected) expect(settingOf(example, expected.setting)).toEqual(expected.value);
  if ("refused" in expected) expect(readme(example)).toContain(expected.refused);
  if ("later" in expected) expect(expected.later).toBe("compute half");
});

test("the step tables are whole", () => {
  const kinds = steps.map(({ expected }) => Object.keys(expected)[0]);
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  console.log(
    `${steps.length} steps: ${count("type")} planned, ${count("setting")} settings, ${count("refused")} refused, ${count("later")} in the compute half`,
  );
  expect(new Set(steps.map(({ example, step }) => `${example} ${step}`)).size).toBeGreaterThan(50);
});
