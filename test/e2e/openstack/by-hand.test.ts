import { describe, expect, test } from "vitest";
import { compare, webStack as pair } from "../graph/compare.js";
import { edgesIn, reasons, roundabout } from "../graph/reasons.js";
import { recordFigure } from "../support/record.js";
import { Trial } from "../support/trial.js";
import { readLab } from "./lab.js";
import { webStack } from "./programs.js";

const about = "web-stack on openstack beside the same resources written by hand";
const pairs = 5;
/** The library may take this many times as long. */
const bar = 1.15;

type Side = "library" | "byHand";

test("as many resources wait one after the other, and every further wait has its reason", async () => {
  const { longest, extra, lacking, reduced } = await compare(pair);
  const count = longest.byHand.length;
  recordFigure("by-hand", {
    about,
    what: "resources that wait one after the other",
    value: longest.library.length,
    bar: count,
    remark: longest.library.join(" → "),
  });
  for (const { reason, edges } of reasons) {
    recordFigure("by-hand", {
      about,
      what: "further waits",
      value: edges.length,
      remark: `${reason}: ${edges.join("; ")}`,
    });
  }
  for (const { reason, edges } of roundabout) {
    recordFigure("by-hand", {
      about,
      what: "waits through others",
      value: edges.length,
      remark: `${reason}: ${edges.join("; ")}`,
    });
  }
  expect(longest.library).toHaveLength(count);
  expect(extra).toEqual(edgesIn(reasons));
  expect({ lacking, direct: reduced.lacking }).toEqual({ lacking: [], direct: edgesIn(roundabout) });
});

const full = process.env.WEBTIER_E2E === "full";
if (full) describe("on the lab", timePairs);

async function timePairs(): Promise<void> {
  const trials = await bothSides();
  const seconds: Record<Side, number[]> = { library: [], byHand: [] };

  test.for(Array.from({ length: pairs }, (_, index) => index))(
    "pair %i comes up and goes",
    { timeout: 1_800_000 },
    async (index) => {
      for (const side of turns(index)) {
        const trial = trials[side];
        const { counts, seconds: taken } = await trial.up({ why: `up of pair ${index + 1}` });
        expect({ side, counts }).toEqual({ side, counts: { create: made[side] } });
        seconds[side].push(taken);
        await trial.destroy({ why: `destroy of pair ${index + 1}` });
      }
    },
  );

  test("up of the library takes hardly longer", () => {
    expect([seconds.library.length, seconds.byHand.length]).toEqual([pairs, pairs]);
    const ratios = seconds.library.map((ours, index) => ours / (seconds.byHand[index] ?? Number.NaN));
    const ratio = Math.round(median(ratios) * 1000) / 1000;
    const remark = `median of ${pairs} pairs in turn (${seconds.library.join(", ")} s against ${seconds.byHand.join(", ")} s)`;
    recordFigure("by-hand", { about, what: "time of up, the library's to the other's", value: ratio, bar, remark });
    expect(ratio).toBeLessThanOrEqual(bar);
  });
}

/** What each program makes, the stack itself counted; the library's components are resources of the engine too. */
const made: Readonly<Record<Side, number>> = { library: 49, byHand: 34 };

/** Each program in a project of its own, with the same settings. */
async function bothSides(): Promise<Record<Side, Trial>> {
  const lab = readLab();
  const library = await webStack(lab, "by-hand-library");
  const other = await webStack(lab, "by-hand");
  const byHand = new Trial({ ...other.trial.options, program: pair.byHand, project: "by-hand" });
  return { library: library.trial, byHand };
}

/** Neither program always goes first. */
function turns(index: number): readonly Side[] {
  return index % 2 === 0 ? ["library", "byHand"] : ["byHand", "library"];
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
