import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endWith } from "../plan/endings.js";
import { messageOf, PlanError } from "../plan/errors.js";
import { git, gitNow } from "./git.js";

/** A commit beside the working tree, until it is removed. */
interface Checkout {
  readonly folder: string;
  readonly remove: () => void;
}

export async function checkOut(top: string, commit: string): Promise<Checkout> {
  const place = realpathSync(mkdtempSync(join(tmpdir(), "webtier-")));
  const folder = join(place, `tree-${place.split("-").at(-1)}`);
  const unwatch = endWith(() => removeTree(top, place, folder));
  const remove = () => {
    unwatch();
    removeTree(top, place, folder);
  };
  try {
    await git(top, "worktree", "add", "--detach", "--quiet", folder, commit);
  } catch (error) {
    remove();
    throw new PlanError(`${commit} could not be checked out beside the working tree: ${messageOf(error).trim()}`);
  }
  return { folder, remove };
}

/** Git knows the tree by its own record too; what it cannot remove is removed as a folder. */
function removeTree(top: string, place: string, folder: string): void {
  try {
    gitNow(top, "worktree", "remove", "--force", folder);
  } catch {
    // Never added, or gone.
  }
  rmSync(place, { recursive: true, force: true });
}
