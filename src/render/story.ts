import type { Diff, FailedDiff } from "../diff/model.js";
import { type Block, code, type Line, lineOf, type Section, type Story, sectionOf, strong, words } from "./blocks.js";
import { capacityOf } from "./capacity.js";
import { componentsOf, outputsOf } from "./components.js";
import type { Detail } from "./detail.js";
import { clip } from "./escape.js";
import { exposureOf, rightsOf } from "./exposure.js";
import { nativeOf } from "./native.js";
import { diagnosticsOf, notesOf, policiesOf } from "./notes.js";
import { adviceOf, firstRisks, risksOf } from "./risks.js";
import { isFailed, isUntrusted, sidesOf, verdictOf } from "./verdict.js";

/** What a reader is told of one stack, in the order in which it matters. */
export function storyOf(diff: Diff | FailedDiff, detail: Detail): Story {
  return {
    name: nameOf(diff),
    verdict: verdictOf(diff),
    failed: isFailed(diff),
    sides: isFailed(diff) ? [] : sidesOf(diff),
    sections: isFailed(diff) ? failureOf(diff, detail) : sectionsOf(diff, detail),
    footing: footingOf(diff),
  };
}

/** The verdict, and the first of what may hurt. */
export function shortStoryOf(diff: Diff | FailedDiff, detail: Detail, most: number): Story {
  const story = storyOf(diff, { ...detail, error: 300, rows: most });
  return isFailed(diff) ? story : { ...story, sections: firstRisks(diff.risks, diff.resources, most) };
}

/** All diffs of a comment, by project and stack. */
export function sortedByStack<T extends Diff | FailedDiff>(diffs: readonly T[]): T[] {
  const keyOf = ({ project, stack, kind }: T) => `${project}\0${stack}\0${kind}`;
  return [...diffs].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function nameOf({ project, stack }: Diff | FailedDiff): Line {
  return [code(`${project}/${stack}`)];
}

function sectionsOf(diff: Diff, detail: Detail): Section[] {
  return [
    ...risksOf(diff.risks, diff.resources, detail),
    ...adviceOf(diff.advice, detail),
    ...exposureOf(diff.exposure, detail),
    ...componentsOf(diff.components, detail),
    ...rightsOf(diff.rights, detail),
    ...notesOf(diff.notes, detail),
    ...capacityOf(diff.capacity, detail),
    ...outputsOf(diff.outputs, detail),
    ...(detail.topology ? topologyOf(diff) : []),
    ...nativeOf(diff.resources, diff.components, detail),
    ...policiesOf(diff.policies, detail),
    ...diagnosticsOf(diff.diagnostics, detail),
  ];
}

/** Only where it shows a difference. */
function topologyOf({ topology }: Diff): Section[] {
  const parts = [...topology.nodes, ...topology.edges];
  if (parts.every(({ status }) => status === "same")) return [];
  return [{ title: "Topology", blocks: [{ kind: "topology", topology }], folded: true }];
}

function failureOf({ failed, diagnostics, kind }: FailedDiff, detail: Detail): Section[] {
  const what = kind === "preview" ? "preview" : "plan";
  const error: Block[] = [
    lineOf(
      words("the "),
      strong(`${what} of the ${failed.side}`),
      words(" could not be made; nothing is known of its changes"),
    ),
    { kind: "output", text: clip(failed.message, detail.error) },
  ];
  return [...sectionOf("Error", error), ...diagnosticsOf(diagnostics, detail)];
}

function footingOf(diff: Diff | FailedDiff): string[] {
  const offline = "offline plan: no state, no credentials, shows intent only";
  const preview = "preview: a conservative estimate: unknown values may show more change than happens";
  return [
    diff.kind === "preview" ? preview : offline,
    ...(isUntrusted(diff) ? ["this plan was made by untrusted code: it shows what that code says"] : []),
    ...(diff.kind === "preview" && !isFailed(diff) && diff.policies === undefined
      ? ["policies were not run in this mode"]
      : []),
  ];
}
