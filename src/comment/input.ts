import { readFileSync, statSync } from "node:fs";
import { CommentError } from "./errors.js";

const mostBytes = 8 * 1024 * 1024;

/** Undefined: there is no body, so what should have made it has failed. */
export function readBody(file: string): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > mostBytes) throw new CommentError(`the body has ${size} bytes; no server takes so many`);
  const text = size > 0 ? readFileSync(file, "utf8") : "";
  return text.trim() ? text : undefined;
}
