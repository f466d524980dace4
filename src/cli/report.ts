import { readFileSync } from "node:fs";
import { Command } from "commander";
import { messageOf, PlanError } from "../plan/errors.js";
import { readRecord } from "../report/read-record.js";
import type { PreviewRecord } from "../report/record.js";
import { reportOf } from "../report/report.js";
import { runPreview } from "../report/run-preview.js";
import { writeDocument } from "./document.js";
import { type DocumentFlags, listIn, withDocumentFlags } from "./flags.js";
import { commitShown } from "./git.js";
import { readRates } from "./rates.js";

interface ReportFlags extends DocumentFlags {
  readonly run?: true;
  readonly stack?: readonly string[];
  readonly cloud?: string;
  readonly project: string;
  readonly policyPack?: readonly string[];
  readonly refresh?: true;
  readonly commit?: string;
}

export function reportCommand(): Command {
  const command = new Command("report")
    .description("say what a preview of the Pulumi engine would change")
    .argument("[files...]", "outputs of pulumi preview --json, or logs of engine events; - is standard input")
    .option("--run", "let the engine preview the stack now: needs the Pulumi CLI, the state and the credentials")
    .option("--stack <name>", "with --run: the stack to preview; several with a comma or several times", listIn)
    .option("--cloud <name>", "with --run, instead of a stack: the only one on this cloud")
    .option("--project <directory>", "with --run: the folder of the project", ".")
    .option("--policy-pack <path>", "with --run: policies to run; several with a comma or several times", listIn)
    .option("--refresh", "with --run: read the cloud first")
    .option("--commit <name>", "the commit that was previewed");
  return withDocumentFlags(command).action(runReport);
}

async function runReport(files: readonly string[], flags: ReportFlags): Promise<void> {
  try {
    const began = performance.now();
    const rates = flags.rates === undefined ? undefined : readRates(flags.rates);
    const records = await recordsOf(files, flags);
    const commit = flags.commit ?? (flags.run ? await commitShown(flags.project) : undefined);
    const options = { ...(commit === undefined ? {} : { commit }), ...(rates === undefined ? {} : { rates }) };
    const diffs = records.map((record) => reportOf(record, options));
    const seconds = flags.run ? { seconds: (performance.now() - began) / 1000 } : {};
    const exitCode = writeDocument(diffs, { ...flags, ...seconds, command: commandOf(files, flags) });
    const isStopped = records.some(({ policies = [] }) => policies.some(({ level }) => level === "mandatory"));
    process.exitCode = diffs.some((diff) => "failed" in diff) || isStopped ? 1 : exitCode;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

async function recordsOf(files: readonly string[], flags: ReportFlags): Promise<PreviewRecord[]> {
  if (flags.run && files.length > 0) throw new PlanError("--run makes its own preview: leave the files out");
  if (flags.run) return previewAll(flags);
  const idle = Object.entries({
    stack: "--stack",
    cloud: "--cloud",
    policyPack: "--policy-pack",
    refresh: "--refresh",
  });
  const [, given] = idle.find(([name]) => flags[name as keyof ReportFlags] !== undefined) ?? [];
  if (given !== undefined) throw new PlanError(`${given} needs --run: a file says what was previewed`);
  if (files.length === 0) {
    throw new PlanError("nothing to report: name the output of pulumi preview --json, or let --run make a preview");
  }
  return files.map((file) => readRecord(contentOf(file), file === "-" ? "standard input" : file));
}

async function previewAll({ stack = [], cloud, project, policyPack = [], refresh }: ReportFlags) {
  const records: PreviewRecord[] = [];
  for (const name of stack.length === 0 ? [undefined] : stack) {
    const choice = { stack: name, cloud, directory: project, policyPacks: policyPack, refresh: refresh ?? false };
    records.push(await runPreview({ ...choice, onOutput: (text) => process.stderr.write(text) }));
  }
  return records;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new PlanError(`${file} could not be read: ${messageOf(error)}`);
  }
}

function commandOf(files: readonly string[], { run, stack = [], cloud, refresh }: ReportFlags): string {
  const words = [
    ...files,
    ...(run ? ["--run"] : []),
    ...stack.map((name) => `--stack ${name}`),
    ...(cloud === undefined ? [] : [`--cloud ${cloud}`]),
    ...(refresh ? ["--refresh"] : []),
  ];
  return ["webtier report", ...words].join(" ");
}
