import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

export const headSha = "c0ffee0000000000000000000000000000000001";

/** A folder for one test. */
export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), "webtier-comment-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Writes the event file as GitHub does. */
export function eventFile(event: unknown): string {
  const file = join(scratch(), "event.json");
  writeFileSync(file, typeof event === "string" ? event : JSON.stringify(event));
  return file;
}

/** A run of a pull request's workflow, by default from a fork. */
export function followed(run: Readonly<Record<string, unknown>> = {}) {
  const fork = { full_name: "mallory/shop", owner: { login: "mallory" } };
  return {
    action: "completed",
    repository: { full_name: "acme/shop", default_branch: "main" },
    workflow_run: {
      id: 42,
      event: "pull_request",
      head_sha: headSha,
      head_branch: "patch-1",
      head_repository: fork,
      pull_requests: [],
      ...run,
    },
  };
}

/** A row of the API, by default the pull request of `followed`. */
export function pull(
  number: number,
  { sha = headSha, from = "mallory/shop" as string | null, ref = "main", state = "open" } = {},
) {
  return { number, state, head: { sha, repo: from === null ? null : { full_name: from } }, base: { ref } };
}
