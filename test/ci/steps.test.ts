import { expect, test } from "vitest";
import { steps } from "./files.js";
import { type Ran, runStep, strayFiles } from "./run-step.js";

const compare = "action.yml: Compare";
const usual = {
  INSTALL: "--no-install",
  PACKAGE: "webtier",
  MODE: "diff",
  BASE: "HEAD^1",
  HEAD: ".",
  PREVIEW: "preview.json",
  STACKS: "",
  FAIL_ON: "",
  RATES: "",
  MARKER: "webtier",
  LINKS: "https://github.example/acme/shop/blob/c0ffee/.",
  COMMIT: "c0ffee",
  RUN: "https://github.example/acme/shop/actions/runs/43",
};

const hostile = [
  "$(touch pwned)",
  "`touch pwned`",
  "; touch pwned #",
  "a\ntouch pwned\n",
  '" && touch pwned && "',
  "' || touch pwned || '",
  "--output=/etc/passwd",
  "* ? [a-z] ~",
  "%s %n \\0 é",
];

function folderOf({ output }: Ran): string {
  return /^folder=(.+)$/m.exec(output)?.[1] ?? "";
}

function compared(
  ran: Ran,
  mode: string,
  more: readonly string[],
  subjects: readonly string[],
  { marker = "webtier", links = usual.LINKS } = {},
) {
  const folder = folderOf(ran);
  const files = [`--output=${folder}/comment.md`, `--json=${folder}/diff.json`, `--summary=${folder}/summary.md`];
  const fixed = ["--format", "markdown", ...files, `--full-text=${usual.RUN}`];
  return [
    [
      "npx",
      "--no-install",
      "--",
      "webtier",
      mode,
      ...fixed,
      `--marker=${marker}`,
      `--link-base=${links}`,
      ...(mode === "report" ? ["--commit=c0ffee"] : []),
      ...more,
      "--",
      ...subjects,
    ],
  ];
}

test("two sides are compared, and nothing is said that was not asked for", async () => {
  const ran = await runStep(compare, usual);
  expect(ran.calls).toEqual(compared(ran, "diff", [], ["HEAD^1", "."]));
  expect([ran.code, ran.output]).toEqual([0, `folder=${folderOf(ran)}\ncode=0\n`]);
});

test("a preview is reported", async () => {
  const ran = await runStep(compare, { ...usual, MODE: "report" });
  expect(ran.calls).toEqual(compared(ran, "report", [], ["preview.json"]));
});

test("stacks are refused with a preview, which names its own", async () => {
  const ran = await runStep(compare, { ...usual, MODE: "report", STACKS: "production" });
  expect([ran.code, ran.calls]).toEqual([1, []]);
});

test("another mode is refused before anything runs", async () => {
  const ran = await runStep(compare, { ...usual, MODE: "comment" });
  expect([ran.code, ran.calls]).toEqual([1, []]);
});

test("a gate that stops is kept for the last step", async () => {
  const ran = await runStep(compare, { ...usual, NPX_CODE: "3" });
  expect([ran.code, ran.output]).toEqual([0, `folder=${folderOf(ran)}\ncode=3\n`]);
});

test.each(hostile)("every input of the comparison reaches webtier as it is: %j", async (value) => {
  const all = { BASE: value, HEAD: value, STACKS: value, FAIL_ON: value, RATES: value, MARKER: value, LINKS: value };
  const ran = await runStep(compare, { ...usual, ...all });
  const more = [`--stack=${value}`, `--fail-on=${value}`, `--rates=${value}`];
  expect(ran.calls).toEqual(compared(ran, "diff", more, [value, value], { marker: value, links: value }));
  expect(strayFiles(ran)).toEqual([folderOf(ran).split("/").at(-1)]);
});

test.each(hostile)("a hostile mode, version or preview runs nothing else: %j", async (value) => {
  expect((await runStep(compare, { ...usual, MODE: value })).calls).toEqual([]);
  const versioned = await runStep(compare, { ...usual, INSTALL: "--yes", PACKAGE: `webtier@${value}` });
  expect(versioned.calls.map((call) => call.slice(0, 5))).toEqual([["npx", "--yes", "--", `webtier@${value}`, "diff"]]);
  const ran = await runStep(compare, { ...usual, MODE: "report", PREVIEW: value });
  expect(ran.calls).toEqual(compared(ran, "report", [], [value]));
});

const posting = {
  INSTALL: "--no-install",
  PACKAGE: "webtier",
  FOLDER: "/tmp/f",
  MARKER: "webtier",
  COMMENT: "update",
  GITHUB_TOKEN: "t",
};

test.each(hostile)("what is posted, and how, reaches webtier as it is: %j", async (value) => {
  const ran = await runStep("action.yml: Post the comment", {
    ...posting,
    FOLDER: value,
    MARKER: value,
    COMMENT: value,
  });
  const words = ["--on", "github", `--body=${value}/comment.md`, `--marker=${value}`, `--mode=${value}`];
  expect(ran.calls).toEqual([["npx", "--no-install", "--", "webtier", "comment", ...words]]);
  expect([ran.code, strayFiles(ran)]).toEqual([0, []]);
});

test("the run is told what was found", async () => {
  const ran = await runStep("action.yml: Tell the run", {
    INSTALL: "--no-install",
    PACKAGE: "webtier",
    FOLDER: "/tmp/f",
  });
  const files = ["--comment=/tmp/f/comment.md", "--json=/tmp/f/diff.json", "--summary=/tmp/f/summary.md"];
  expect(ran.calls).toEqual([["npx", "--no-install", "--", "webtier", "outputs", ...files]]);
});

test.each([
  ["0", 0],
  ["3", 3],
  ["", 1],
  ["$(touch pwned)", 2],
])("the job ends with the code of the comparison: %j", async (CODE, code) => {
  const ran = await runStep("action.yml: Pass or fail", { CODE });
  expect([ran.code, ran.calls, strayFiles(ran)]).toEqual([code, [], []]);
});

const plan = "ci/github/webtier-plan.yml: plan: Plan";
const trusted = "ci/github/webtier-comment.yml: comment";

test.each(hostile)("a fork's plan is made with its stack and its commit: %j", async (KEY) => {
  const ran = await runStep(plan, { STACK: "production", KEY });
  expect(ran.calls).toEqual([
    ["npx", "--no-install", "webtier", "plan", "--stack=production", "--format", "json", `--fingerprint=${KEY}`],
  ]);
  expect(strayFiles(ran)).toEqual(["webtier-plan-production.json"]);
});

test("a plan that fails fails the job", async () => {
  expect((await runStep(plan, { STACK: "production", KEY: "c0ffee", NPX_CODE: "2" })).code).toBe(2);
});

test("the trusted job fetches, compares and posts", async () => {
  const values = { STACK: "production", KEY: "c0ffee", GITHUB_TOKEN: "t" };
  const fetched = await runStep(`${trusted}: Fetch the plan`, values);
  expect(fetched.calls).toEqual([
    [
      "npx",
      "--no-install",
      "webtier",
      "artifact",
      "--name=webtier-plan-production.json",
      `--output=${fetched.folder}/plan.json`,
    ],
  ]);
  const links = "https://github.example/mallory/shop/blob/c0ffee";
  const made = await runStep(`${trusted}: Compare`, { STACK: "production", COMMIT: "c0ffee", LINKS: links });
  expect(made.stdout).toBe("::stop-commands::00ff\n");
  expect(made.calls).toEqual([
    ["openssl", "rand", "-hex", "16"],
    [
      ...["npx", "--no-install", "webtier", "diff", ".", `${made.folder}/plan.json`, "--untrusted-head"],
      ...["--commit=c0ffee", "--fingerprint=c0ffee", "--stack=production", `--link-base=${links}`],
      ...["--marker=webtier/production", "--format", "markdown", `--output=${made.folder}/comment.md`],
    ],
  ]);
  const posted = await runStep(`${trusted}: Post the comment`, values);
  expect(posted.calls).toEqual([
    [
      "npx",
      "--no-install",
      "webtier",
      "comment",
      "--on",
      "github",
      `--body=${posted.folder}/comment.md`,
      "--marker=webtier/production",
    ],
  ]);
});

test("the base is put beside the head", async () => {
  const ran = await runStep("ci/github/webtier.yml: review: Put the base beside it", {});
  expect(ran.calls).toEqual([
    ["git", "worktree", "add", "--detach", `${ran.folder}/base`, "HEAD^1"],
    ["npm", "ci", "--prefix", `${ran.folder}/base`],
  ]);
});

test("a preview of the engine is kept as JSON", async () => {
  const ran = await runStep("ci/github/webtier-report.yml: report: Preview", {
    STACK: "production",
    PULUMI_ACCESS_TOKEN: "t",
  });
  expect(ran.calls).toEqual([["pulumi", "preview", "--json", "--non-interactive", "--stack=production"]]);
});

test.each(hostile)("a tag is held to the package as it is: %j", async (TAG) => {
  const ran = await runStep(".github/workflows/release.yml: publish: Hold the tag to the package and the changelog", {
    TAG,
  });
  expect(ran.calls).toEqual([["node", "-r", "./scripts/typescript.cjs", "scripts/check-tag.ts", TAG]]);
  expect(strayFiles(ran)).toEqual([]);
});

test("what is published says where it was built", async () => {
  const ran = await runStep(".github/workflows/release.yml: publish: Publish", { NODE_AUTH_TOKEN: "t" });
  expect(ran.calls).toEqual([["npm", "publish", "--provenance", "--access", "public", "--ignore-scripts"]]);
});

test("the other steps are one npm command each", () => {
  const named = steps.filter(({ step }) => step.run !== undefined && step.name === undefined);
  expect(named.filter(({ step }) => !/^npm (ci|test|run [a-z:]+)$/.test(step.run ?? ""))).toEqual([]);
});
