import { existsSync, statSync } from "node:fs";
import { normalize } from "node:path";
import { PlanError } from "../plan/errors.js";
import { commitOf, topOf } from "./git.js";

/** What a side of a comparison is, by how it is written. */
export type SideText =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "folder"; readonly folder: string }
  | {
      readonly kind: "ref";
      readonly ref: string;
      readonly commit: string;
      /** The top of the working tree. */
      readonly top: string;
      /** The folder of the project, from the top; absent when only a ref was written. */
      readonly path?: string;
    };

/** `near` is a folder of the repository that a ref belongs to. */
export async function readSideText(text: string, near: string): Promise<SideText> {
  const found = text === "" ? undefined : statSync(text, { throwIfNoEntry: false });
  if (found?.isFile()) return { kind: "file", file: text };
  if (found?.isDirectory()) {
    if (isPlainName(text) && existsSync(near) && (await commitOf(near, text)) !== undefined) {
      throw new PlanError(
        `${text} is a folder and a ref too\n  instead: ./${text} for the folder, or refs/heads/${text} for the branch`,
      );
    }
    return { kind: "folder", folder: text };
  }
  return readRef(text, near);
}

async function readRef(text: string, near: string): Promise<SideText> {
  const [ref = "", ...rest] = text.split(":");
  if (ref === "" || ref.startsWith("-")) {
    throw new PlanError(`${JSON.stringify(text)} is no ref: a ref has a name, and it does not begin with "-"`);
  }
  const top = existsSync(near) ? await topOf(near) : undefined;
  const none = `${text} is no file and no folder`;
  if (top === undefined)
    throw new PlanError(`${none}, and ${near} is in no git repository that could know it as a ref`);
  const commit = await commitOf(top, ref);
  if (commit === undefined) {
    throw new PlanError(
      `${none}, and ${ref} is no commit of the repository ${top}\n  instead: a ref that it knows; one of a remote needs git fetch first`,
    );
  }
  return { kind: "ref", ref, commit, top, ...(rest.length === 0 ? {} : { path: pathIn(rest.join(":"), text) }) };
}

function pathIn(path: string, text: string): string {
  const inner = normalize(path === "" ? "." : path).replace(/\/$/, "");
  if (inner.startsWith("/") || inner.split(/[/\\]/).includes("..")) {
    throw new PlanError(`${text} leaves the repository\n  instead: a path from its top, such as main:infrastructure`);
  }
  return inner === "." ? "" : inner;
}

function isPlainName(text: string): boolean {
  return !/^[./~]|\/$/.test(text);
}
