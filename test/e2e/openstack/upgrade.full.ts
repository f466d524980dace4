import { describe, expect, test } from "vitest";
import { linesOf } from "../support/steps.js";
import { type Change, Trial } from "../support/trial.js";
import { belongings } from "./facts.js";
import { readLab } from "./lab.js";
import { webStack } from "./programs.js";
import { buildFormer, importLibrary } from "./upgrade-base.js";

interface Former {
  readonly commit: string;
  /** What its program has to leave out on this lab. */
  readonly edits: readonly Change[];
  /** What differs in a stack that the former one stood up: components alone, which say other notes and make nothing. */
  readonly updates: readonly string[];
}

/** Heat 19 answers 500 to the member file of the first one, so its pools are of fixed sizes here; the second one mends that. */
const formers: readonly Former[] = [
  {
    commit: "72c4e112bc79a2eed295b174b1a00baa73387ba1",
    edits: [
      {
        from: `size: { min: 1, max: 2 },
  autoscaling: new AutoscalingPolicy({
    metric: "cpu",
    scaleOut: { above: 40, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    cooldown: 300,
  }),`,
        to: "size: 1,",
      },
    ],
    updates: ["update index:InstancePool app", "update index:InstancePool web"],
  },
  {
    commit: "d36bdb25aaad8a110f188e80bede68cbbb84c304",
    edits: [],
    updates: ["update index:InstancePool app", "update index:InstancePool web"],
  },
];

describe.for(formers)("a stack of $commit", ({ commit, edits, updates }) => {
  let trial: Trial;
  let before: string[];
  let api: Parameters<typeof belongings>[0];

  test("is stood up by the library as it was", { timeout: 1_800_000 }, async () => {
    const folder = buildFormer(commit);
    const stand = await webStack(readLab(), `upgrade-${commit.slice(0, 7)}`);
    api = stand.tenant.api;
    before = await belongings(api);
    trial = new Trial({ ...stand.trial.options, program: `${folder}/examples/web-stack` });
    trial.edit(...edits);
    importLibrary(trial.folder, folder);
    await trial.up({ why: `up with the library of ${commit.slice(0, 7)}` });
  });

  test("is neither replaced nor deleted by the present library, in no part", async () => {
    importLibrary(trial.folder, undefined);
    const { steps } = await trial.preview({ why: "preview with the present library", refresh: true });
    expect(linesOf(steps)).toEqual(updates);
  });

  test("is brought up to date by it, and then settled", { timeout: 1_800_000 }, async () => {
    const { steps } = await trial.up({ why: "up with the present library", refresh: true });
    expect(linesOf(steps)).toEqual(updates);
    const { counts } = await trial.preview({ why: "preview after it", refresh: true });
    expect(Object.keys(counts)).toEqual(["same"]);
  });

  test("goes, and nothing is left", { timeout: 1_800_000 }, async () => {
    await trial.destroy();
    expect(await belongings(api)).toEqual(before);
  });
});
