import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

export const root = join(__dirname, "../..");

export interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly "timeout-minutes"?: number;
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

export function read(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

export function workflow(path: string): Workflow {
  return parse(read(path)) as Workflow;
}

export const workflowFiles = ["ci/github", ".github/workflows"].flatMap((folder) =>
  readdirSync(join(root, folder))
    .sort()
    .map((name) => `${folder}/${name}`),
);

export const action = parse(read("action.yml")) as {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly steps: readonly Step[] };
};

/** Every step of the action and of the workflows, with where it is. */
export const steps: readonly { readonly place: string; readonly step: Step }[] = [
  ...action.runs.steps.map((step) => ({ place: `action.yml: ${nameOf(step)}`, step })),
  ...workflowFiles.flatMap((file) =>
    Object.entries(workflow(file).jobs).flatMap(([job, { steps: own }]) =>
      own.map((step) => ({ place: `${file}: ${job}: ${nameOf(step)}`, step })),
    ),
  ),
];

/** Files of the repository, new ones included. */
export function tracked(...patterns: readonly string[]): string[] {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns];
  return execFileSync("git", words, { cwd: root, encoding: "utf8" }).trim().split("\n").sort();
}

function nameOf({ name, run, uses }: Step): string {
  return name ?? run ?? uses ?? "";
}
