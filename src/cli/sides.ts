import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { PlanError } from "../plan/errors.js";
import type { Plan } from "../plan/model.js";
import { parsePlan } from "../plan/parse-plan.js";
import { openProject } from "../plan/project.js";
import { checkOut } from "./checkout.js";
import { commitShown } from "./git.js";
import { lendModules } from "./modules.js";
import { readSideText, type SideText } from "./side-text.js";

/** One side of a comparison, ready to be planned for any stack. */
export interface Side {
  readonly label: string;
  readonly commit?: string;
  readonly source: Source;
  readonly close: () => void;
}

type Source =
  | { readonly kind: "plan"; readonly plan: Plan }
  | {
      readonly kind: "program";
      readonly directory: string;
      /** Where a commit was checked out: no message says so. */
      readonly tree?: string;
    }
  /** No project there: what the other side has is new, or gone. */
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "failed"; readonly error: PlanError };

export async function openSide(text: string, project: string): Promise<Side> {
  const side = await readSideText(text, project);
  switch (side.kind) {
    case "file":
      return { label: text, source: { kind: "plan", plan: readPlan(side.file) }, close: () => {} };
    case "folder":
      return openFolder(side.folder);
    case "ref":
      return openRef(side, text, project);
  }
}

function readPlan(file: string): Plan {
  return parsePlan(readFileSync(file, "utf8"), { label: file });
}

async function openFolder(folder: string): Promise<Side> {
  const commit = await commitShown(folder);
  return {
    label: folder,
    ...(commit === undefined ? {} : { commit }),
    source: isInProject(folder)
      ? { kind: "program", directory: folder }
      : { kind: "none", why: `there is no project in ${folder}` },
    close: () => {},
  };
}

async function openRef(
  { ref, commit, top, path: asked }: Extract<SideText, { kind: "ref" }>,
  label: string,
  project: string,
): Promise<Side> {
  const path = asked ?? relative(top, rootOf(project));
  const { folder: tree, remove } = await checkOut(top, commit);
  const directory = join(tree, path);
  const shown = path === "" ? ref : `${ref}:${path}`;
  return {
    label,
    commit,
    source: hasProject(directory)
      ? prepared(directory, { top, tree, path, ref, commit })
      : { kind: "none", why: `there is no project in ${shown}` },
    close: remove,
  };
}

function prepared(directory: string, trees: Parameters<typeof lendModules>[0]): Source {
  try {
    const { directory: folder } = openProject(directory);
    lendModules({ ...trees, path: relative(realpathSync(trees.tree), folder) });
    return { kind: "program", directory, tree: trees.tree };
  } catch (error) {
    if (error instanceof PlanError) return { kind: "failed", error: withoutTree(error, trees.tree) };
    throw error;
  }
}

/** Paths from the top of the repository: the folder of a checkout has another name each time. */
export function withoutTree({ message, exitCode }: PlanError, tree: string | undefined): PlanError {
  const told = tree === undefined ? message : message.replaceAll(`${tree}/`, "").replaceAll(tree, ".");
  return new PlanError(told, exitCode);
}

/** The folder of the project that a folder is in, or that folder itself. */
function rootOf(folder: string): string {
  return isInProject(folder) ? openProject(folder).root : realpathSync(resolve(folder));
}

function hasProject(folder: string): boolean {
  return ["Pulumi.yaml", "Pulumi.yml"].some((name) => existsSync(join(folder, name)));
}

function isInProject(folder: string): boolean {
  const whole = resolve(folder);
  const above = resolve(whole, "..");
  return hasProject(whole) || (above !== whole && isInProject(above));
}
