import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plan } from "../../../src/plan/model.js";
import { saidOf, spanOf, sumOf } from "../../../src/plan/sizes.js";
import { counted } from "../../../src/plan/words.js";
import type { Cloud } from "./credentials.js";
import type { Scenario } from "./scenarios.js";

const root = join(__dirname, "../../..");

/** Plans without a cloud, by the built command; mistakes of the settings end it with its own words. */
export function planOf(folder: string, stack: string): Plan {
  const words = [join(root, "dist/cli/main.js"), "plan", folder, "--stack", stack, "--format", "json"];
  const said = execFileSync(process.execPath, words, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(said) as Plan;
}

/** What the run makes, for how long, and what costs money in it, before anything is made. */
export function spendingNote(cloud: Cloud, { program, minutes, changes }: Scenario, plan: Plan): string {
  const made = plan.resources.filter(({ kind }) => kind === "resource");
  const pools = plan.components.filter(({ noun }) => noun === "InstancePool").map(spanOf);
  const balancers = plan.components.filter(({ noun }) => noun === "LoadBalancer").length;
  return [
    `${program} on ${cloud}, in your own account:`,
    `  makes ${made.length} resources: ${saidOf(sumOf(pools))}, balancers: ${balancers}`,
    `  then ${counted(changes.length, "change")} (instances may be replaced), and destroy; about ${minutes[cloud] ?? 30} minutes`,
    "  This costs money. What is charged while it stands:",
    ...wrap(costs(program)).map((line) => `    ${line}`),
  ].join("\n");
}

function costs(program: string): string {
  const readme = readFileSync(join(root, "examples", program, "README.md"), "utf8");
  return /## What it costs to leave running\n+(.*?)\n+##/s.exec(readme)?.[1] ?? "";
}

function wrap(text: string): string[] {
  return text.match(/\S.{0,98}(?=\s|$)/g) ?? [];
}
