import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { records } from "../support/record.js";
import type { RunHead } from "./kept.js";
import { readVersions } from "./versions.js";

const root = join(__dirname, "../../..");
const file = join(records, "run.json");

type Begun = Omit<RunHead, "ended">;

/** Forgets what the last run measured, and notes on what this one runs. The services' versions are the running lab's. */
export function beginRun(services: Readonly<Record<string, string>>): void {
  rmSync(records, { recursive: true, force: true });
  mkdirSync(records, { recursive: true });
  const begun: Begun = {
    level: process.env.WEBTIER_E2E ?? "ci",
    began: new Date().toISOString(),
    commit: execFileSync("git", ["describe", "--always", "--dirty=, changed", "--exclude=*"], {
      cwd: root,
      encoding: "utf8",
    }).trim(),
    machine: `Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model.trim() ?? "an unknown processor"}`,
    versions: readVersions(services),
  };
  writeFileSync(file, JSON.stringify(begun, undefined, 2));
}

export function readRun(): Begun {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Begun;
  } catch {
    throw new Error("there are no records of a run: npm run test:e2e:full makes them");
  }
}
