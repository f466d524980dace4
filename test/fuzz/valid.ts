import { expect, test } from "vitest";
import { isPlain } from "../../src/core/declared.js";
import { type CloudName, cloudFor } from "../conformance/harness.js";
import { problemsOf } from "../declarations/check.js";
import { tableOf } from "../declarations/tables.js";
import { variants } from "../fixtures/variants.js";
import { moreNames } from "../probe/settings.js";
import { accepted, refusalsOf, unmet } from "./accepted/index.js";
import { Chooser } from "./chooser.js";
import type { Made } from "./making.js";
import { makeProgram } from "./program.js";
import { Reach } from "./reach.js";
import { rowsOf } from "./rows.js";

const seed = Number(process.env.WEBTIER_FUZZ_SEED ?? 20);
const count = Number(process.env.WEBTIER_FUZZ_RUNS ?? 1000);

interface Found {
  readonly reach: Reach;
  readonly types: Set<string>;
  /** What went wrong, with how often. */
  readonly wrong: Map<string, number>;
}

/** Programs that keep to a cloud's tables and to its rules are planned, and together they meet all of them. */
export function testPrograms(name: CloudName): void {
  const found = run(name);

  test(`${count} programs within the tables of ${name} are planned as its services take them (seed ${seed})`, () => {
    expect([...found.wrong]).toEqual([]);
  });

  test(`those programs meet every case of the tables of ${name}`, () => {
    const { all, open } = found.reach;
    console.info(`${name}: ${all.length - open.length} of ${all.length} cases met`);
    expect(open.map((one) => one.name)).toEqual([]);
  });

  test(`those programs make every type that ${name} may make`, () => {
    expect([...found.types].sort()).toEqual(Object.keys(tableOf(name).types));
  });

  test(`all that is told of what services of ${name} take was compared with something`, () => {
    expect(unmet(accepted[name])).toEqual([]);
  });
}

function run(name: CloudName): Found {
  const choose = new Chooser(seed);
  const settings = [{}, ...(variants[name] ?? [])].map((extra) => ({ ...moreNames[name], ...extra }));
  const rows = rowsOf(cloudFor(name));
  const found: Found = { reach: new Reach(cloudFor(name)), types: new Set(), wrong: new Map() };
  for (let run = 0; run < count; run++) {
    const cloud = cloudFor(name, choose.one("settings", settings));
    for (const text of wrongIn(() => makeProgram(cloud, rows, choose), name, found))
      found.wrong.set(text, (found.wrong.get(text) ?? 0) + 1);
  }
  return found;
}

function wrongIn(make: () => Made[], name: CloudName, { reach, types }: Found): string[] {
  try {
    const made = make();
    for (const one of made) reach.meet(one);
    const planned = made.flatMap(({ it, refused }) => (refused ? [] : [it]));
    for (const { plan } of planned) for (const { type } of Object.values(plan.resources)) types.add(type);
    return planned.flatMap((it) => [...problemsOf(it, tableOf(name)), ...refusalsOf(it, accepted[name])]);
  } catch (error) {
    if (!isPlain(error)) throw error;
    return [`is refused: ${JSON.stringify(error.refused)}`];
  }
}
