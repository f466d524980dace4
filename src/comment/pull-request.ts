import { z } from "zod";
import { type Event, followedRun, type WorkflowRun } from "./event.js";
import type { GitHub } from "./github.js";
import { ask, list } from "./server.js";

const pullRow = z.object({
  number: z.number().int().positive(),
  state: z.string(),
  head: z.object({ sha: z.string(), repo: z.object({ full_name: z.string() }).nullish() }),
  base: z.object({ ref: z.string() }),
});
type Pull = z.infer<typeof pullRow>;

/** Undefined: none is open whose head is still the commit of this run, into the default branch. */
export async function pullRequestOf(gitHub: GitHub, event: Event): Promise<number | undefined> {
  if (event.pull_request) return event.pull_request.number;
  const run = followedRun(event);
  for await (const pull of pullsFrom(gitHub, run)) {
    if (isOf(pull, run) && pull.base.ref === event.repository.default_branch) return pull.number;
  }
  return undefined;
}

/** Whether the commit of the event is still the newest of its pull request. */
export async function isNewest({ server, repository }: GitHub, event: Event): Promise<boolean> {
  const { number, head } = event.pull_request ?? {};
  if (number === undefined) return (await pullRequestOf({ server, repository }, event)) !== undefined;
  if (head === undefined) return true;
  const pull = await ask(server, { path: `/repos/${repository}/pulls/${number}` }, pullRow);
  return pull.head.sha === head.sha;
}

/** By branch: for a fork the event names no pull request, and the API knows none of its commits. */
function pullsFrom({ server, repository }: GitHub, run: WorkflowRun): AsyncGenerator<Pull> {
  const head = encodeURIComponent(`${run.head_repository.owner.login}:${run.head_branch}`);
  return list(server, `/repos/${repository}/pulls?state=open&head=${head}`, pullRow);
}

function isOf({ state, head }: Pull, run: WorkflowRun): boolean {
  const from = head.repo?.full_name.toLowerCase();
  return state === "open" && head.sha === run.head_sha && from === run.head_repository.full_name.toLowerCase();
}
