import { styleText } from "node:util";
import { Command, InvalidArgumentError, Option } from "commander";
import { PlanError } from "../plan/errors.js";
import { planProgram } from "../plan/plan-program.js";
import { renderJson } from "../plan/render-json.js";
import { plain, renderText, type Style } from "../plan/render-text.js";

interface PlanFlags {
  readonly stack?: string;
  readonly cloud?: string;
  readonly format: "text" | "json";
  readonly timeout: number;
}

export function planCommand(): Command {
  return new Command("plan")
    .description("run a Pulumi program without a cloud and show what it would register")
    .argument("[directory]", "folder of the project", ".")
    .option("--stack <name>", "the stack to plan")
    .option("--cloud <name>", "instead of a stack: the only one on this cloud")
    .addOption(new Option("--format <form>", "form of the plan").choices(["text", "json"]).default("text"))
    .option("--timeout <seconds>", "time that the program has", seconds, 60)
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

function styleOf(stream: NodeJS.WriteStream): Style {
  const coloured = stream.isTTY && !process.env.NO_COLOR;
  return coloured ? (format, text) => styleText(format, text) : plain;
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("write seconds, such as 120");
  return value;
}
