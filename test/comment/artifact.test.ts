import { expect, test } from "vitest";
import { fetchArtifact } from "../../src/comment/artifact.js";
import { readEvent } from "../../src/comment/event.js";
import { gitHub } from "../../src/comment/github.js";
import { eventFile, followed } from "./events.js";
import { type Route, type Stub, stub } from "./stub.js";

const name = "webtier-plan-aws.json";
const listed = "GET /repos/acme/shop/actions/runs/42/artifacts?";

function row(id: number, more: Readonly<Record<string, unknown>> = {}) {
  return { id, name, size_in_bytes: 4, expired: false, ...more };
}

async function storage(told: Route): Promise<Stub> {
  return stub({ "GET /blob": told });
}

async function api(rows: readonly unknown[], location = ""): Promise<Stub> {
  return stub({
    [listed]: { json: { total_count: rows.length, artifacts: rows } },
    "GET /repos/acme/shop/actions/artifacts/2/zip": { status: 302, headers: { location } },
  });
}

async function fetchFrom({ url }: Stub, event: unknown = followed()): Promise<string> {
  const environment = { GITHUB_TOKEN: "t", GITHUB_REPOSITORY: "acme/shop", GITHUB_API_URL: url };
  const bytes = await fetchArtifact(gitHub(environment), readEvent({ GITHUB_EVENT_PATH: eventFile(event) }), {
    name,
    mostBytes: 10,
  });
  return bytes.toString("utf8");
}

test("the newest artifact of the followed run is fetched without the token", async () => {
  const blobs = await storage({ bytes: Buffer.from("plan") });
  const server = await api(
    [row(1), row(2), row(3, { expired: true }), row(4, { name: `${name}x` })],
    `${blobs.url}/blob?sig=1`,
  );
  expect(await fetchFrom(server)).toBe("plan");
  expect(server.asked.map(({ path }) => path)).toEqual([
    `/repos/acme/shop/actions/runs/42/artifacts?name=${name}`,
    "/repos/acme/shop/actions/artifacts/2/zip",
  ]);
  expect(blobs.headers.map(({ authorization }) => authorization)).toEqual([undefined]);
});

test("a run that left no artifact is an error", async () => {
  await expect(fetchFrom(await api([]))).rejects.toThrow(`run 42 left no artifact "${name}"`);
});

test("an artifact that is said to be too large is not fetched", async () => {
  const server = await api([row(2, { size_in_bytes: 11 })]);
  await expect(fetchFrom(server)).rejects.toThrow(`artifact "${name}" is larger than 10 bytes`);
  expect(server.asked.length).toBe(1);
});

test("an artifact that turns out too large is cut off", async () => {
  const blobs = await storage({ bytes: Buffer.alloc(1_000_000) });
  await expect(fetchFrom(await api([row(2)], `${blobs.url}/blob`))).rejects.toThrow(
    `artifact "${name}" is larger than 10 bytes`,
  );
});

test.each([
  [{ status: 404 }, "404"],
  [{ status: 302, headers: { location: "http://127.0.0.1:9/" } }, "nothing"],
])("a storage that tells %j is an error", async (told, status) => {
  const blobs = await storage(told);
  await expect(fetchFrom(await api([row(2)], `${blobs.url}/blob`))).rejects.toThrow(
    `the storage answered ${status} for artifact "${name}"`,
  );
});

test.each(["http://storage.example/blob", "file:///etc/passwd", "https://a:b@storage.example/"])(
  "nothing is fetched from %s",
  async (location) => {
    await expect(fetchFrom(await api([row(2)], location))).rejects.toThrow(
      "the address of the artifact is no https address without a name and password",
    );
  },
);

test("a run that is of no pull request has no artifact for us", async () => {
  await expect(fetchFrom(await api([row(2)]), followed({ event: "push" }))).rejects.toThrow(
    "this job follows no run of a pull request",
  );
});
