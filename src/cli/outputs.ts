import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { Command } from "commander";
import { CommentError } from "../comment/errors.js";
import { failureBody } from "../comment/failure.js";
import { readBody } from "../comment/input.js";
import { verdictsOf } from "../comment/outputs.js";

/** GitHub takes 1 MiB of a step. */
const summaryLimit = 1_000_000;

interface OutputsFlags {
  readonly comment: string;
  readonly json: string;
  readonly summary?: string;
}

export function outputsCommand(): Command {
  return new Command("outputs")
    .description("tell a GitHub job what was found: its outputs and the summary of its run")
    .requiredOption("--comment <file>", "the comment")
    .requiredOption("--json <file>", "the same as JSON")
    .option("--summary <file>", "what the summary of the run says; default: the comment")
    .action(tellOutputs);
}

function tellOutputs({ comment, json, summary = comment }: OutputsFlags): void {
  try {
    const { GITHUB_OUTPUT, GITHUB_STEP_SUMMARY } = process.env;
    const outputs = { ...verdictsOf(readBody(json)), comment: resolve(comment), json: resolve(json) };
    const lines = Object.entries(outputs).map(([name, value]) => `${name}=${inOneLine(value)}\n`);
    if (GITHUB_OUTPUT) appendFileSync(GITHUB_OUTPUT, lines.join(""));
    if (GITHUB_STEP_SUMMARY) appendFileSync(GITHUB_STEP_SUMMARY, `${summaryOf(readBody(summary))}\n`);
  } catch (error) {
    if (!(error instanceof CommentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

function summaryOf(body: string | undefined): string {
  if (body === undefined) return failureBody(undefined);
  if (Buffer.byteLength(body) <= summaryLimit) return body;
  return "The comparison is too long for the summary of a run.";
}

/** A value with more lines would write outputs of its own. */
function inOneLine(value: string): string {
  if (/[\r\n]/.test(value)) throw new CommentError("a path with a line break is no output");
  return value;
}
