/** Stands a program up in a real account, changes it and destroys it. Run by: npm run test:live -- CLOUD --settings FILE */
import { execFileSync } from "node:child_process";
import { createInterface } from "node:readline/promises";
import { Command } from "commander";
import { type Cloud, clouds, missingCredentials } from "./credentials.js";
import { standUpAndTakeDown, type Verdict } from "./flow.js";
import { leftoverLines } from "./leftovers.js";
import { planOf, spendingNote } from "./note.js";
import { type Scenario, scenarioOf } from "./scenarios.js";
import { readSettings } from "./settings.js";
import { listen } from "./signals.js";
import { makeStage, type Stage } from "./stage.js";

const codes = { good: 0, problems: 1, refused: 2, left: 3 } as const;

interface Options {
  readonly program: string;
  readonly settings?: string;
  readonly minutes?: string;
  readonly yes?: true;
}

async function main(word: string, options: Options): Promise<number> {
  const cloud = clouds.find((name) => name === word);
  if (!cloud) return refuse([`there is no cloud ${word}: name one of ${clouds.join(", ")}`]);
  const scenario = scenarioOf(cloud, options.program);
  const { config, problems } = readSettings(cloud, scenario.program, options.settings);
  const lacking = [...credentialProblems(cloud), ...problems, ...engineProblems()];
  if (lacking.length > 0) return refuse(lacking);
  const hear = (text: string) => void process.stdout.write(text);
  const stage = makeStage({ cloud, program: scenario.program, config, environment: process.env, hear });
  try {
    console.log(spendingNote(cloud, scenario, planOf(stage.trial.folder, cloud)));
    if (!(await agreed(options))) throw new Error("not started: answer yes, or give --yes");
  } catch (error) {
    stage.clear();
    throw error;
  }
  return stand(stage, scenario, Number(options.minutes ?? 3 * (scenario.minutes[cloud] ?? 30)));
}

async function stand(stage: Stage, { changes }: Scenario, minutes: number): Promise<number> {
  const say = (line: string) => console.log(`\n[${new Date().toISOString().slice(11, 19)}] ${line}`);
  say(`the state is in ${stage.folder}; Ctrl-C ends early and destroys, a second one says what is left`);
  const verdict = await standUpAndTakeDown({ trial: stage.trial, changes, say, ...listen(minutes, say) });
  return tell(stage, verdict);
}

function tell(stage: Stage, { problems, left }: Verdict): number {
  const isGood = problems.length === 0;
  console.log(isGood ? "\neverything was as it must be" : `\nproblems:\n  ${problems.join("\n  ")}`);
  if (left?.length === 0) {
    console.log("nothing is left");
    if (isGood) stage.clear();
    else console.log(`the engine's records are in ${stage.trial.folder}/..`);
    return isGood ? codes.good : codes.problems;
  }
  stage.keep();
  console.log(`\nleft in your account, as far as the state in ${stage.folder} knows:`);
  for (const line of left ? leftoverLines(left) : ["unknown: the state cannot be read"]) console.log(`  ${line}`);
  console.log(`\nall of it, by Pulumi:\n  ${stage.instruction}`);
  return codes.left;
}

function credentialProblems(cloud: Cloud): string[] {
  const missing = missingCredentials(cloud, process.env);
  return missing.length === 0
    ? []
    : [`no credentials for ${cloud}; set one of these groups:`, ...missing.map((line) => `  ${line}`)];
}

function engineProblems(): string[] {
  try {
    execFileSync("pulumi", ["version"], { stdio: "ignore" });
    return [];
  } catch {
    return ["there is no `pulumi` on the PATH: https://www.pulumi.com/docs/install/ says how to install it"];
  }
}

async function agreed({ yes }: Options): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question("\nType yes to start: ");
  terminal.close();
  return answer.trim() === "yes";
}

function refuse(problems: readonly string[]): number {
  for (const problem of problems) console.error(problem);
  return codes.refused;
}

/** A closed terminal must not end what destroys. */
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});

new Command("test:live")
  .argument("<cloud>", clouds.join(", "))
  .option("--program <name>", "a folder of examples/", "web-stack")
  .option("--settings <file>", "a stack file with the ids of your own account")
  .option("--minutes <number>", "when to give up and destroy; default three times the usual")
  .option("--yes", "starts without a question")
  .action(async (word: string, options: Options) => {
    process.exitCode = await main(word, options).catch((error: unknown) => {
      return refuse([error instanceof Error ? error.message : String(error)]);
    });
  })
  .parseAsync();
