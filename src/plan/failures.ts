import { stripVTControlCharacters } from "node:util";
import type { Failure } from "../core/errors.js";
import type { Engine } from "./engine.js";
import { unknown } from "./model.js";
import { answersName } from "./stacks.js";

/** Everything that went wrong while a program ran, as texts. */
export interface Findings {
  /** Components that ask for what they cannot have. */
  readonly failures: readonly string[];
  /** Other errors of the program, in its own words. */
  readonly errors: readonly string[];
}

export async function findingsOf({ logs, stack, unknownCalls }: Engine): Promise<Findings> {
  const messages = [...new Set(logs.filter(({ severity }) => severity === "error").map(({ message }) => message))];
  if (messages.length === 0) return { failures: [], errors: [] };
  const { failurePrefix, formatFailure } = await import("../core/errors.js");
  const failed = messages.filter((message) => message.startsWith(failurePrefix));
  const failures = failed.map((message) => formatFailure(JSON.parse(message.slice(failurePrefix.length)) as Failure));
  const thrown = messages.filter(
    (message) => !message.startsWith(failurePrefix) && !failures.some((text) => message.includes(text)),
  );
  const file = answersName(stack);
  const hints = [
    ...(thrown.some((message) => message.includes(unknown))
      ? [`  instead: a stand-in for the encrypted value, under "config" in ${file}: a plan never decrypts`]
      : []),
    ...(unknownCalls.size > 0 && thrown.length > 0
      ? [
          `  these calls were left unknown; one whose result is awaited needs an answer in ${file}:`,
          ...[...unknownCalls].sort().map((call) => `    ${call}`),
        ]
      : []),
  ];
  return {
    failures,
    errors: thrown.length === 0 ? [] : [[...thrown.map(ownWords), ...hints].join("\n")],
  };
}

/** The message of the program, without what the runner says around it. */
function ownWords(message: string): string {
  return stripVTControlCharacters(message)
    .replace(/^Running program '.*' failed with an unhandled exception:\n/, "")
    .replace(/^<ref \*\d+> /, "")
    .replace(/ \{\n {2}promise: Promise [^\n]*\n\}$/, "")
    .replace(/^\[(\w*Error: [\s\S]*?)\](?=$| \{\n)/, "$1")
    .replace(/^Error: /, "")
    .trimEnd();
}
