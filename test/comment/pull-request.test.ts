import { expect, test } from "vitest";
import { readEvent } from "../../src/comment/event.js";
import { gitHub } from "../../src/comment/github.js";
import { isNewest, pullRequestOf } from "../../src/comment/pull-request.js";
import { eventFile, followed, headSha, pull } from "./events.js";
import { paged, type Stub, stub } from "./stub.js";

const repository = { default_branch: "main" };

async function find(event: unknown, { url }: Pick<Stub, "url"> = { url: "http://127.0.0.1:9" }) {
  const environment = { GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: url };
  return pullRequestOf(gitHub(environment), readEvent({ GITHUB_EVENT_PATH: eventFile(event) }));
}

test("a pull request's event names it", async () => {
  expect(await find({ repository, pull_request: { number: 7 } })).toBe(7);
});

test("a fork's pull request is found by the branch of the run", async () => {
  const server = await stub({ "GET /repos/acme/shop/pulls?": paged([pull(7)]) });
  expect(await find(followed({ head_branch: "a&state=closed#x" }), server)).toBe(7);
  expect(server.asked.map(({ path }) => path)).toEqual([
    "/repos/acme/shop/pulls?state=open&head=mallory%3Aa%26state%3Dclosed%23x&per_page=100&page=1",
  ]);
});

test("of several only that with the commit, the repository and the base of the run counts", async () => {
  const rows = [
    pull(1, { sha: "c0ffee0000000000000000000000000000000002" }),
    pull(2, { from: "mona/shop" }),
    pull(3, { from: null }),
    pull(4, { ref: "release" }),
    pull(5, { state: "closed" }),
    pull(6, { from: "Mallory/Shop" }),
    pull(7),
  ];
  const server = await stub({ "GET /repos/acme/shop/pulls?": paged(rows) });
  expect(await find(followed(), server)).toBe(6);
});

test("a run whose commit is not the newest any more has no pull request", async () => {
  const server = await stub({
    "GET /repos/acme/shop/pulls?": paged([pull(7, { sha: "c0ffee0000000000000000000000000000000002" })]),
  });
  expect(await find(followed(), server)).toBe(undefined);
});

test("a branch of the repository itself is found the same way", async () => {
  const own = { full_name: "acme/shop", owner: { login: "acme" } };
  const server = await stub({ "GET /repos/acme/shop/pulls?": paged([pull(8, { from: "acme/shop" })]) });
  const event = followed({ head_repository: own, pull_requests: [{ number: 7 }] });
  expect(await find(event, server)).toBe(8);
});

test.each(["push", "pull_request_target", "schedule"])("a run of %s is not followed", async (event) => {
  await expect(find(followed({ event }))).rejects.toThrow(
    "this job follows no run of a pull request\n  instead: `on: workflow_run` after a workflow that runs on `pull_request`",
  );
});

test.each([
  [{ repository, pull_request: { number: "7; id" } }, "pull_request.number"],
  [followed({ head_sha: "main" }), "workflow_run.head_sha"],
  [followed({ id: -1 }), "workflow_run.id"],
])("an event of another form is refused: %j", async (event, path) => {
  await expect(find(event)).rejects.toThrow(`GITHUB_EVENT_PATH: ${path}: `);
});

test("an event that is no JSON is refused", async () => {
  await expect(find("{")).rejects.toThrow("GITHUB_EVENT_PATH cannot be read: ");
});

async function newest(event: unknown, row: object) {
  const { url } = await stub({
    "GET /repos/acme/shop/pulls?": paged([row]),
    "GET /repos/acme/shop/pulls/7": { json: row },
  });
  const environment = { GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: url };
  return isNewest(gitHub(environment), readEvent({ GITHUB_EVENT_PATH: eventFile(event) }));
}

test.each([
  ["a pull request's own run", { repository, pull_request: { number: 7, head: { sha: headSha } } }],
  ["the run that follows one", followed()],
])("%s is overtaken when a newer commit is there", async (_, event) => {
  expect([await newest(event, pull(7)), await newest(event, pull(7, { sha: "1".repeat(40) }))]).toEqual([true, false]);
});

test("an event that does not say its commit is never overtaken", async () => {
  expect(await newest({ repository, pull_request: { number: 7 } }, pull(7))).toBe(true);
});
