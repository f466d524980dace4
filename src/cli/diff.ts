import { basename } from "node:path";
import { Command } from "commander";
import { PlanError } from "../plan/errors.js";
import type { StackChoice } from "../plan/stacks.js";
import { type Compared, compare, type Sides } from "./compare.js";
import { writeDocument } from "./document.js";
import { commitIn, type DocumentFlags, listIn, seconds, withDocumentFlags } from "./flags.js";
import { stackNamesOf } from "./plan-side.js";
import { readRates } from "./rates.js";
import { openSide, type Side } from "./sides.js";
import { strangerBounds, watch } from "./watchdog.js";

interface DiffFlags extends DocumentFlags {
  readonly stack?: readonly string[];
  readonly allStacks?: true;
  readonly cloud?: string;
  readonly project: string;
  readonly timeout: number;
  readonly fingerprint?: string;
  readonly untrustedHead?: true;
  readonly commit?: string;
}

export function diffCommand(): Command {
  const command = new Command("diff")
    .description("say what differs between two plans; needs no cloud and no credentials")
    .argument(
      "<base>",
      "a plan file, a folder, or a git ref with or without a path: main, HEAD~1, v1.2:path/to/project",
    )
    .argument("<head>", "the same")
    .option("--stack <name>", "the stack to plan on both sides; several with a comma or several times", listIn)
    .option("--all-stacks", "every stack that either side has")
    .option("--cloud <name>", "instead of a stack: the only one on this cloud")
    .option("--project <directory>", "the project whose folder a ref without a path means", ".")
    .option("--timeout <seconds>", "time that each program has", seconds, 60)
    .option("--fingerprint <key>", "the key that plan files were made with; default: one for this run alone")
    .option("--commit <hash>", "the commit of a head that is a plan file", commitIn)
    .option("--untrusted-head", "the program of the head could have lied: believe less, and say so");
  return withDocumentFlags(command).action(runDiff);
}

async function runDiff(base: string, head: string, flags: DiffFlags): Promise<void> {
  const unwatch = flags.untrustedHead ? watch(strangerBounds) : () => {};
  try {
    const began = performance.now();
    const compared = await compareAll(base, head, flags);
    const exitCode = writeDocument(
      compared.map(({ diff }) => diff),
      { ...flags, command: commandOf(base, head, flags), seconds: (performance.now() - began) / 1000 },
    );
    process.exitCode = worstOf(compared) || exitCode;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } finally {
    unwatch();
  }
}

async function compareAll(base: string, head: string, flags: DiffFlags): Promise<Compared[]> {
  const rates = flags.rates === undefined ? undefined : readRates(flags.rates);
  const opened = await openBoth(base, head, flags);
  try {
    const options = {
      timeout: flags.timeout,
      untrustedHead: flags.untrustedHead ?? false,
      ...(flags.fingerprint === undefined ? {} : { fingerprint: flags.fingerprint }),
      ...(rates === undefined ? {} : { rates }),
    };
    const compared: Compared[] = [];
    for (const choice of choicesOf(opened, flags)) compared.push(await compare(opened, choice, options));
    return compared;
  } finally {
    opened.base.close();
    opened.head.close();
  }
}

async function openBoth(base: string, head: string, { project, commit }: DiffFlags): Promise<Sides> {
  const first = await openSide(base, project);
  try {
    const second = await openSide(head, project);
    return { base: first, head: commit === undefined ? second : named(second, commit) };
  } catch (error) {
    first.close();
    throw error;
  }
}

/** A plan file by its commit, which says more than where it lies. */
function named(side: Side, commit: string): Side {
  if (side.source.kind === "plan") return { ...side, label: commit, commit };
  side.close();
  throw new PlanError(
    `--commit ${commit} names the commit of a head that is a plan file, and ${side.label} is none\n  instead: leave it out; a ref and a folder say their own`,
  );
}

function choicesOf({ base, head }: Sides, { stack = [], allStacks, cloud }: DiffFlags): StackChoice[] {
  if (allStacks && (stack.length > 0 || cloud !== undefined)) {
    throw new PlanError("--all-stacks leaves no choice: leave --stack and --cloud out");
  }
  if (stack.length > 0 && cloud !== undefined) {
    throw new PlanError(`--stack ${stack.join(",")} and --cloud ${cloud} choose both\n  instead: one of the two`);
  }
  const names = allStacks ? [...new Set([...stackNamesOf(head), ...stackNamesOf(base)])].sort() : stack;
  const fromFile = [base, head].find(({ source }) => source.kind === "plan");
  if (names.length > 1 && fromFile) {
    throw new PlanError(
      `${fromFile.label} is the plan of one stack\n  instead: one --stack, or folders or refs on both sides`,
    );
  }
  if (allStacks && names.length === 0) throw new PlanError("neither side has a stack");
  return names.length === 0 ? [{ cloud }] : names.map((name) => ({ stack: name, cloud }));
}

/** A failure of the surroundings before the mistakes of a program. */
function worstOf(compared: readonly Compared[]): 0 | 1 | 2 {
  const codes = compared.map(({ exitCode }) => exitCode);
  if (codes.includes(1)) return 1;
  return codes.includes(2) ? 2 : 0;
}

function commandOf(base: string, head: string, { stack = [], allStacks, cloud, commit }: DiffFlags): string {
  const choice = [
    ...stack.map((name) => `--stack ${name}`),
    ...(allStacks ? ["--all-stacks"] : []),
    ...(cloud === undefined ? [] : [`--cloud ${cloud}`]),
  ];
  const shown = commit === undefined ? head : basename(head);
  return ["webtier diff", base, shown, ...choice].join(" ");
}
