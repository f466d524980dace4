import { z } from "zod";
import { PlanError } from "../plan/errors.js";
import { isDigest, readDigest } from "./read-digest.js";
import { isEvent, readEvents } from "./read-events.js";
import type { PreviewRecord } from "./record.js";
import type { StackName } from "./stack-name.js";

/** Reads what `pulumi preview --json` printed, or the engine's events, one a line. `name` is for messages. */
export function readRecord(text: string, name: string, asked: Partial<StackName> = {}): PreviewRecord {
  const values = valuesIn(text.replace(/^\uFEFF/, ""));
  const [first] = values;
  try {
    if (values.length === 1 && isDigest(first)) return readDigest(first, asked);
    if (values.length > 0 && values.every(isEvent)) return readEvents(values, asked);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const issues = error.issues.slice(0, 5).map(({ path, message }) => `  ${path.join(".") || "file"}: ${message}`);
    throw new PlanError([`${name} is not what the engine writes:`, ...issues].join("\n"));
  }
  throw new PlanError(
    `${name} is neither the output of pulumi preview --json nor a log of engine events\n  instead: pulumi preview --json > ${name}`,
  );
}

/** One JSON document, or one a line. Whatever the command printed before the first is left out. */
function valuesIn(text: string): unknown[] {
  const whole = parse(text.slice(Math.max(0, text.search(/^[[{]/m))));
  if (whole !== undefined) return Array.isArray(whole) ? whole : [whole];
  const lines = text.split(/\r?\n/).filter((line) => line.startsWith("{"));
  return lines.flatMap((line, index) => {
    const value = parse(line);
    if (value !== undefined) return [value];
    return index === lines.length - 1 ? [] : [undefined];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
