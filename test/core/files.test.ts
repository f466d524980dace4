import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { leave, leavesFiles } from "../../src/core/files.js";
import { mockEngine, refusal } from "../pulumi/harness.js";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "webtier-files-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const planned = (name = "a.yaml") => ({ path: join(folder, name), content: "whole", instead: "another folder" });
const said = (problem: string, path = planned().path) =>
  `a file of the deployment cannot be left where it belongs\n  ${path}: ${problem}\n    instead: another folder`;

test("a file is left whole, for all to read and nobody else to change, and nothing beside it", () => {
  leave(planned());
  expect(readFileSync(planned().path, "utf8")).toBe("whole");
  expect(statSync(planned().path).mode & 0o777 & ~process.umask()).toBe(0o644 & ~process.umask());
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
});

test("a file that is there with the same content is kept as it is", () => {
  leave(planned());
  const { ino, mtimeMs } = statSync(planned().path);
  leave(planned());
  const again = statSync(planned().path);
  expect([again.ino, again.mtimeMs]).toEqual([ino, mtimeMs]);
});

test("a file with another content is refused and kept", () => {
  writeFileSync(planned().path, "other", { mode: 0o644 });
  expect(refusal(() => leave(planned()))).toBe(said("is there with another content"));
  expect(readFileSync(planned().path, "utf8")).toBe("other");
});

test("a link is refused, even to the same content", () => {
  leave(planned("b.yaml"));
  symlinkSync(planned("b.yaml").path, planned().path);
  expect(refusal(() => leave(planned()))).toBe(said("is a link"));
});

test("a link to nothing is refused, and nothing is made behind it", () => {
  symlinkSync(join(folder, "victim"), planned().path);
  expect(refusal(() => leave(planned()))).toBe(said("is a link"));
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
});

test("a file that others can change is refused", () => {
  leave(planned());
  chmodSync(planned().path, 0o666);
  expect(refusal(() => leave(planned()))).toBe(said("can be changed by others"));
});

test("a folder that is not there is refused", () => {
  const path = join(folder, "gone", "a.yaml");
  expect(refusal(() => leave({ ...planned(), path }))).toBe(said("cannot be written: ENOENT", path));
});

test("no test leaves files", () => {
  mockEngine();
  expect(leavesFiles()).toBe(false);
});

test("a deployment leaves files; a plan of webtier and a preview do not", () => {
  vi.spyOn(pulumi.runtime, "getEngine").mockReturnValue({} as ReturnType<typeof pulumi.runtime.getEngine>);
  expect(leavesFiles()).toBe(true);
  vi.stubEnv("WEBTIER_PLAN", "1");
  expect(leavesFiles()).toBe(false);
  vi.unstubAllEnvs();
  vi.spyOn(pulumi.runtime, "isDryRun").mockReturnValue(true);
  expect(leavesFiles()).toBe(false);
});

test("a folder in which others may exchange the file is refused, and one that keeps them from it is not", () => {
  chmodSync(folder, 0o777);
  expect(refusal(() => leave(planned()))).toBe(said("lies in a folder in which others may exchange it"));
  expect(readdirSync(folder)).toEqual([]);
  chmodSync(folder, 0o1777);
  leave(planned());
  expect(readdirSync(folder)).toEqual(["a.yaml"]);
});
