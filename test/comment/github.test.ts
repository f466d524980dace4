import { expect, test } from "vitest";
import { gitHub, gitHubForge } from "../../src/comment/github.js";
import { markerOf } from "../../src/comment/marker.js";
import { type PostMode, post } from "../../src/comment/post.js";
import { inTurn, paged, type Route, type Stub, stub } from "./stub.js";

const marker = markerOf("shop/production");
const token = "ghs_verysecret";
const comments = "/repos/acme/shop/issues/7/comments";
const viewer = { "POST /graphql": { json: { data: { viewer: { login: "github-actions[bot]" } } } } };
const created = { [`POST ${comments}`]: { status: 201, json: { id: 900 } } };

function comment(id: number, login: string, body: string) {
  return { id, user: { login }, body };
}

function own(id: number, body = `${marker}\nolder`) {
  return comment(id, "github-actions[bot]", body);
}

async function api(routes: Readonly<Record<string, Route>>): Promise<Stub> {
  return stub({ ...viewer, ...routes });
}

async function run({ url }: Stub, { body = "news", mode = "update" as PostMode, sleeps = [] as number[] } = {}) {
  const environment = { GITHUB_TOKEN: token, GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: url };
  const sleep = async (seconds: number) => sleeps.push(seconds);
  return post(gitHubForge(gitHub(environment, { sleep }), { number: 7 }), { marker, body, mode });
}

function writes({ asked }: Stub): unknown[] {
  return asked.filter(({ method, path }) => method !== "GET" && path !== "/graphql");
}

test("a comment is created where none is ours", async () => {
  const server = await api({ [`GET ${comments}`]: paged([comment(1, "mona", "looks good")]), ...created });
  expect(await run(server)).toEqual({ did: "created", removed: 0 });
  expect(server.asked).toEqual([
    { method: "POST", path: "/graphql", body: { query: "query { viewer { login } }" } },
    { method: "GET", path: `${comments}?per_page=100&page=1` },
    { method: "POST", path: comments, body: { body: `${marker}\nnews` } },
  ]);
  expect(server.headers.map(({ authorization }) => authorization)).toEqual(Array(3).fill(`Bearer ${token}`));
});

test("our comment on the third page is updated in place", async () => {
  const others = Array.from({ length: 250 }, (_, id) => comment(id, "mona", "words"));
  const server = await api({
    [`GET ${comments}`]: paged([...others, own(500)]),
    "PATCH /repos/acme/shop/issues/comments/500": { json: { id: 500 } },
  });
  expect(await run(server)).toEqual({ did: "updated", removed: 0 });
  expect(server.asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /graphql",
    `GET ${comments}?per_page=100&page=1`,
    `GET ${comments}?per_page=100&page=2`,
    `GET ${comments}?per_page=100&page=3`,
    "PATCH /repos/acme/shop/issues/comments/500",
  ]);
});

test("a marker in what somebody else wrote is not ours", async () => {
  const forged = [
    comment(1, "mallory", `${marker}\nall fine`),
    comment(2, "github-actions", `${marker}\nall fine`),
    comment(3, "mallory[bot]", `${marker}\nall fine`),
    { id: 4, user: null, body: `${marker}\nall fine` },
    own(5, `> ${marker}\nquoted`),
    own(6, `words\n${marker}`),
    own(7, `${markerOf("shop/production2")}\nanother stack`),
  ];
  const server = await api({ [`GET ${comments}`]: paged(forged), ...created });
  expect(await run(server)).toEqual({ did: "created", removed: 0 });
  expect(writes(server)).toEqual([{ method: "POST", path: comments, body: { body: `${marker}\nnews` } }]);
});

test("our later duplicates are removed", async () => {
  const server = await api({
    [`GET ${comments}`]: paged([own(5), own(6, `${marker}\r\nolder`), own(7)]),
    "PATCH ": { json: {} },
    "DELETE /repos/acme/shop/issues/comments/6": { status: 204 },
    "DELETE /repos/acme/shop/issues/comments/7": { status: 404 },
  });
  expect(await run(server)).toEqual({ did: "updated", removed: 1 });
  expect(writes(server)).toEqual([
    { method: "PATCH", path: "/repos/acme/shop/issues/comments/5", body: { body: `${marker}\nnews` } },
    { method: "DELETE", path: "/repos/acme/shop/issues/comments/6" },
    { method: "DELETE", path: "/repos/acme/shop/issues/comments/7" },
  ]);
});

test("in mode new the comment is posted at the end before the earlier one goes", async () => {
  const server = await api({ [`GET ${comments}`]: paged([own(5)]), ...created, "DELETE ": { status: 204 } });
  expect(await run(server, { mode: "new" })).toEqual({ did: "created", removed: 1 });
  expect(writes(server)).toEqual([
    { method: "POST", path: comments, body: { body: `${marker}\nnews` } },
    { method: "DELETE", path: "/repos/acme/shop/issues/comments/5" },
  ]);
});

test("a comment that went meanwhile is created again", async () => {
  const server = await api({ [`GET ${comments}`]: paged([own(5)]), "PATCH ": { status: 404 }, ...created });
  expect(await run(server)).toEqual({ did: "created", removed: 0 });
});

test("a body that has the marker already gets no second one", async () => {
  const server = await api({ [`GET ${comments}`]: paged([]), ...created });
  await run(server, { body: `${marker}\nnews` });
  expect(writes(server)).toEqual([{ method: "POST", path: comments, body: { body: `${marker}\nnews` } }]);
});

test("a body over the limit is refused before anything is sent", async () => {
  const server = await api({});
  await expect(run(server, { body: "é".repeat(65_536) })).rejects.toThrow(
    "the body has 65569 characters; at most 65536 are taken\n  instead: `webtier diff --format markdown`, which keeps to the limit",
  );
  expect(server.asked).toEqual([]);
});

test("an address in a Link header is never followed", async () => {
  const elsewhere = await stub({});
  const link = `<${elsewhere.url}/steal?page=2>; rel="next"`;
  const server = await api({ [`GET ${comments}`]: paged([own(5)], { link }), "PATCH ": { json: {} } });
  expect(await run(server)).toEqual({ did: "updated", removed: 0 });
  expect(elsewhere.asked).toEqual([]);
  expect(server.asked.map(({ path }) => path)).toEqual([
    "/graphql",
    `${comments}?per_page=100&page=1`,
    `${comments}?per_page=100&page=2`,
    "/repos/acme/shop/issues/comments/5",
  ]);
});

test("a short page that announces another one is not the last", async () => {
  const rows = [[comment(1, "mona", "words")], [own(5)], []];
  const server = await api({
    [`GET ${comments}`]: ({ path }) => ({ json: rows[Number(path.at(-1)) - 1], headers: { link: '<x>; rel="next"' } }),
    "PATCH ": { json: {} },
  });
  expect(await run(server)).toEqual({ did: "updated", removed: 0 });
});

test("pages without an end stop at a bound", async () => {
  const rows = Array.from({ length: 100 }, (_, id) => comment(id, "mona", "words"));
  const server = await api({ [`GET ${comments}`]: { json: rows } });
  await expect(run(server)).rejects.toThrow(`GitHub lists more than 5000 entries at ${comments}`);
  expect(writes(server)).toEqual([]);
});

test("a server that is busy is asked again, at the time that it names", async () => {
  const sleeps: number[] = [];
  const server = await api({
    [`GET ${comments}`]: inTurn({ status: 500 }, { status: 429, headers: { "retry-after": "7" } }, { json: [] }),
    [`POST ${comments}`]: inTurn({ status: 403, headers: { "retry-after": "3" } }, { status: 201, json: {} }),
  });
  expect(await run(server, { sleeps })).toEqual({ did: "created", removed: 0 });
  expect(sleeps).toEqual([1, 7, 3]);
});

test("a server that stays busy is given up", async () => {
  const sleeps: number[] = [];
  const server = await api({ [`GET ${comments}`]: { status: 503 } });
  await expect(run(server, { sleeps })).rejects.toThrow(`GitHub answered 503 to GET ${comments}`);
  expect(sleeps).toEqual([1, 2, 4]);
});

test("nobody waits an hour", async () => {
  const sleeps: number[] = [];
  const server = await api({ [`GET ${comments}`]: { status: 429, headers: { "retry-after": "3600" } } });
  await expect(run(server, { sleeps })).rejects.toThrow(`GitHub answered 429 to GET ${comments}`);
  expect(sleeps).toEqual([]);
});

test("a refusal names the permission that is missing", async () => {
  const server = await api({
    [`GET ${comments}`]: paged([]),
    [`POST ${comments}`]: { status: 403, json: { message: "Resource not accessible by integration" } },
  });
  await expect(run(server)).rejects.toThrow(
    `GitHub answered 403 to POST ${comments}: Resource not accessible by integration\n  instead: \`permissions: pull-requests: write\` for the job; the token of a pull request from a fork is read-only, so there the pair of ci/github posts`,
  );
});

test("what the API says of a body stays in one line", async () => {
  const json = { message: "Validation\n::error::Failed", errors: [{ field: "data" }] };
  const server = await api({ [`GET ${comments}`]: paged([]), [`POST ${comments}`]: { status: 422, json } });
  await expect(run(server)).rejects.toThrow(
    `GitHub answered 422 to POST ${comments}: Validation ::error::Failed [{"field":"data"}]`,
  );
});

test("an error never holds the token", async () => {
  const server = await api({ [`GET ${comments}`]: { status: 400, json: { message: `bad ${token}` } } });
  await expect(run(server)).rejects.toThrow(`GitHub answered 400 to GET ${comments}: bad [token]`);
});

test("a redirect is not followed", async () => {
  const elsewhere = await stub({});
  const server = await api({ [`GET ${comments}`]: { status: 301, headers: { location: elsewhere.url } } });
  await expect(run(server)).rejects.toThrow(`GitHub answered 301 to GET ${comments}`);
  expect(elsewhere.asked).toEqual([]);
});

test("who we are is asked at the GraphQL address of an enterprise server", async () => {
  const server = await stub({
    "POST /api/graphql": viewer["POST /graphql"],
    [`GET /api/v3${comments}`]: paged([]),
    [`POST /api/v3${comments}`]: { status: 201, json: {} },
  });
  expect(await run({ ...server, url: `${server.url}/api/v3/` })).toEqual({ did: "created", removed: 0 });
});

test.each([
  ["http://api.github.example", "GITHUB_API_URL is no https address without a name and password"],
  ["https://name:word@api.github.example", "GITHUB_API_URL is no https address without a name and password"],
  ["nonsense", "GITHUB_API_URL is no https address without a name and password"],
])("the token does not travel to %s", (address, message) => {
  const environment = { GITHUB_TOKEN: token, GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: address };
  expect(() => gitHub(environment)).toThrow(`${message}\n  instead: https://…`);
});

test.each(["acme", "acme/..", "acme/shop/../../user", "acme/shop?x=1"])(
  "the repository %s is refused",
  (repository) => {
    expect(() => gitHub({ GITHUB_TOKEN: token, GITHUB_REPOSITORY: repository })).toThrow(
      "GITHUB_REPOSITORY is no owner/name",
    );
  },
);

test.each(["", "a -->", "a--b", "a\nb", "$(id)", "a b", "é", "-a", "a/"])("the marker %j is refused", (key) => {
  expect(() => markerOf(key)).toThrow(`the marker ${JSON.stringify(key)} is no key`);
});
