import { gaps } from "../aws/gaps.js";
import type { KeptRun, KeptStep, RunHead } from "./kept.js";
import { type Table, tableText } from "./table-text.js";
import { changeTable, cycleTable, faultTable, figureTables, madeLines, refusalText } from "./tables.js";
import { limits, standing } from "./texts.js";

/** The whole page; without a kept run it says that there is none. */
export async function renderPage(kept: KeptRun | undefined): Promise<string> {
  if (!kept)
    return join([
      "# What was stood up",
      "Written from the records of the last full run; none has been kept yet.",
      ...unseen,
    ]);
  const { run, steps, figures } = kept;
  const clouds = [...new Set(steps.map(({ cloud }) => cloud))].sort();
  const sections = [
    heading(kept),
    standing,
    ...clouds.flatMap((cloud) =>
      cloudSection(
        cloud,
        steps.filter((step) => step.cloud === cloud),
      ),
    ),
    "## What the clouds refused",
    refusalText(steps),
    ...figureTables(figures).flatMap(({ about, table }) => [`## ${about}`, table]),
    "## What ran",
    {
      header: ["part", "version", "pinned in"],
      rows: run.versions.map(({ part, version, pin }) => [part, version, `\`${pin}\``]),
    },
    ...unseen,
  ];
  return join(sections);
}

const unseen: readonly (string | Table)[] = [
  limits,
  "## What the stand-in of AWS does not judge",
  {
    header: ["call", "in the lab", "what judges it instead"],
    rows: gaps.map(({ call, happens, judge }) => [call, happens, judge]),
  },
];

async function join(sections: readonly (string | Table)[]): Promise<string> {
  const texts = await Promise.all(
    sections.map((section) => (typeof section === "string" ? section : tableText(section))),
  );
  return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}

function heading({ run, steps }: KeptRun): string {
  const { began, commit, machine, level } = run;
  const trials = new Set(steps.map(({ trial }) => trial)).size;
  return [
    "# What was stood up",
    "",
    `Written from the records of a ${level === "full" ? "full run" : `run of level ${level}`} by \`npm run test:e2e:full\`: ${began.slice(0, 10)}, commit ${commit}, ${minutesOf(run)} minutes, ${machine}. ${steps.length} operations of the engine in ${trials} trials.`,
    "Times are wall clock in seconds while several trials ran at once: orders of magnitude.",
  ].join("\n");
}

function minutesOf({ began, ended }: RunHead): number {
  return Math.round((Date.parse(ended) - Date.parse(began)) / 60_000);
}

function cloudSection(cloud: string, steps: readonly KeptStep[]): (string | Table)[] {
  const trials = [...new Set(steps.map(({ trial }) => trial))].map((trial) =>
    steps.filter((step) => step.trial === trial),
  );
  const faults = faultTable(trials);
  return [
    `## ${cloud}`,
    'The first cycle of each trial. "unchanged" counts the previews and refreshes that found nothing to change.',
    cycleTable(trials),
    `What the first up made, by types of the provider:\n\n${madeLines(trials)}`,
    ...changeTables(trials),
    ...(faults.rows.length === 0 ? [] : [`### Faults on ${cloud}`, "Something was broken on purpose.", faults]),
  ];
}

function changeTables(trials: readonly (readonly KeptStep[])[]): (string | Table)[] {
  return trials.flatMap((steps) => {
    const table = changeTable(steps);
    return table.rows.length === 0 ? [] : [`### Changes of ${steps[0]?.trial} on ${steps[0]?.cloud}`, table];
  });
}
