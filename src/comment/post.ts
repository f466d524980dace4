import { CommentError } from "./errors.js";
import type { Forge } from "./forge.js";
import { hasMarker, withMarker } from "./marker.js";

export type PostMode = "update" | "new";

/** What happened to the one comment. */
export interface Outcome {
  /** `overtaken`: nothing was written, for the run of a newer commit does. */
  readonly did: "created" | "updated" | "overtaken";
  readonly removed: number;
}

export interface Post {
  readonly marker: string;
  readonly body: string;
  /** `new`: it is posted again at the end, and the earlier one goes. */
  readonly mode: PostMode;
}

/** Leaves one comment with this marker that is ours; what others wrote is never touched. */
export async function post(forge: Forge, { marker, body, mode }: Post): Promise<Outcome> {
  const text = withMarker(body, marker);
  refuseTooLong(text, forge.limit);
  const [first, ...others] = await ownComments(forge, marker);
  if ((await forge.isCurrent?.()) === false) return { did: "overtaken", removed: 0 };
  const kept = mode === "update" && first !== undefined && (await forge.update(first, text));
  if (!kept) await forge.create(text);
  const stale = kept || first === undefined ? others : [first, ...others];
  let removed = 0;
  for (const id of stale) removed += (await forge.remove(id)) ? 1 : 0;
  return { did: kept ? "updated" : "created", removed };
}

async function ownComments(forge: Forge, marker: string): Promise<number[]> {
  const self = await forge.whoAmI();
  const own: number[] = [];
  for await (const { id, author, body } of forge.comments()) {
    if (author === self && hasMarker(body, marker)) own.push(id);
  }
  return own;
}

function refuseTooLong(text: string, limit: number): void {
  const length = [...text].length;
  if (length <= limit) return;
  throw new CommentError(
    `the body has ${length} characters; at most ${limit} are taken\n  instead: \`webtier diff --format markdown\`, which keeps to the limit`,
  );
}
