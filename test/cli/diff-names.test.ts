import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { diffCommand } from "../../src/cli/diff.js";
import type { Diff, FailedDiff } from "../../src/diff/model.js";
import { makeRepository, projectFiles } from "./repository.js";
import { run } from "./run.js";

const place = mkdtempSync(join(tmpdir(), "webtier-names-"));
const repository = makeRepository();
afterAll(() => {
  rmSync(place, { recursive: true });
  repository.end();
});
repository.write({ ...projectFiles("shop"), ...projectFiles("broken", { first: "throw new Error('no');" }) });
const project = join(repository.folder, "shop");

const nothing = { components: [], resources: [], outputs: {}, notes: [], exposure: [], sizes: [] };

function planFile(fields: object): string {
  const file = join(mkdtempSync(join(place, "plan-")), "plan.json");
  writeFileSync(file, JSON.stringify({ version: 1, project: "shop", stack: "dev", ...nothing, ...fields }));
  return file;
}

async function diff(...words: readonly string[]) {
  const { stdout, ...rest } = await run(diffCommand(), ...words, "--format", "json");
  return { ...rest, document: JSON.parse(stdout || "null") as unknown };
}

const own = planFile({});

const forged: [string, object, string, string][] = [
  ["project", { project: "bank" }, 'project "bank"', 'project "shop"'],
  ["stack", { stack: "production" }, 'stack "production"', 'stack "dev"'],
  [
    "both",
    { project: "bank", stack: "production" },
    'project "bank", stack "production"',
    'project "shop", stack "dev"',
  ],
];

test.each(forged)(
  "a head that says another %s than the base is told as a failure of the head, named by the base",
  async (_, fields, said, wanted) => {
    for (const base of [own, project]) {
      const head = planFile(fields);
      const { document, exitCode } = await diff(base, head, "--untrusted-head");
      expect(exitCode).toBe(1);
      expect(document).toEqual({
        version: 1,
        kind: "offline",
        project: "shop",
        stack: "dev",
        failed: {
          side: "head",
          message: `${head} is the plan of ${said}; ${wanted} was expected\n  instead: plan the same stack of the same project on both sides`,
        },
        diagnostics: [],
      });
    }
  },
);

test("a base that fails does not leave the names to the head", async () => {
  const { document } = await diff(join(repository.folder, "broken"), planFile({ project: "bank" }));
  expect(document).toMatchObject({ project: "shop", stack: "dev", failed: { side: "head" } });
});

test("a stack that the base lacks is held to what was asked for", async () => {
  const head = planFile({ stack: "production" });
  const asked = await diff(project, head, "--stack", "next");
  expect(asked.document).toMatchObject({ project: "shop", stack: "next", failed: { side: "head" } });
  const fits = await diff(project, head, "--stack", "acme/shop/production");
  expect(fits.document).toMatchObject({ project: "shop", stack: "production", counts: { create: 0 } });
});

test("a file that is not of the stack that was asked for is refused on either side", async () => {
  const base = await diff(own, project, "--stack", "next");
  const both = await diff(own, own, "--stack", "next");
  expect([base.exitCode, both.exitCode]).toEqual([1, 1]);
  expect(base.document).toMatchObject({ project: "shop", stack: "next", failed: { side: "base" } });
  expect(both.document).toMatchObject({ project: "shop", stack: "next", failed: { side: "head" } });
});

test("an untrusted head is not believed where nobody says what to expect", async () => {
  const folder = join(place, "nothing");
  mkdirSync(folder);
  const { exitCode, stderr, document } = await diff(folder, planFile({ project: "bank" }), "--untrusted-head");
  expect({ exitCode, document }).toEqual({ exitCode: 1, document: null });
  expect(stderr).toBe(
    `${folder} has no project, so nothing says whose plan an untrusted head must be\n  instead: a base with the project, or no --untrusted-head for a plan that you have made yourself\n`,
  );
});

test("another cloud is a move, and is shown", async () => {
  const { document, exitCode } = await diff(planFile({ cloud: "aws" }), planFile({ cloud: "oci" }), "--untrusted-head");
  expect(exitCode).toBe(0);
  expect((document as Diff).base.cloud).toBe("aws");
  expect((document as Diff).head).toMatchObject({ cloud: "oci", untrusted: true });
});

test("a file of another cloud than was asked for is refused", async () => {
  const { document } = await diff(planFile({ cloud: "aws" }), planFile({ cloud: "oci" }), "--cloud", "aws");
  expect((document as FailedDiff).failed.message).toContain('is the plan of cloud "oci"; cloud "aws" was expected\n');
});

test("a stack that neither side has is told with those that there are", async () => {
  const { stderr, exitCode } = await diff(project, project, "--stack", "prod");
  expect(exitCode).toBe(1);
  expect(stderr).toBe(
    `nothing to compare: there is no stack prod in ${project}, and there is no stack prod in ${project}\n  instead: --stack with one of dev\n`,
  );
});

test("a choice that is missing leaves the project its name", async () => {
  repository.write(projectFiles("several", {}, ["dev", "prod"]));
  const several = join(repository.folder, "several");
  const { document } = await diff(several, several);
  expect(document).toMatchObject({ project: "shop", stack: "unknown", failed: { side: "head" } });
});

const sha = "c0ffee0000000000000000000000000000000001";

test("--commit names a head that is a file, and its path is told nowhere", async () => {
  const head = planFile({ cloud: "oci" });
  const { document } = await diff(own, head, "--commit", sha);
  expect((document as Diff).head).toEqual({ label: sha, commit: sha, cloud: "oci" });
  const output = join(place, "comment.md");
  await run(diffCommand(), own, head, "--commit", sha, "--format", "markdown", "--output", output);
  const text = readFileSync(output, "utf8");
  expect(text).toContain("→ `c0ffee00`, on");
  expect(text).not.toContain(head);
  expect(text).toContain(" plan.json");
});

test("--commit is refused for what says its own, and for what is no commit", async () => {
  const given = await diff(own, project, "--commit", sha);
  expect(given.stderr).toBe(
    `--commit ${sha} names the commit of a head that is a plan file, and ${project} is none\n  instead: leave it out; a ref and a folder say their own\n`,
  );
  const strange = await diff(own, own, "--commit", "main");
  expect([given.exitCode, strange.exitCode]).toEqual([1, 1]);
  expect(strange.stderr).toContain('"main" is no commit: write its hash, such as 1a2b3c4d');
});
