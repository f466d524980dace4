import { join } from "node:path";
import { planProgram } from "../../../src/plan/plan-program.js";
import { beyond, type Graph, graphOf, longestPath, reduced } from "./graph.js";

const root = join(__dirname, "../../..");

/** One program of the library and its counterpart that is written by hand, in one stack. */
export interface Pair {
  readonly library: string;
  readonly byHand: string;
  readonly stack: string;
}

export interface Comparison {
  readonly longest: { readonly library: readonly string[]; readonly byHand: readonly string[] };
  /** Every wait of the library that the other program lacks, and the other way round. */
  readonly extra: readonly string[];
  readonly lacking: readonly string[];
  /** The same of both graphs without the waits that follow from others. */
  readonly reduced: { readonly extra: readonly string[]; readonly lacking: readonly string[] };
}

export const webStack: Pair = {
  library: "examples/web-stack",
  byHand: "test/e2e/programs/by-hand",
  stack: "openstack",
};

/** Both programs as they register, without a cloud. */
export async function compare({ library, byHand, stack }: Pair): Promise<Comparison> {
  const [ours, theirs] = await Promise.all([graphFor(library, stack), graphFor(byHand, stack)]);
  const [short, shortTheirs] = [reduced(ours), reduced(theirs)];
  return {
    longest: { library: longestPath(ours), byHand: longestPath(theirs) },
    extra: beyond(ours, theirs),
    lacking: beyond(theirs, ours),
    reduced: { extra: beyond(short, shortTheirs), lacking: beyond(shortTheirs, short) },
  };
}

async function graphFor(folder: string, stack: string): Promise<Graph> {
  return graphOf(await planProgram({ directory: join(root, folder), stack }));
}
