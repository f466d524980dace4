import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { breached, type Gate } from "../diff/gates.js";
import type { Diff, FailedDiff } from "../diff/model.js";
import { messageOf, PlanError } from "../plan/errors.js";
import { plain } from "../plan/render-text.js";
import { renderHtml } from "../render/html.js";
import { renderJson } from "../render/json.js";
import { renderComment } from "../render/markdown.js";
import { renderText } from "../render/text.js";
import type { DocumentFlags } from "./flags.js";
import { linkUnder } from "./source-links.js";
import { styleOf } from "./style.js";

interface DocumentOptions extends DocumentFlags {
  /** What was run. */
  readonly command: string;
  readonly seconds?: number;
}

/** GitHub takes 1 MiB for the summary of a step. */
const summaryLimit = 1_000_000;

/** Writes what was found, and says whether a gate stops it. */
export function writeDocument(diffs: readonly (Diff | FailedDiff)[], options: DocumentOptions): 0 | 3 {
  put(documentOf(diffs, options), options.output);
  if (options.json !== undefined) put(documentOf(diffs, { ...options, format: "json" }), options.json);
  if (options.summary !== undefined) put(commentOf(diffs, options, summaryLimit), options.summary);
  const breaches = breachesOf(diffs, options.failOn ?? []);
  for (const line of breaches) process.stderr.write(`${line}\n`);
  return breaches.length > 0 ? 3 : 0;
}

function documentOf(diffs: readonly (Diff | FailedDiff)[], options: DocumentOptions): string {
  switch (options.format) {
    case "text": {
      const style = options.output === undefined ? styleOf(process.stdout) : plain;
      return renderText(diffs, { ...ranIn(options), style });
    }
    case "markdown":
      return commentOf(diffs, options);
    case "html":
      return renderHtml(diffs, { ...ranIn(options), ...linksOf(options) });
    case "json":
      return jsonOf(diffs);
  }
}

function commentOf(diffs: readonly (Diff | FailedDiff)[], options: DocumentOptions, limit?: number): string {
  const { marker = markerOf(diffs), fullText } = options;
  return renderComment(diffs, {
    ...ranIn(options),
    ...linksOf(options),
    marker,
    ...(limit === undefined ? {} : { limit }),
    ...(fullText === undefined || limit !== undefined ? {} : { fullText }),
  });
}

function ranIn({ command, seconds }: DocumentOptions) {
  return { command, ...(seconds === undefined ? {} : { seconds }) };
}

function linksOf({ linkBase }: DocumentOptions) {
  return linkBase === undefined ? {} : { sourceLink: linkUnder(linkBase) };
}

/** One document for one stack, a list for several. */
function jsonOf(diffs: readonly (Diff | FailedDiff)[]): string {
  const texts = diffs.map(renderJson);
  return texts.length === 1 ? texts.join("") : `[\n${texts.map((text) => text.trimEnd()).join(",\n")}\n]\n`;
}

/** `shop/production`, or the project alone for several stacks of it. */
function markerOf(diffs: readonly (Diff | FailedDiff)[]): string {
  const keys = new Set(diffs.map(({ project, stack }) => (diffs.length === 1 ? `${project}/${stack}` : project)));
  return [...keys].sort().join("/");
}

function put(text: string, file: string | undefined): void {
  if (file === undefined) {
    process.stdout.write(text);
    return;
  }
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  } catch (error) {
    throw new PlanError(`--output ${file} could not be written: ${messageOf(error)}`);
  }
}

function breachesOf(diffs: readonly (Diff | FailedDiff)[], asked: readonly Gate[]): string[] {
  return diffs.flatMap((diff) => {
    if ("failed" in diff) return [];
    return breached(diff, asked).flatMap(({ gate, reasons }) => [
      `${diff.project}/${diff.stack} does not pass --fail-on ${gate}:`,
      ...reasons.map((reason) => `  ${reason}`),
    ]);
  });
}
