import { Command, Option } from "commander";
import { PlanError } from "../plan/errors.js";
import { planProgram } from "../plan/plan-program.js";
import { renderJson } from "../plan/render-json.js";
import { renderText } from "../plan/render-text.js";
import { seconds } from "./flags.js";
import { styleOf } from "./style.js";

interface PlanFlags {
  readonly stack?: string;
  readonly cloud?: string;
  readonly format: "text" | "json";
  readonly timeout: number;
  readonly fingerprint?: string;
}

export function planCommand(): Command {
  return new Command("plan")
    .description("run a Pulumi program without a cloud and show what it would register")
    .argument("[directory]", "folder of the project", ".")
    .option("--stack <name>", "the stack to plan")
    .option("--cloud <name>", "instead of a stack: the only one on this cloud")
    .addOption(new Option("--format <form>", "form of the plan").choices(["text", "json"]).default("text"))
    .option("--timeout <seconds>", "time that the program has", seconds, 60)
    .option("--fingerprint <key>", "mark secrets so that two plans made with one key can be compared")
    .action(runPlan);
}

async function runPlan(directory: string, { format, ...options }: PlanFlags): Promise<void> {
  try {
    const plan = await planProgram({ directory, ...options, onOutput: (text) => process.stderr.write(text) });
    process.stdout.write(format === "json" ? renderJson(plan) : renderText(plan, styleOf(process.stdout)));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}
