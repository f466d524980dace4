import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Plan } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { steps } from "./index.js";
import type { Change, Place, Step } from "./row.js";

const plans = new Map<string, Promise<Plan>>();
const folder = (example: string) => new URL(`../../examples/${example}`, import.meta.url).pathname;
const stackOf = ({ example, stack }: Step) => stack ?? example.replace(/-.*/, "");
const keyOf = (step: Step) => `${step.example}.${stackOf(step)}`;

function planOf(step: Step): Promise<Plan> {
  const known = plans.get(keyOf(step));
  if (known) return known;
  const plan = planProgram({ directory: folder(step.example), stack: stackOf(step) });
  plans.set(keyOf(step), plan);
  return plan;
}

function read(value: unknown, path: string): unknown {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], value);
}

async function resourcesAt(step: Step, { type, name }: Place) {
  const { resources } = await planOf(step);
  return resources.filter((one) => one.type === type && (name === undefined || one.name === name));
}

async function documentsOf(step: Step, key: string): Promise<Readonly<Record<string, unknown>>> {
  const { components } = await planOf(step);
  return components.find((one) => one.key === key)?.documents ?? {};
}

async function notesOf(step: Step, id: string): Promise<string[]> {
  const { notes } = await planOf(step);
  return notes.filter((note) => note.id === id).map(({ message }) => message);
}

function settingOf(step: Step, path: string): unknown {
  const file = parse(readFileSync(`${folder(step.example)}/Pulumi.${stackOf(step)}.yaml`, "utf8")) as {
    config: Record<string, unknown>;
  };
  return read(file.config["webtier:settings"], path);
}

function textOf({ example }: Step, file: string): string {
  return readFileSync(`${folder(example)}/${file}`, "utf8").replace(/\s+/g, " ");
}

/** What a plan of the example says after a change of one of its files. */
async function refusal(step: Step, { file, from, to }: Change): Promise<string> {
  const copy = changedCopy(step.example);
  try {
    const text = readFileSync(join(copy, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(copy, file), text.replace(from, to));
    return await planProgram({ directory: copy, stack: stackOf(step) }).then(
      () => "nothing was refused",
      ({ message }: Error) => message,
    );
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** In the repository, where the program finds the library and the SDKs. */
function changedCopy(example: string): string {
  const place = new URL("../../.cache", import.meta.url).pathname;
  mkdirSync(place, { recursive: true });
  const copy = mkdtempSync(join(place, "refused-"));
  cpSync(folder(example), copy, { recursive: true });
  return copy;
}

const rows = steps.map((step, index) => ({ title: `${index + 1} ${keyOf(step)}: ${step.step}`, step }));

test.each(rows)("$title", async ({ step }) => {
  const { expected } = step;
  if ("property" in expected) {
    const found = await resourcesAt(step, expected);
    expect(found.map(({ inputs }) => read(inputs, expected.property))).toContainEqual(expected.value);
  }
  if ("option" in expected) {
    const found = await resourcesAt(step, expected);
    expect(found.map(({ options }) => read(options, expected.option))).toContainEqual(expected.value);
  }
  if ("document" in expected) {
    const { [expected.document]: document } = await documentsOf(step, expected.component);
    expect(read(document, expected.at)).toEqual(expected.value);
  }
  if ("absent" in expected) expect(await resourcesAt(step, { type: expected.absent })).toEqual([]);
  if ("note" in expected)
    expect(await notesOf(step, expected.note)).toContainEqual(expect.stringContaining(expected.says));
  if ("setting" in expected) expect(settingOf(step, expected.setting)).toEqual(expected.value);
  if ("file" in expected) expect(textOf(step, expected.file)).toContain(expected.holds);
  if ("told" in expected) expect(textOf(step, "README.md")).toContain(expected.told);
  if ("refused" in expected) expect(await refusal(step, expected.when)).toContain(expected.refused);
});

test("every row of the tables is there once", () => {
  const titles = steps.map((step) => `${keyOf(step)} ${step.step}`);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(count()).toMatchInlineSnapshot(`
    {
      "aws-alb-autoscaling: absent": 1,
      "aws-alb-autoscaling: option": 1,
      "aws-alb-autoscaling: property": 74,
      "aws-alb-autoscaling: refused": 1,
      "aws-alb-autoscaling: setting": 3,
      "aws-alb-autoscaling: told": 1,
      "aws-cpu-tracking: document": 5,
      "aws-cpu-tracking: note": 2,
      "aws-cpu-tracking: property": 32,
      "aws-cpu-tracking: setting": 1,
      "oci-flask-autoscaling: file": 5,
      "oci-flask-autoscaling: option": 2,
      "oci-flask-autoscaling: property": 100,
      "oci-flask-autoscaling: refused": 4,
      "oci-flask-autoscaling: setting": 7,
      "openstack-octavia: document": 20,
      "openstack-octavia: file": 2,
      "openstack-octavia: property": 46,
      "openstack-octavia: setting": 3,
    }
  `);
});

/** How many rows of each walk-through are answered in which way. */
function count(): Record<string, number> {
  const kinds = ["property", "option", "document", "absent", "note", "setting", "file", "refused", "told"];
  const found = steps.map(({ example, expected }) => `${example}: ${kinds.find((kind) => kind in expected)}`);
  return Object.fromEntries([...new Set(found)].map((one) => [one, found.filter((other) => other === one).length]));
}
