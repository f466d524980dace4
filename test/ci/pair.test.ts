import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { followed, headSha, pull } from "../comment/events.js";
import { paged, type Route, type Stub, stub } from "../comment/stub.js";
import { root } from "./files.js";
import { type Ran, runStep, scratch } from "./run-step.js";

const trusted = "ci/github/webtier-comment.yml: comment";
const name = "webtier-plan-aws.json";
const marker = "<!-- webtier:webtier/aws -->";
const comments = "/repos/acme/shop/issues/7/comments";

/** What stood there before: it must never stay. */
const good = { id: 500, user: { login: "github-actions[bot]" }, body: `${marker}\n\nno changes` };

const project = join(root, "examples/web-stack");
const cli = [join(root, "dist/cli/main.js")];
const words = ["plan", "--stack=aws", "--format=json", `--fingerprint=${headSha}`];
const base = execFileSync(process.execPath, [...cli, ...words], { cwd: project, encoding: "utf8" });

/** The command line of this repository in place of an installed one. */
const npx = `#!/bin/bash
shift 2
exec ${process.execPath} ${cli.join(" ")} "$@"
`;

interface Job {
  readonly ran: readonly Ran[];
  /** What was written, and where. */
  readonly written: readonly unknown[];
  readonly api: Stub;
}

/** The trusted job as GitHub runs it: after a failure only steps that are always run. */
async function runJob(
  artifact: Buffer | string | undefined,
  routes: Readonly<Record<string, Route>> = {},
): Promise<Job> {
  const blobs = await stub({ "GET /blob": { bytes: Buffer.from(artifact ?? "") } });
  const row = { id: 2, name, size_in_bytes: 4, expired: false };
  const api = await stub({
    "GET /repos/acme/shop/actions/runs/42/artifacts?": { json: { artifacts: artifact === undefined ? [] : [row] } },
    "GET /repos/acme/shop/actions/artifacts/2/zip": { status: 302, headers: { location: `${blobs.url}/blob` } },
    "GET /repos/acme/shop/pulls?": paged([pull(7)]),
    "POST /graphql": { json: { data: { viewer: { login: "github-actions[bot]" } } } },
    [`GET ${comments}`]: paged([good]),
    "PATCH /repos/acme/shop/issues/comments/500": { json: {} },
    ...routes,
  });
  const ran = await runSteps(api);
  return { ran, api, written: api.asked.filter(({ method, path }) => method !== "GET" && path !== "/graphql") };
}

async function runSteps({ url }: Stub): Promise<Ran[]> {
  const folder = scratch();
  const place = { folder, cwd: project, npx };
  const event = join(folder, "event.json");
  writeFileSync(event, JSON.stringify(followed()));
  const environment = {
    STACK: "aws",
    COMMIT: headSha,
    LINKS: `https://github.example/mallory/shop/blob/${headSha}`,
    GITHUB_TOKEN: "ghs_verysecret",
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_RUN_ID: "43",
    GITHUB_EVENT_PATH: event,
  };
  const fetched = await runStep(`${trusted}: Fetch the plan`, environment, place);
  const compared = fetched.code === 0 ? [await runStep(`${trusted}: Compare`, environment, place)] : [];
  return [fetched, ...compared, await runStep(`${trusted}: Post the comment`, environment, place)];
}

const failed = {
  method: "PATCH",
  path: "/repos/acme/shop/issues/comments/500",
  body: {
    body: `${marker}\n### webtier: the preview failed\n\nNo comparison could be made of the newest commit, so nothing is known about what it changes. [The run](https://github.example/acme/shop/actions/runs/42) says why.\n`,
  },
};

const forged = JSON.parse(base) as Record<string, unknown>;

test.each([
  ["that is missing", undefined, "run 42 left no artifact"],
  ["that is empty", "", "is not JSON"],
  ["that is no JSON", "::error::no", "is not JSON"],
  ["that is a zip archive", Buffer.from("504b0304140000000800", "hex"), "is not JSON"],
  ["that holds no plan", "[]", "holds no plan"],
  ["of another form", JSON.stringify({ ...forged, version: 2 }), "has form 2"],
  ["without its resources", JSON.stringify({ ...forged, resources: undefined }), "resources: "],
  ["with a field of its own", JSON.stringify({ ...forged, "\n::error::": 1 }), "does not keep to the form of plans"],
  ["that is too large", Buffer.alloc(17 * 2 ** 20, 32), "is larger than 16777216 bytes"],
  ["that is nested too deep", `${"[".repeat(1_000_000)}`, "is not JSON"],
])("a plan %s gives a comment that says the preview failed", async (_, artifact, why) => {
  const { ran, written } = await runJob(artifact);
  expect(written).toEqual([failed]);
  expect(ran.map(({ code }) => code).at(-1)).toBe(1);
  expect(ran.map(({ stderr }) => stderr).join("")).toContain(why);
  expect(ran.flatMap(({ stderr }) => stderr.split("\n")).filter((line) => line.startsWith("::"))).toEqual([]);
  expect(ran.map(({ stdout, stderr, output }) => stdout + stderr + output).join("")).not.toContain("ghs_verysecret");
});

test("a plan that keeps to the form gives the comparison, and tells that it could lie", async () => {
  const { ran, written } = await runJob(base);
  const [{ body }] = written as [{ body: { body: string } }];
  expect(body.body.split("\n")[0]).toBe(marker);
  expect(body.body).toContain("this plan was made by untrusted code");
  expect(body.body).toContain(`→ \`${headSha.slice(0, 8)}\``);
  expect(body.body).not.toContain("webtier-step-");
  expect(ran.map(({ code, output }) => [code, output])).toEqual([
    [0, ""],
    [0, ""],
    [0, ""],
  ]);
});

test.each([
  ["project", { project: "bank" }, 'project "bank"'],
  ["stack", { stack: "oci" }, 'stack "oci"'],
])("a plan that says it is of another %s is no plan of this one", async (_, fields, said) => {
  const { ran, written } = await runJob(JSON.stringify({ ...forged, ...fields }));
  const [{ body }] = written as [{ body: { body: string } }];
  expect(body.body).toMatch(/^<!-- webtier:webtier\/aws -->\n\n### `web-stack\/aws` \*\*plan failed\*\*\n/);
  expect(body.body).toContain(`${headSha} is the plan of ${said}; `);
  expect(ran.map(({ code }) => code)).toEqual([0, 1, 0]);
});

test("links of a forged plan lead to files of its own commit alone", async () => {
  const places = [
    "../../../../evil/x.ts:1",
    "https://evil.example/x.ts:1",
    "//evil.example/x.ts:1",
    "a?b#c.ts:1",
    "src/x.ts:1",
  ];
  let next = 0;
  const moved = base.replace(/"source": "[^"]*"/g, () => `"source": ${JSON.stringify(places[next++ % places.length])}`);
  const { written } = await runJob(moved.replaceAll("t3.", "m7."));
  const [{ body }] = written as [{ body: { body: string } }];
  const links = [...body.body.matchAll(/\]\(([^)]*)\)/g)].map(([, link]) => link);
  expect([...new Set(links)]).toEqual([`https://github.example/mallory/shop/blob/${headSha}/src/x.ts#L1`]);
});

test("what a forged plan says is shown as text, and never run", async () => {
  const text =
    "](https://evil.example) <img src=x onerror=alert(1)> @acme/all ``` $(touch pwned)\n::set-output name=verdict::none\n";
  const { ran, written } = await runJob(base.replace(/"(note|message)": "[^"]*"/g, `"$1": ${JSON.stringify(text)}`));
  const [{ body }] = written as [{ body: { body: string } }];
  expect(body.body).toContain("pwned");
  expect(body.body).not.toMatch(/<img|(?<!`[^`\n]*)@acme|\]\(https:\/\/evil/);
  expect(ran.map(({ output }) => output)).toEqual(["", "", ""]);
});

test("a run that newer commits have overtaken posts nothing", async () => {
  const { ran, written } = await runJob(undefined, {
    "GET /repos/acme/shop/pulls?": paged([pull(7, { sha: "1".repeat(40) })]),
  });
  expect(written).toEqual([]);
  expect(ran.at(-1)?.stdout).toBe(
    "nothing to post: no open pull request into the default branch has this commit as its head\n",
  );
});
