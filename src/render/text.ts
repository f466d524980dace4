import type { Diff, FailedDiff } from "../diff/model.js";
import { plain, type Style } from "../plan/render-text.js";
import type { Story } from "./blocks.js";
import { code, counted, type Line, words } from "./blocks.js";
import { everything } from "./detail.js";
import { masked } from "./mask.js";
import { legend } from "./signs.js";
import { sortedByStack, storyOf } from "./story.js";
import { lineText, sectionText } from "./text-blocks.js";

export interface TextOptions {
  readonly command: string;
  readonly seconds?: number;
  /** Default: no colours. */
  readonly style?: Style;
}

/** For a terminal: all of it, in the order of a comment. */
export function renderText(diffs: readonly (Diff | FailedDiff)[], options: TextOptions): string {
  const { style = plain } = options;
  const stories = sortedByStack(masked(diffs)).map((diff) => storyOf(diff, everything));
  const parts = stories.flatMap((story) => partsOf(story, style));
  return `${[...parts, footer(stories, options)].join("\n\n")}\n`;
}

function partsOf({ name, verdict, sides, sections }: Story, style: Style): string[] {
  const heading = `${style("bold", lineText(name, plain))}  ${lineText(verdict, style)}`;
  const under = sides.length === 0 ? heading : `${heading}\n${style("dim", lineText(sides, plain))}`;
  return [under, ...sections.map((section) => sectionText(section, style))];
}

function footer(stories: readonly Story[], { command, seconds, style = plain }: TextOptions): string {
  const said = [...new Set(stories.flatMap(({ footing }) => footing))];
  const took: Line = seconds === undefined ? [] : [words(` in ${Math.round(seconds * 10) / 10} s`)];
  const first = lineText([code(command), ...took, words(`, ${counted(stories.length, "stack")}`)], plain);
  return style("dim", [first, legend, ...said].join("\n"));
}
