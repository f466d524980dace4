import { expect, test } from "vitest";
import { action, read, steps, tracked, workflow, workflowFiles } from "./files.js";

/** What may be done with the job's token, by workflow and job. */
const permissions = {
  "ci/github/webtier-comment.yml: comment": { actions: "read", contents: "read", "pull-requests": "write" },
  "ci/github/webtier-plan.yml: plan": { contents: "read" },
  "ci/github/webtier-report.yml: report": { contents: "read", "pull-requests": "write" },
  "ci/github/webtier.yml: review": { contents: "read", "pull-requests": "write" },
  ".github/workflows/ci.yml: node": { contents: "read" },
  ".github/workflows/ci.yml: ci": { contents: "read" },
  ".github/workflows/release.yml: publish": { contents: "read", "id-token": "write" },
};

test("no script holds an expression: values come by the environment", () => {
  expect(steps.filter(({ step }) => step.run?.includes("${{")).map(({ place }) => place)).toEqual([]);
});

test("every action of others is pinned to a commit, with its version beside it", () => {
  const uses = [...workflowFiles, "action.yml"].flatMap((file) =>
    read(file)
      .split("\n")
      .filter((line) => /^\s*(- )?uses:/.test(line))
      .map((line) => line.replace(/^\s*(- )?uses: /, "")),
  );
  expect([...new Set(uses)].sort()).toEqual([
    "./node_modules/webtier",
    "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1",
    "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0",
    "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
  ]);
});

test("a workflow may nothing, and each job what it needs", () => {
  const workflows = workflowFiles.map((file) => [file, workflow(file)] as const);
  expect(workflows.map(([, { permissions: all }]) => all)).toEqual(workflows.map(() => ({})));
  const jobs = workflows.flatMap(([file, { jobs: own }]) =>
    Object.entries(own).map(([name, job]) => [`${file}: ${name}`, job.permissions]),
  );
  expect(Object.fromEntries(jobs)).toEqual(permissions);
});

test("every job ends by itself", () => {
  const jobs = workflowFiles.flatMap((file) => Object.values(workflow(file).jobs));
  expect(jobs.filter((job) => job["timeout-minutes"] === undefined)).toEqual([]);
});

test("no checkout leaves its token behind", () => {
  const checkouts = steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@"));
  expect(checkouts.filter(({ step }) => step.with?.["persist-credentials"] !== false)).toEqual([]);
});

test("nothing runs on pull_request_target", () => {
  expect(workflowFiles.filter((file) => Object.keys(workflow(file).on).includes("pull_request_target"))).toEqual([]);
});

test("the job that runs a fork's code knows no secret and no token", () => {
  expect(read("ci/github/webtier-plan.yml")).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN|id-token|write/);
});

test("the job that may write takes the default branch, and nothing of the pull request but its commit and whose it is", () => {
  const text = read("ci/github/webtier-comment.yml");
  const checkouts = workflow("ci/github/webtier-comment.yml").jobs.comment?.steps.filter(({ uses }) =>
    uses?.includes("checkout"),
  );
  expect(checkouts?.map((step) => step.with?.ref)).toEqual([`\${{ github.event.repository.default_branch }}`]);
  expect([...new Set(text.match(/github\.event\.[\w.]+/g))].sort()).toEqual([
    "github.event.repository.default_branch",
    "github.event.workflow_run.event",
    "github.event.workflow_run.head_repository.full_name",
    "github.event.workflow_run.head_sha",
  ]);
  expect(text).not.toMatch(/secrets\.|cache: [^f]/);
});

test("every input of the action is used", () => {
  const text = read("action.yml");
  const unused = Object.keys(action.inputs).filter((name) => !text.includes(`inputs.${name}`));
  expect(unused).toEqual([]);
});

test("what must be told is told after a failure too", () => {
  const always = steps.filter(({ step }) => step.if?.includes("always()")).map(({ place }) => place);
  expect(always).toEqual([
    "action.yml: Tell the run",
    "action.yml: Post the comment",
    "action.yml: Pass or fail",
    "ci/github/webtier-comment.yml: comment: Post the comment",
    "ci/github/webtier-report.yml: report: ./node_modules/webtier",
    "ci/github/webtier.yml: review: ./node_modules/webtier",
  ]);
});

test("scripts can be run", () => {
  const scripts = tracked("ci/shell/*.sh", "test/ci/tools/*.sh");
  expect(scripts.map((file) => [file, read(file).split("\n")[0]])).toEqual([
    ["ci/shell/review.sh", "#!/usr/bin/env bash"],
    ["test/ci/tools/build.sh", "#!/usr/bin/env bash"],
  ]);
});
