import { expect, test } from "vitest";
import { gitLabForge } from "../../src/comment/gitlab.js";
import { markerOf } from "../../src/comment/marker.js";
import { post } from "../../src/comment/post.js";
import { paged, type Route, type Stub, stub } from "./stub.js";

const marker = markerOf("shop/production");
const notes = "/api/v4/projects/12/merge_requests/7/notes";
const user = { "GET /api/v4/user": { json: { id: 31 } } };

function note(id: number, author: number, body = `${marker}\nolder`, system = false) {
  return { id, author: { id: author, username: "webtier" }, body, system };
}

function environmentOf({ url }: Pick<Stub, "url">) {
  return {
    GITLAB_TOKEN: "glpat-secret",
    CI_API_V4_URL: `${url}/api/v4`,
    CI_PROJECT_ID: "12",
    CI_MERGE_REQUEST_IID: "7",
  };
}

async function run(routes: Readonly<Record<string, Route>>) {
  const server = await stub({ ...user, ...routes });
  const outcome = await post(gitLabForge(environmentOf(server)), { marker, body: "news", mode: "update" });
  return { outcome, asked: server.asked, headers: server.headers };
}

test("a note is created where none is ours", async () => {
  const foreign = [note(1, 30), note(2, 31, "words"), note(3, 31, `${marker}\nx`, true)];
  const { outcome, asked, headers } = await run({
    [`GET ${notes}`]: paged(foreign),
    [`POST ${notes}`]: { status: 201, json: {} },
  });
  expect(outcome).toEqual({ did: "created", removed: 0 });
  expect(asked).toEqual([
    { method: "GET", path: "/api/v4/user" },
    { method: "GET", path: `${notes}?sort=asc&order_by=created_at&per_page=100&page=1` },
    { method: "POST", path: notes, body: { body: `${marker}\nnews` } },
  ]);
  expect(headers.map((one) => one["private-token"])).toEqual(Array(3).fill("glpat-secret"));
});

test("our note is updated and its duplicates are removed", async () => {
  const { outcome, asked } = await run({
    [`GET ${notes}`]: paged([...Array.from({ length: 100 }, (_, id) => note(id, 30)), note(500, 31), note(501, 31)]),
    [`PUT ${notes}/500`]: { json: {} },
    [`DELETE ${notes}/501`]: { status: 204 },
  });
  expect(outcome).toEqual({ did: "updated", removed: 1 });
  expect(asked.slice(3)).toEqual([
    { method: "PUT", path: `${notes}/500`, body: { body: `${marker}\nnews` } },
    { method: "DELETE", path: `${notes}/501` },
  ]);
});

test("the job's own token is told to be of no use", async () => {
  await expect(run({ "GET /api/v4/user": { status: 401, json: { message: "401 Unauthorized" } } })).rejects.toThrow(
    "GitLab answered 401 to GET /user: 401 Unauthorized\n  instead: a project access token with scope `api` in GITLAB_TOKEN; the job's own token cannot post notes",
  );
});

const usual = environmentOf({ url: "https://gitlab.example" });

test.each([
  [{ ...usual, GITLAB_TOKEN: "" }, "GITLAB_TOKEN is not set"],
  [{ ...usual, CI_PROJECT_ID: "../../user" }, "CI_PROJECT_ID is no number"],
  [
    { ...usual, CI_MERGE_REQUEST_IID: "7/../8" },
    "CI_MERGE_REQUEST_IID is not set: this pipeline is of no merge request",
  ],
  [{ ...usual, CI_API_V4_URL: "http://gitlab.example/api/v4" }, "CI_API_V4_URL is no https address"],
  [{ ...usual, CI_JOB_URL: "javascript:alert(1)" }, "CI_JOB_URL is no https address"],
])("variables of another form are refused: %j", (environment, message) => {
  expect(() => gitLabForge(environment)).toThrow(message);
});
