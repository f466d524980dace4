import { readdirSync } from "node:fs";
import { join } from "node:path";
import { cloudOf } from "./config.js";
import { PlanError } from "./errors.js";
import type { Project } from "./project.js";

export interface Stack {
  readonly name: string;
  readonly file: string;
  /** Where answers to calls that need a cloud may be written. */
  readonly answersFile: string;
  readonly cloud?: string;
}

/** Where a text sends its reader for answers; a stack without a file has them as an option. */
export function answersName({ answersFile }: Stack): string {
  return answersFile.split(/[/\\]/).at(-1) || "the option `answers`";
}

export interface StackChoice {
  readonly stack?: string | undefined;
  readonly cloud?: string | undefined;
}

/** The stack that is named, or the only one of a cloud, or the only one. */
export function chooseStack(project: Project, { stack, cloud }: StackChoice): Stack {
  const stacks = stacksOf(project);
  if (stacks.length === 0) {
    throw new PlanError(
      `project ${project.name} has no stack file: write Pulumi.<stack>${project.extension} beside its Pulumi.yaml`,
    );
  }
  const named = stack?.split("/").at(-1);
  const fits = stacks.filter(
    (one) => (named === undefined || one.name === named) && (cloud === undefined || one.cloud === cloud),
  );
  const [only, another] = fits;
  if (only && !another) return only;
  throw new PlanError(
    `${complaint({ stack, cloud }, only !== undefined)}\nstacks of ${project.name}:\n${list(stacks)}`,
  );
}

function complaint({ stack, cloud }: StackChoice, several: boolean): string {
  if (several)
    return cloud === undefined
      ? "several stacks: choose one with --stack"
      : `several stacks on ${cloud}: choose one with --stack`;
  if (stack === undefined) return `no stack on ${cloud}: webtier:cloud of a stack file names its cloud`;
  return cloud === undefined
    ? `no stack ${stack}: choose one with --stack`
    : `no stack ${stack} on ${cloud}: choose one with --stack or --cloud`;
}

function list(stacks: readonly Stack[]): string {
  return stacks.map(({ name, cloud }) => (cloud === undefined ? `  ${name}` : `  ${name} (${cloud})`)).join("\n");
}

export function stacksOf({ stackFolder, extension }: Project): Stack[] {
  return filesOf(stackFolder)
    .map((file) =>
      file.startsWith("Pulumi.") && file.endsWith(extension) ? file.slice("Pulumi.".length, -extension.length) : "",
    )
    .filter((name) => name !== "" && !name.endsWith(".answers"))
    .sort()
    .map((name) => {
      const file = join(stackFolder, `Pulumi.${name}${extension}`);
      const cloud = cloudOf(file);
      return {
        name,
        file,
        answersFile: join(stackFolder, `Pulumi.${name}.answers${extension}`),
        ...(cloud === undefined ? {} : { cloud }),
      };
    });
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new PlanError(`the folder of the stack files could not be read: ${folder}`);
  }
}
