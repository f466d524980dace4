import { beforeAll, describe, expect, test } from "vitest";
import { tableOf } from "../../declarations/tables.js";
import { nameOf as rowName } from "../rules.js";
import { propertiesOf } from "../schema.js";
import { allBonds, nameOf as bondName } from "./bonds/index.js";
import { judge, judgeInputs, nothingMet } from "./judge.js";
import { limits } from "./limits/index.js";
import { exampleStacks, notesOf, projectOf, runExample, runRandom } from "./programs.js";
import { schema, schemaOf } from "./schema.js";
import { applicationProgram, networkProgram } from "./spoilt/base.js";
import { types } from "./types.js";

const seed = 11;
const count = 300;
const met = nothingMet();
const properties = new Set<string>();

test("the schema holds the types that the adapter may make, and no others", () => {
  expect(Object.keys(schema)).toEqual(Object.keys(tableOf("oci").types));
  expect(Object.values(types).sort()).toEqual(Object.keys(schema).sort());
});

test("there are examples on OCI", () => {
  expect(exampleStacks.map(({ example, stack }) => `${example} ${stack}`)).toEqual([
    "oci-flask-autoscaling oci",
    "oci-flask-autoscaling schedules",
    "web-stack oci",
  ]);
});

describe.each(exampleStacks)("$example on $stack", (one) => {
  test("registers what the provider and the services take, in an order that they take", async () => {
    const program = await runExample(one, false);
    expect(judge(program, met)).toEqual([]);
    expect(program.resources.filter(({ isNative }) => isNative).length).toBeGreaterThan(20);
  });

  test("previews what the provider takes while ids are unknown", async () => {
    expect(judgeInputs(await runExample(one, true), nothingMet())).toEqual([]);
  });

  test("refreshes before each update, and says why", async () => {
    const { resources } = await runExample(one, false);
    const pools = resources.filter(({ type }) => type === "webtier:index:InstancePool");
    expect(projectOf(one.example)).toMatchObject({ options: { refresh: "always" } });
    expect(pools.map((pool) => notesOf(pool).includes("note:instancePool.refresh"))).toEqual(pools.map(() => true));
  });
});

describe(`${count} random programs (seed ${seed})`, () => {
  const wrong = new Map<string, number>();
  let resources = 0;

  beforeAll(async () => {
    for (const program of [await applicationProgram(), await networkProgram()]) judge(program, met);
    for await (const program of runRandom(seed, count)) {
      resources += program.resources.length;
      for (const { type, inputs, isNative } of program.resources) {
        if (isNative) for (const path of propertiesOf(inputs, schemaOf(type))) properties.add(`${type} ${path}`);
      }
      for (const text of judge(program, met)) wrong.set(text, (wrong.get(text) ?? 0) + 1);
    }
  }, 600_000);

  test("register what the provider and the services take, in an order that they take", () => {
    console.info(`${count} programs, ${resources} registrations, seed ${seed}`);
    expect([...wrong]).toEqual([]);
  });

  test("meet with the examples every limit but those of what the adapter leaves out (vitest -u writes reach/)", async () => {
    const rows = limits.filter((row) => !met.rows.has(row)).map(rowName);
    const bonds = allBonds.filter((bond) => !met.bonds.has(bond)).map(bondName);
    console.info(
      `${limits.length - rows.length} of ${limits.length} limits, ${allBonds.length - bonds.length} of ${allBonds.length} bonds met`,
    );
    await expect(linesOf([...rows, ...bonds])).toMatchFileSnapshot("./reach/unmet.txt");
  });

  test("set every property that the adapter may set (vitest -u writes reach/)", async () => {
    await expect(linesOf([...properties])).toMatchFileSnapshot("./reach/properties.txt");
  });
});

function linesOf(lines: readonly string[]): string {
  return `${[...new Set(lines)].sort().join("\n")}\n`;
}
