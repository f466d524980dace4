import { expect } from "vitest";
import { type Alteration, deploy, nameOf, roundsOf } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import { type Facts, readFacts } from "./facts.js";
import { belongings } from "./left.js";
import type { Stand } from "./programs.js";
import { after, type Step } from "./told.js";

/** An alteration with what it changes in the cloud's answers. */
export interface ToldAlteration extends Alteration {
  readonly told: readonly Step[];
}

/** One program from its first deployment to its end, with all that AWS must say of it. */
export interface Life {
  /** The first deployment, which neither a preview nor a refresh finds a difference with. */
  begin(resources: number): Promise<void>;
  /** Every answer as expected, whole, and nothing besides. */
  expectFacts(): Promise<void>;
  /** What somebody else than the program changes. */
  expectChanged(told: readonly Step[]): Promise<void>;
  alter(round: readonly ToldAlteration[]): Promise<void>;
  /** Nothing is left but what was there before. */
  end(): Promise<void>;
}

export async function beginLife({ trial, api }: Stand, first: Facts): Promise<Life> {
  const before = await belongings(api);
  let facts = first;
  const expectFacts = async () => expect(await readFacts(api)).toEqual(facts);
  const expectChanged = async (told: readonly Step[]) => {
    facts = after(facts, told);
    await expectFacts();
  };
  return {
    expectFacts,
    expectChanged,
    begin: async (resources) => {
      expect((await trial.preview()).counts).toEqual({ create: resources });
      expect((await trial.up()).counts).toEqual({ create: resources });
      await expectSettled(trial);
    },
    alter: async (round) => {
      await deploy(trial, round);
      await expectChanged(round.flatMap(({ told }) => told));
    },
    end: async () => {
      await expectSettled(trial, "all changes");
      await trial.destroy();
      expect(await belongings(api)).toEqual(before);
    },
  };
}

/** Rounds by what they are told as, for `test.each`. */
export function namedRounds(alterations: readonly ToldAlteration[]): [string, ToldAlteration[]][] {
  return (roundsOf(alterations) as ToldAlteration[][]).map((round) => [nameOf(round), round]);
}
