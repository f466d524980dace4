import { beforeAll, expect, test } from "vitest";
import { nameOf as rowName } from "../rules.js";
import { aroundOf } from "./around.js";
import { allBonds, nameOf as bondName, brokenBonds } from "./bonds/index.js";
import { judge, judgeInputs, nothingMet } from "./judge.js";
import { limits } from "./limits/index.js";
import type { Program } from "./programs.js";
import { balancerSpoils, networkBalancerSpoils, routingSpoils } from "./spoilt/balancing.js";
import { applicationProgram, networkProgram } from "./spoilt/base.js";
import { applicationBondSpoils, networkBondSpoils } from "./spoilt/bonds.js";
import { labelSpoils, networkLabelSpoils, networkSpoils } from "./spoilt/inputs.js";
import { autoscalingSpoils, computeSpoils, identitySpoils, watchingSpoils } from "./spoilt/scaling.js";
import { type Spoil, spoilt, titleOf } from "./spoilt/spoil.js";

const applicationSpoils = [
  ...labelSpoils,
  ...networkSpoils,
  ...balancerSpoils,
  ...routingSpoils,
  ...computeSpoils,
  ...autoscalingSpoils,
  ...identitySpoils,
  ...watchingSpoils,
  ...applicationBondSpoils,
];
const networkProgramSpoils = [...networkLabelSpoils, ...networkBalancerSpoils, ...networkBondSpoils];

const nothing = "  nothing is found";

let application: Program;
let network: Program;
let lines: readonly string[];

beforeAll(async () => {
  application = await applicationProgram();
  network = await networkProgram();
  lines = [...findingsOf(application, applicationSpoils), ...findingsOf(network, networkProgramSpoils)];
}, 120_000);

test("the programs that are spoilt are good before", () => {
  expect([...judge(application, nothingMet()), ...judge(network, nothingMet())]).toEqual([]);
});

test("each mistake is found, and nothing else (vitest -u writes spoilt/)", async () => {
  console.info(`${applicationSpoils.length + networkProgramSpoils.length} spoilt programs`);
  expect(lines.flatMap((line, index) => (line === nothing ? [lines[index - 1]] : []))).toEqual([]);
  await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("./spoilt/findings.txt");
});

test("every limit and every bond is broken by one of them", () => {
  const found = new Set(
    lines.map((line) =>
      line
        .replace(/^ {2}\S+ /, "")
        .replace(/\[\d+\]/g, "[]")
        .replace(/; got .*/, ""),
    ),
  );
  const rows = limits.filter(
    ({ type, path, must }) => !found.has(`(${type}) ${path === "" ? "" : `${path}: `}must ${must}`),
  );
  const bonds = allBonds.filter(({ type, must }) => !found.has(`(${type}) must ${must}`));
  expect([...rows.map(rowName), ...bonds.map(bondName)]).toEqual([]);
});

/** Each mistake, and what is found of it. */
function findingsOf(program: Program, spoils: readonly Spoil[]): string[] {
  return spoils.flatMap((spoil) => {
    const bad = spoilt(program, spoil);
    const found = [
      ...judgeInputs({ ...bad, resources: [bad.spoilt] }, nothingMet()),
      ...brokenBonds(allBonds, aroundOf(bad), new Set()),
    ];
    return [
      titleOf(spoil),
      ...(found.length === 0 ? [nothing] : found.map((text) => `  ${text.replace(/; got (?:[[{].*|.{61,})/, "")}`)),
    ];
  });
}
