import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  fstatSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { Issue } from "./errors.js";
import type { PlannedFile } from "./planned.js";
import { collectsFailures, refuse } from "./run.js";

/** Only a deployment leaves files behind: no plan, no preview, no test. */
export function leavesFiles(): boolean {
  return !collectsFailures() && !pulumi.runtime.isDryRun() && pulumi.runtime.getEngine() !== undefined;
}

/** Leaves a file as it is planned, or finds it so; never through a link, never over another one. */
export function leave(file: PlannedFile): void {
  const problem = unsafe(file) ?? publish(file) ?? differing(file);
  if (problem === undefined) return;
  const issue: Issue = { path: file.path, message: problem, instead: file.instead };
  refuse({ code: "WT_INVALID", title: "a file of the deployment cannot be left where it belongs", issues: [issue] });
}

/** A folder in which others may exchange the file for another; without the means to tell, none is safe. */
function unsafe({ path }: PlannedFile): string | undefined {
  if (process.platform === "win32") return "cannot be named to the provider from Windows: deploy from another system";
  try {
    const { mode } = statSync(dirname(path));
    const isShared = (mode & 0o022) !== 0;
    const isSticky = (mode & 0o1000) !== 0;
    return isShared && !isSticky ? "lies in a folder in which others may exchange it" : undefined;
  } catch (error) {
    return `cannot be written: ${(error as NodeJS.ErrnoException).code}`;
  }
}

/** Under its own name at once and whole: another run at the same time reads all of it or none. */
function publish({ path, content }: PlannedFile): string | undefined {
  const draft = `${path}.${randomUUID()}`;
  try {
    writeFileSync(draft, content, { flag: "wx", mode: 0o644 });
    try {
      linkSync(draft, path);
    } finally {
      unlinkSync(draft);
    }
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "EEXIST" ? undefined : `cannot be written: ${code}`;
  }
}

function differing({ path, content }: PlannedFile): string | undefined {
  const opened = open(path);
  if (typeof opened === "string") return opened;
  try {
    const { uid, mode } = fstatSync(opened);
    const trusted = uid === 0 || uid === process.getuid?.();
    if (!trusted || (mode & 0o022) !== 0) return "can be changed by others";
    return readFileSync(opened, "utf8") === content ? undefined : "is there with another content";
  } catch (error) {
    return `cannot be read: ${(error as NodeJS.ErrnoException).code}`;
  } finally {
    closeSync(opened);
  }
}

function open(path: string): number | string {
  try {
    return openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ELOOP" ? "is a link" : `cannot be read: ${code}`;
  }
}
