import { z } from "zod";
import { type Environment, required, safeAddress } from "./environment.js";
import { CommentError } from "./errors.js";
import type { Forge } from "./forge.js";
import { alter, ask, list, type Server } from "./server.js";

const anything = z.unknown();
const commentRow = z
  .object({ id: z.number(), body: z.string().nullish(), user: z.object({ login: z.string() }).nullish() })
  .transform(({ id, body, user }) => ({ id, body: body ?? "", author: user?.login ?? "" }));
const viewer = z.object({ data: z.object({ viewer: z.object({ login: z.string().min(1) }) }) });

const hints = {
  401: "a token that is valid, in GITHUB_TOKEN",
  403: "`permissions: pull-requests: write` for the job; the token of a pull request from a fork is read-only, so there the pair of ci/github posts",
  404: "a token that may see the repository, with `permissions: pull-requests: write`",
} as const;

export interface GitHubOptions {
  readonly sleep?: (seconds: number) => Promise<unknown>;
}

export interface GitHub {
  readonly server: Server;
  /** `owner/name`. */
  readonly repository: string;
}

/** The API that the job's variables name. */
export function gitHub(environment: Environment, { sleep }: GitHubOptions = {}): GitHub {
  const token = required({
    environment,
    name: "GITHUB_TOKEN",
    instead: "GITHUB_TOKEN in the env of the step, from github.token",
  });
  const instead = "owner/name, which GitHub Actions sets";
  const repository = required({ environment, name: "GITHUB_REPOSITORY", instead });
  if (!/^[\w-]+\/(?!\.+$)[\w.-]+$/.test(repository)) throw new CommentError(`GITHUB_REPOSITORY is no owner/name`);
  const { href } = safeAddress(environment.GITHUB_API_URL || "https://api.github.com", "GITHUB_API_URL");
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
  };
  const server = { name: "GitHub", base: href.replace(/\/+$/, ""), headers, token, hints, ...(sleep && { sleep }) };
  return { server, repository };
}

interface GitHubChange {
  readonly number: number;
  /** Page of the run that posts. */
  readonly run?: string | undefined;
  readonly isCurrent?: () => Promise<boolean>;
}

export function gitHubForge({ server, repository }: GitHub, { number, run, isCurrent }: GitHubChange): Forge {
  const comments = `/repos/${repository}/issues/${number}/comments`;
  const one = (id: number) => `/repos/${repository}/issues/comments/${id}`;
  return {
    limit: 65_536,
    whoAmI: () => loginOf(server),
    comments: () => list(server, comments, commentRow),
    create: async (body) => void (await ask(server, { method: "POST", path: comments, body: { body } }, anything)),
    update: (id, body) => alter(server, { method: "PATCH", path: one(id), body: { body } }),
    remove: (id) => alter(server, { method: "DELETE", path: one(id) }),
    ...(run && { run }),
    ...(isCurrent && { isCurrent }),
  };
}

/** Only this query answers for every kind of token, a job's own included. */
async function loginOf(server: Server): Promise<string> {
  const base = server.base.endsWith("/api/v3") ? server.base.slice(0, -"/v3".length) : server.base;
  const call = { method: "POST", path: "/graphql", body: { query: "query { viewer { login } }" } } as const;
  const { data } = await ask({ ...server, base }, call, viewer);
  return data.viewer.login;
}

/** Page of a run: by default of this job's own. */
export function runPage({ repository }: GitHub, environment: Environment, followed?: number): string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_RUN_ID } = environment;
  const run = followed ?? GITHUB_RUN_ID ?? "";
  if (!GITHUB_SERVER_URL || !/^\d+$/.test(String(run))) return undefined;
  return new URL(`/${repository}/actions/runs/${run}`, safeAddress(GITHUB_SERVER_URL, "GITHUB_SERVER_URL")).href;
}
