import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Environment, required } from "./environment.js";
import { CommentError } from "./errors.js";

const positive = z.number().int().positive();
const commit = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);

const workflowRun = z.object({
  id: positive,
  event: z.string(),
  head_sha: commit,
  head_branch: z.string().min(1),
  head_repository: z.object({ full_name: z.string().min(1), owner: z.object({ login: z.string().min(1) }) }),
});

const eventForm = z.object({
  pull_request: z.object({ number: positive, head: z.object({ sha: commit }).optional() }).optional(),
  workflow_run: workflowRun.optional(),
  repository: z.object({ default_branch: z.string().min(1) }),
});

export type Event = z.infer<typeof eventForm>;
export type WorkflowRun = z.infer<typeof workflowRun>;

/** What started the job, from the file that GitHub wrote. */
export function readEvent(environment: Environment): Event {
  const instead = "--change with the number of the pull request";
  const file = required({ environment, name: "GITHUB_EVENT_PATH", instead });
  const parsed = eventForm.safeParse(parse(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CommentError(
    `GITHUB_EVENT_PATH: ${issue?.path.join(".")}: ${issue?.message.toLowerCase()}\n  instead: ${instead}`,
  );
}

/** The run of a pull request's workflow that this job follows. */
export function followedRun({ workflow_run: run }: Event): WorkflowRun {
  if (run?.event === "pull_request") return run;
  throw new CommentError(
    "this job follows no run of a pull request\n  instead: `on: workflow_run` after a workflow that runs on `pull_request`",
  );
}

function parse(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommentError(`GITHUB_EVENT_PATH cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}
