import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSideText } from "../../src/cli/side-text.js";
import { makeRepository } from "./repository.js";

const repository = makeRepository();
const { folder } = repository;
afterAll(() => repository.end());
repository.write({ "plan.json": "{}", "infra/index.js": "" });
const commit = repository.commit("first");
repository.git("branch", "feature/with-slash");

test.each([
  ["main", { ref: "main" }],
  ["HEAD", { ref: "HEAD" }],
  ["main:infra", { ref: "main", path: "infra" }],
  ["main:infra/", { ref: "main", path: "infra" }],
  ["main:", { ref: "main", path: "" }],
  ["main:.", { ref: "main", path: "" }],
  ["feature/with-slash:a/./b", { ref: "feature/with-slash", path: "a/b" }],
])("%s is a ref", async (text, wanted) => {
  expect(await readSideText(text, folder)).toEqual({ kind: "ref", commit, top: folder, ...wanted });
});

test("a file and a folder come first", async () => {
  const file = join(folder, "plan.json");
  expect(await readSideText(file, folder)).toEqual({ kind: "file", file });
  expect(await readSideText(folder, folder)).toEqual({ kind: "folder", folder });
});

test("a name that is a folder and a ref is neither", async () => {
  repository.git("branch", "test");
  const here = join(process.cwd(), "test");
  mkdirSync(here, { recursive: true });
  await expect(readSideText("test", folder)).rejects.toThrow(
    "test is a folder and a ref too\n  instead: ./test for the folder, or refs/heads/test for the branch",
  );
  expect(await readSideText("./test", folder)).toEqual({ kind: "folder", folder: "./test" });
});

const refused = [
  ["--upload-pack=touch x", '"--upload-pack=touch x" is no ref: a ref has a name, and it does not begin with "-"'],
  ["-", '"-" is no ref'],
  [":infra", '":infra" is no ref'],
  ["", '"" is no ref'],
  ["main:../other", "main:../other leaves the repository\n  instead: a path from its top"],
  ["main:/etc", "main:/etc leaves the repository"],
  ["main..HEAD", "main..HEAD is no file and no folder, and main..HEAD is no commit of the repository"],
  ["gone", "instead: a ref that it knows; one of a remote needs git fetch first"],
  ["$(touch x)", "is no commit of the repository"],
] as const;

test.each(refused)("%s is refused", async (text, words) => {
  await expect(readSideText(text, folder)).rejects.toThrow(words);
});

test("outside of a repository there are no refs", async () => {
  await expect(readSideText("main", "/")).rejects.toThrow(
    "main is no file and no folder, and / is in no git repository that could know it as a ref",
  );
});
