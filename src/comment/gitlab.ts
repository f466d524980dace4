import { z } from "zod";
import { type Environment, required, safeAddress } from "./environment.js";
import { CommentError } from "./errors.js";
import type { Forge } from "./forge.js";
import { alter, ask, list, type Server } from "./server.js";

const anything = z.unknown();
const request = z.object({ sha: z.string() });
const user = z.object({ id: z.number() });
const noteRow = z
  .object({ id: z.number(), body: z.string().nullish(), author: user, system: z.boolean().optional() })
  .transform(({ id, body, author, system }) => ({ id, body: body ?? "", author: system ? "" : String(author.id) }));

const hints = {
  401: "a project access token with scope `api` in GITLAB_TOKEN; the job's own token cannot post notes",
  403: "a project access token with role Reporter or higher and scope `api`, in GITLAB_TOKEN",
  404: "a GITLAB_TOKEN that may see the project; a protected variable is not there in pipelines of unprotected branches",
} as const;

export interface GitLabOptions {
  readonly sleep?: (seconds: number) => Promise<unknown>;
}

/** The merge request that the pipeline's variables name, or the one given. */
export function gitLabForge(environment: Environment, given?: number, { sleep }: GitLabOptions = {}): Forge {
  const token = required({ environment, name: "GITLAB_TOKEN", instead: hints[401] });
  const { href } = safeAddress(environment.CI_API_V4_URL || "https://gitlab.com/api/v4", "CI_API_V4_URL");
  const headers = { "private-token": token };
  const server: Server = {
    name: "GitLab",
    base: href.replace(/\/+$/, ""),
    headers,
    token,
    hints,
    ...(sleep && { sleep }),
  };
  const path = `/projects/${projectOf(environment)}/merge_requests/${requestOf(environment, given)}`;
  const notes = `${path}/notes`;
  const commit = given === undefined ? commitOf(environment) : undefined;
  const run = environment.CI_JOB_URL;
  return {
    limit: 1_000_000,
    whoAmI: async () => String((await ask(server, { path: "/user" }, user)).id),
    ...(commit && { isCurrent: async () => (await ask(server, { path }, request)).sha === commit }),
    comments: () => list(server, `${notes}?sort=asc&order_by=created_at`, noteRow),
    create: async (body) => void (await ask(server, { method: "POST", path: notes, body: { body } }, anything)),
    update: (id, body) => alter(server, { method: "PUT", path: `${notes}/${id}`, body: { body } }),
    remove: (id) => alter(server, { method: "DELETE", path: `${notes}/${id}` }),
    ...(run && { run: safeAddress(run, "CI_JOB_URL").href }),
  };
}

function projectOf(environment: Environment): string {
  const id = environment.CI_MERGE_REQUEST_PROJECT_ID || environment.CI_PROJECT_ID || "";
  if (!/^\d+$/.test(id))
    throw new CommentError("CI_PROJECT_ID is no number\n  instead: the id of the project, which GitLab sets");
  return id;
}

/** A merged result is a commit of its own, and only there the branch has a variable. */
function commitOf({ CI_MERGE_REQUEST_SOURCE_BRANCH_SHA, CI_COMMIT_SHA }: Environment): string | undefined {
  return CI_MERGE_REQUEST_SOURCE_BRANCH_SHA || CI_COMMIT_SHA;
}

function requestOf({ CI_MERGE_REQUEST_IID = "" }: Environment, given: number | undefined): number {
  if (given !== undefined) return given;
  if (/^\d+$/.test(CI_MERGE_REQUEST_IID)) return Number(CI_MERGE_REQUEST_IID);
  throw new CommentError(
    'CI_MERGE_REQUEST_IID is not set: this pipeline is of no merge request\n  instead: `rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]`, or --change with a number',
  );
}
