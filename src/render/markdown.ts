import type { Diff, FailedDiff } from "../diff/model.js";
import type { Line, Story } from "./blocks.js";
import { code, counted, words } from "./blocks.js";
import { details, everything, leastOf, leftOutOf } from "./detail.js";
import { commented } from "./escape.js";
import { foldText, lineText, type Pen, type SourceLink, sectionText, summaryText } from "./markdown-blocks.js";
import { masked } from "./mask.js";
import { legend } from "./signs.js";
import { shortStoryOf, sortedByStack, storyOf } from "./story.js";

export interface CommentOptions {
  /** Key by which the comment is found again: `shop/production`. */
  readonly marker: string;
  /** Default: 60,000, of characters and of bytes. */
  readonly limit?: number;
  /** The address of `file:line:column` of the head. */
  readonly sourceLink?: SourceLink;
  /** What was run. */
  readonly command: string;
  readonly seconds?: number;
  /** Where the whole can be read: an address, or words. */
  readonly fullText?: string;
}

const usualLimit = 60_000;

/** One comment for a pull request, about one stack or many, with everything that fits. */
export function renderComment(diffs: readonly (Diff | FailedDiff)[], options: CommentOptions): string {
  const { limit = usualLimit } = options;
  const sorted = sortedByStack(masked(diffs));
  for (const detail of details) {
    if (leastOf(sorted, detail) > limit) continue;
    const stories = sorted.map((diff) => storyOf(diff, detail));
    const text = commentOf(stories, leftOutOf(detail), options, detail.rows);
    if (fits(text, limit)) return text;
  }
  return shortComment(sorted, options, limit);
}

/** Bytes are never fewer than characters, however those are counted. */
function fits(text: string, limit: number): boolean {
  return Buffer.byteLength(text) <= limit;
}

const fewer = [10, 3, 1] as const;

/** The verdict of each stack, the worst first words; at last of as many stacks as there is room for. */
function shortComment(diffs: readonly (Diff | FailedDiff)[], options: CommentOptions, limit: number): string {
  const dropped = ["all but the verdict and the first risks"];
  for (const most of fewer) {
    const stories = diffs.map((diff) => shortStoryOf(diff, { ...everything, topology: false }, most));
    const text = commentOf(stories, dropped, options, Number.POSITIVE_INFINITY);
    if (fits(text, limit)) return text;
  }
  return verdictsOnly(diffs, options, limit);
}

function verdictsOnly(diffs: readonly (Diff | FailedDiff)[], options: CommentOptions, limit: number): string {
  const stories = diffs.map((diff) => ({ ...shortStoryOf(diff, everything, 0), sections: [] }));
  const dropped = ["all but the verdicts"];
  if (stories.length === 1) return commentOf(stories, dropped, options, 1);
  const heading = `### ${counted(stories.length, "stack")}`;
  const build = (rows: number) =>
    blocks([markerLine(options), heading, summaryTable(stories, rows, false), leftOut(dropped, options)]);
  let rows = stories.length;
  while (rows > 1 && !fits(build(rows), limit)) rows = Math.floor(rows / 2);
  return build(rows);
}

function commentOf(
  stories: readonly Story[],
  dropped: readonly string[],
  options: CommentOptions,
  rows: number,
): string {
  const parts = stories.length === 1 ? stories.map((story) => single(story, options)) : several(stories, options, rows);
  return blocks([markerLine(options), ...parts, leftOut(dropped, options), footer(stories, options)]);
}

function blocks(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function markerLine({ marker }: CommentOptions): string {
  return `<!-- webtier:${commented(marker)} -->`;
}

function single(story: Story, pen: Pen): string {
  return [`### ${lineText(story.name, pen)} ${lineText(story.verdict, pen)}`, bodyOf(story, pen)]
    .filter((part) => part !== "")
    .join("\n\n");
}

function bodyOf({ sides, sections }: Story, pen: Pen): string {
  return [lineText(sides, pen), ...sections.map((section) => sectionText(section, pen))]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A table of all; then each that has more to say. What all compare is said once. */
function several(stories: readonly Story[], pen: Pen, rows: number): string[] {
  if (stories.length === 0) return ["### no stacks"];
  const sides = [...new Set(stories.filter(({ failed }) => !failed).map((story) => lineText(story.sides, pen)))];
  const common = sides.length === 1 ? (sides[0] ?? "") : "";
  const told = stories.filter(({ sections }) => sections.length > 0);
  return [
    `### ${counted(stories.length, "stack")}`,
    common,
    summaryTable(stories, Math.max(rows, 100), common === ""),
    ...told.map((story) => stackText(common === "" ? story : { ...story, sides: [] }, pen)),
  ];
}

function stackText(story: Story, pen: Pen): string {
  return foldText(`${summaryText(story.name)} ${summaryText(story.verdict)}`, bodyOf(story, pen), story.failed);
}

function summaryTable(stories: readonly Story[], rows: number, withSides: boolean): string {
  const shown = stories.slice(0, rows);
  const cellsOf = ({ name, verdict, sides }: Story) => [name, verdict, ...(withSides ? [sides] : [])];
  const lines = shown.map(
    (story) =>
      `| ${cellsOf(story)
        .map((cell) => lineText(cell, {}))
        .join(" | ")} |`,
  );
  const head = withSides
    ? ["| stack | verdict | compared |", "| --- | --- | --- |"]
    : ["| stack | verdict |", "| --- | --- |"];
  const table = [...head, ...lines].join("\n");
  return shown.length === stories.length ? table : `${table}\n\nand ${stories.length - shown.length} more`;
}

function leftOut(dropped: readonly string[], { fullText }: CommentOptions): string {
  if (dropped.length === 0) return "";
  const where: Line = fullText === undefined ? [] : [words(" The whole: "), { kind: "place", text: fullText }];
  return lineText([words(`**Left out to fit:** ${dropped.join(", ")}.`), ...where], {});
}

function footer(stories: readonly Story[], { command, seconds }: CommentOptions): string {
  const said = [...new Set(stories.flatMap(({ footing }) => footing))];
  const took: Line = seconds === undefined ? [] : [words(` in ${Math.round(seconds * 10) / 10} s`)];
  const isSigned = stories.some(({ failed, sections }) => !failed && sections.length > 0);
  const facts = [...(isSigned ? [legend] : []), ...said].map((fact): Line => [words(`<br>${fact}`)]);
  return `<sub>${lineText([code(command), ...took, ...facts.flat()], {})}</sub>`;
}
