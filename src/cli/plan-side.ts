import { PlanError } from "../plan/errors.js";
import type { Plan } from "../plan/model.js";
import { planProgram } from "../plan/plan-program.js";
import { openProject } from "../plan/project.js";
import { chooseStack, type Stack, type StackChoice, stacksOf } from "../plan/stacks.js";
import { type Side, withoutTree } from "./sides.js";

export interface PlanSettings {
  readonly timeout: number;
  /** Tells changed secrets apart without saying them. */
  readonly fingerprint?: string;
}

export type Planned =
  | { readonly kind: "plan"; readonly plan: Plan }
  /** Neither the project nor the stack is there. */
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "failed"; readonly error: PlanError };

/** One side for one stack; a program that fails is an answer too. */
export async function planSide(side: Side, choice: StackChoice, settings: PlanSettings): Promise<Planned> {
  const { source, label } = side;
  if (source.kind !== "program") return source;
  try {
    const { directory } = source;
    if (!hasStack(directory, choice)) return { kind: "none", why: `there is no ${wordsOf(choice)} in ${label}` };
    const onOutput = (text: string) => process.stderr.write(text);
    return { kind: "plan", plan: await planProgram({ directory, ...choice, ...settings, onOutput }) };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const told = withoutTree(error, source.tree);
    return { kind: "failed", error: source.tree === undefined ? told : withHint(told) };
  }
}

/** A commit has no files that a build makes. */
function withHint({ message, exitCode }: PlanError): PlanError {
  if (!message.includes("Cannot find module")) return new PlanError(message, exitCode);
  const instead =
    "instead: if a build makes it, check the commit out beside with git worktree add, build there, and name that folder";
  return new PlanError(`${message.trimEnd()}\n  ${instead}`, exitCode);
}

/** Names of all stacks of a side; those of a plan file are its own. */
export function stackNamesOf({ source }: Side): string[] {
  if (source.kind === "plan") return [source.plan.stack];
  return source.kind === "program" ? stacksOf(openProject(source.directory)).map(({ name }) => name) : [];
}

export interface Names {
  readonly project: string;
  readonly stack: string;
}

/** What a side is called before, or without, a plan of it. */
export function namesOf({ source }: Side, choice: StackChoice): Names | undefined {
  if (source.kind === "plan") return source.plan;
  if (source.kind !== "program") return undefined;
  try {
    const project = openProject(source.directory);
    return { project: project.name, stack: chooseStack(project, choice).name };
  } catch {
    return undefined;
  }
}

function hasStack(directory: string, { stack, cloud }: StackChoice): boolean {
  const name = stack?.split("/").at(-1);
  const fits = (one: Stack) =>
    (name === undefined || one.name === name) && (cloud === undefined || one.cloud === cloud);
  return stacksOf(openProject(directory)).some(fits);
}

function wordsOf({ stack, cloud }: StackChoice): string {
  if (stack !== undefined) return `stack ${stack}`;
  return cloud === undefined ? "stack" : `stack on ${cloud}`;
}
