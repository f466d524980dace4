import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { afterEach, expect, test, vi } from "vitest";
import { complaints } from "../../scripts/check-tag.js";
import { artifactCommand } from "../../src/cli/artifact.js";
import { commentCommand } from "../../src/cli/comment.js";
import { outputsCommand } from "../../src/cli/outputs.js";
import { eventFile, followed, headSha, pull, scratch } from "./events.js";
import { paged, stub } from "./stub.js";

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
});

async function run(command: Command, words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const written: string[] = [];
  const keep = (text: unknown) => written.push(String(text)) > 0;
  vi.spyOn(process.stdout, "write").mockImplementation(keep);
  vi.spyOn(process.stderr, "write").mockImplementation(keep);
  await command.parseAsync(words, { from: "user" });
  return { code: process.exitCode ?? 0, text: written.join("") };
}

const comments = "/repos/acme/shop/issues/7/comments";

async function hub() {
  const server = await stub({
    "POST /graphql": { json: { data: { viewer: { login: "github-actions[bot]" } } } },
    [`GET ${comments}`]: paged([]),
    [`POST ${comments}`]: { status: 201, json: {} },
    "GET /repos/acme/shop/pulls/7": { json: pull(7, { sha: "1".repeat(40) }) },
  });
  const event = eventFile({ repository: { default_branch: "main" }, pull_request: { number: 7 } });
  const environment = {
    GITHUB_ACTIONS: "true",
    GITHUB_API_URL: server.url,
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: "acme/shop",
    GITHUB_RUN_ID: "43",
    GITHUB_SERVER_URL: "https://github.example",
    GITHUB_TOKEN: "t",
  };
  return { server, environment };
}

test("the comment of a pull request is posted", async () => {
  const { server, environment } = await hub();
  const body = join(scratch(), "comment.md");
  writeFileSync(body, "news");
  expect(await run(commentCommand(), ["--body", body, "--marker", "shop"], environment)).toEqual({
    code: 0,
    text: "comment created\n",
  });
  expect(server.asked.at(-1)?.body).toEqual({ body: "<!-- webtier:shop -->\nnews" });
});

test("an older run that is still there writes nothing over what a newer one has posted", async () => {
  const { server, environment } = await hub();
  const event = { repository: { default_branch: "main" }, pull_request: { number: 7, head: { sha: headSha } } };
  const body = join(scratch(), "comment.md");
  writeFileSync(body, "old news");
  const own = { ...environment, GITHUB_EVENT_PATH: eventFile(event) };
  expect(await run(commentCommand(), ["--body", body, "--marker", "shop"], own)).toEqual({
    code: 0,
    text: "nothing to post: the change has a newer commit, whose own run posts\n",
  });
  expect(server.asked.filter(({ method, path }) => method !== "GET" && path !== "/graphql")).toEqual([]);
});

test("a comment that nobody wrote is told as a failure", async () => {
  const { server, environment } = await hub();
  const body = join(scratch(), "comment.md");
  expect(await run(commentCommand(), ["--body", body, "--marker", "shop"], environment)).toEqual({
    code: 1,
    text: `comment created\n${body} is missing or empty: the comment says that the preview failed\n`,
  });
  expect(server.asked.at(-1)?.body).toEqual({
    body: "<!-- webtier:shop -->\n### webtier: the preview failed\n\nNo comparison could be made of the newest commit, so nothing is known about what it changes. [The run](https://github.example/acme/shop/actions/runs/43) says why.\n",
  });
});

test("a job without a token is told which variable it needs", async () => {
  const { environment } = await hub();
  expect(
    await run(commentCommand(), ["--body", "x", "--marker", "shop"], { ...environment, GITHUB_TOKEN: "" }),
  ).toEqual({
    code: 1,
    text: "GITHUB_TOKEN is not set\n  instead: GITHUB_TOKEN in the env of the step, from github.token\n",
  });
});

test("an artifact that is missing leaves no file", async () => {
  const server = await stub({ "GET /repos/acme/shop/actions/runs/42/artifacts?": { json: { artifacts: [] } } });
  const { environment } = await hub();
  const output = join(scratch(), "plan.json");
  const own = { ...environment, GITHUB_API_URL: server.url, GITHUB_EVENT_PATH: eventFile(followed()) };
  expect(await run(artifactCommand(), ["--name", "plan.json", "--output", output], own)).toEqual({
    code: 1,
    text: 'run 42 left no artifact "plan.json"\n',
  });
  expect(existsSync(output)).toBe(false);
});

test("a job's outputs are words of ours, and its summary is the comment", async () => {
  const folder = scratch();
  const at = (name: string) => join(folder, name);
  writeFileSync(at("comment.md"), "news");
  writeFileSync(at("diff.json"), JSON.stringify({ verdict: { state: "changes", exposure: "wider" } }));
  const environment = { GITHUB_OUTPUT: at("output"), GITHUB_STEP_SUMMARY: at("summary") };
  await run(outputsCommand(), ["--comment", at("comment.md"), "--json", at("diff.json")], environment);
  expect(readFileSync(at("output"), "utf8")).toBe(
    `verdict=changes\nexposure=wider\ncomment=${at("comment.md")}\njson=${at("diff.json")}\n`,
  );
  expect(readFileSync(at("summary"), "utf8")).toBe("news\n");
});

test("the summary of a run has room for more than the comment", async () => {
  const folder = scratch();
  const at = (name: string) => join(folder, name);
  writeFileSync(at("comment.md"), "news");
  writeFileSync(at("whole.md"), "all the news");
  const environment = { GITHUB_OUTPUT: "", GITHUB_STEP_SUMMARY: at("summary") };
  const words = ["--comment", at("comment.md"), "--json", at("diff.json"), "--summary", at("whole.md")];
  await run(outputsCommand(), words, environment);
  expect(readFileSync(at("summary"), "utf8")).toBe("all the news\n");
});

test("a path with a line break writes no output of its own", async () => {
  const output = join(scratch(), "output");
  const words = ["--comment", "a\nverdict=none", "--json", "b"];
  expect(await run(outputsCommand(), words, { GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: "" })).toEqual({
    code: 1,
    text: "a path with a line break is no output\n",
  });
  expect(existsSync(output)).toBe(false);
});

test.each([
  ["v1.2.0", "## [1.2.0] - 2026-11-21", []],
  ["v1.2.1", "## [1.2.0] - 2026-11-21", ['the tag "v1.2.1" is not v1.2.0, the version of package.json']],
  ["v1.2.0", "## [Unreleased]", ['CHANGELOG.md has no "## [1.2.0] - YYYY-MM-DD"']],
])("the tag %s is held to %s", (tag, heading, expected) => {
  expect(complaints(tag, '{ "version": "1.2.0" }', `# Changelog\n\n${heading}\n`)).toEqual(expected);
});
