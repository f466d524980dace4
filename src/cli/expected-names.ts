import { PlanError } from "../plan/errors.js";
import { openProject } from "../plan/project.js";
import { shown } from "../plan/schema-breaches.js";
import type { StackChoice } from "../plan/stacks.js";
import { type Names, namesOf, type Planned } from "./plan-side.js";
import type { Side } from "./sides.js";

type Expected = Partial<Names & { readonly cloud: string }>;

/** Whose plan the head must be: that of the base, and else of what was asked for. */
export function expectedNames(side: Side, base: Planned, choice: StackChoice): Expected {
  if (base.kind === "plan") return pick(base.plan);
  const named = namesOf(side, choice);
  return named === undefined ? { ...projectOf(side), ...askedNames(choice) } : pick(named);
}

export function askedNames({ stack, cloud }: StackChoice): Expected {
  const name = stack?.split("/").at(-1);
  return { ...(name === undefined ? {} : { stack: name }), ...(cloud === undefined ? {} : { cloud }) };
}

/** Nobody but an untrusted head would say whose plan it is. */
export function refuseUnnamed({ label }: Side, { project, stack }: Expected): void {
  if (project !== undefined && stack !== undefined) return;
  const missing = project === undefined ? "project" : "such stack";
  const instead = project === undefined ? "a base with the project" : "--stack";
  throw new PlanError(
    `${label} has no ${missing}, so nothing says whose plan an untrusted head must be\n  instead: ${instead}, or no --untrusted-head for a plan that you have made yourself`,
  );
}

/** A plan file whose names are others: whoever made it could speak for a stack that is not theirs. */
export function strangerIn(side: Side, expected: Expected): PlanError | undefined {
  if (side.source.kind !== "plan") return undefined;
  const { plan } = side.source;
  const others = fields.filter((field) => expected[field] !== undefined && plan[field] !== expected[field]);
  if (others.length === 0) return undefined;
  const words = (names: Expected) => others.map((field) => `${field} ${shown(names[field] ?? "none")}`).join(", ");
  return new PlanError(
    `${side.label} is the plan of ${words(plan)}; ${words(expected)} was expected\n  instead: plan the same stack of the same project on both sides`,
  );
}

function pick({ project, stack }: Names): Names {
  return { project, stack };
}

const fields = ["project", "stack", "cloud"] as const;

export function projectOf({ source }: Side): Expected {
  if (source.kind !== "program") return {};
  try {
    return { project: openProject(source.directory).name };
  } catch {
    return {};
  }
}
