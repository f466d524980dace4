import type { Diff, FailedDiff, Side } from "../diff/model.js";
import { code, counted, joined, type Line, sign, strong, words } from "./blocks.js";
import { countsOf } from "./signs.js";

export function isFailed(diff: Diff | FailedDiff): diff is FailedDiff {
  return "failed" in diff;
}

/** `+3 ~2 ±1 –0 · 1 outage-risk · exposure: wider · capability: 1 degraded`. */
export function verdictOf(diff: Diff | FailedDiff): Line {
  if (isFailed(diff)) return [strong(`${diff.kind === "preview" ? "preview" : "plan"} failed`)];
  const isNone = diff.verdict.state === "none";
  const facts = [
    isNone ? `${counted(diff.counts.same, "resource")} the same` : riskWords(diff),
    protectedWords(diff),
    diff.verdict.exposure === "same" ? "" : `exposure: ${diff.verdict.exposure}`,
    diff.verdict.degraded === 0 ? "" : `capability: ${diff.verdict.degraded} degraded`,
    policyWords(diff),
    errorWords(diff),
  ];
  const first = isNone ? strong("no changes") : sign(countsOf(diff.counts));
  return [first, ...facts.filter((fact) => fact !== "").map((fact) => words(` · ${fact}`))];
}

/** `main (1a2b3c4d) → head (5e6f7a8b) on aws`. */
export function sidesOf({ base, head }: Diff): Line {
  return [...sideOf(base), words(" → "), ...sideOf(head), ...cloudsOf(base, head)];
}

export function isUntrusted(diff: Diff | FailedDiff): boolean {
  return !isFailed(diff) && (diff.base.untrusted === true || diff.head.untrusted === true);
}

const told = ["rolling", "connections-cut", "address-change", "outage"] as const;

function riskWords({ risks }: Diff): string {
  const worst = told.findLast((effect) => risks.some((risk) => risk.effect === effect));
  if (worst === undefined) return risks.length === 0 ? "no known risk" : counted(risks.length, "mild risk");
  const count = risks.filter(({ effect }) => effect === worst).length;
  return worst === "outage" ? counted(count, "outage-risk") : `${count} ${worst}`;
}

function protectedWords({ risks }: Diff): string {
  const count = risks.filter((risk) => risk.protected === true).length;
  return count === 0 ? "" : `${count} protected`;
}

function policyWords({ policies = [] }: Diff): string {
  const mandatory = policies.filter(({ level }) => level === "mandatory").length;
  if (mandatory > 0) return `policy: ${mandatory} mandatory`;
  const others = policies.filter(({ level }) => level !== "disabled").length;
  return others === 0 ? "" : `policy: ${others} advisory`;
}

function errorWords({ diagnostics }: Diff): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return errors === 0 ? "" : counted(errors, "error");
}

const shortCommit = 8;

function sideOf({ label, commit }: Side): Line {
  if (commit === undefined) return [code(label)];
  const short = commit.slice(0, shortCommit);
  return commit.startsWith(label) && label.length >= shortCommit
    ? [code(short)]
    : [code(label), words(" at "), code(short)];
}

function cloudsOf(base: Side, head: Side): Line {
  const clouds = [...new Set([base.cloud, head.cloud])].filter((cloud) => cloud !== undefined);
  if (clouds.length === 0) return [];
  const names = joined(
    clouds.map((cloud) => [code(cloud)]),
    " to ",
  );
  return [words(clouds.length === 1 ? ", on " : ", moved from "), ...names];
}
