import * as pulumi from "@pulumi/pulumi";

/** One mistake: where, what is wrong with which value, and what to write instead. */
export interface Issue {
  readonly path: string;
  readonly message: string;
  readonly instead?: string;
}

/** `WT_INVALID`: wrong on every cloud. `WT_UNSUPPORTED`: the chosen cloud cannot do it. */
export type Code = "WT_INVALID" | "WT_UNSUPPORTED";

export interface Failure {
  readonly code: Code;
  readonly title: string;
  readonly issues: readonly Issue[];
}

/** What a component logs instead of throwing while a plan collects the mistakes of a whole program. */
export const failurePrefix = "webtier-failure:";

export function formatFailure({ title, issues }: Failure): string {
  const lines = issues.flatMap(({ path, message, instead }) => [
    `  ${path}: ${message}`,
    ...(instead === undefined ? [] : [`    instead: ${instead}`]),
  ]);
  return [title, ...lines].join("\n");
}

/** Every mistake that a user can make; Pulumi prints its message without a stack. */
export class WebtierError extends pulumi.RunError implements Failure {
  readonly code: Code;
  readonly title: string;
  readonly issues: readonly Issue[];

  constructor({ code, title, issues }: Failure) {
    super(formatFailure({ code, title, issues }));
    this.name = "WebtierError";
    this.code = code;
    this.title = title;
    this.issues = issues;
  }
}

/** A broken promise inside the library: never the user's fault. */
export function bug(message: string): Error {
  return new Error(`webtier bug: ${message}`);
}

/** What differs, and why that is refused. */
export function inexactly(difference: string): string {
  return `${difference}, and the settings ask for exact fidelity`;
}

const longest = 80;

/** A value as the user wrote it, short enough for one line. */
export function show(value: unknown): string {
  const text = written(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function written(value: unknown): string {
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "function") return "a function";
  try {
    return JSON.stringify(value, (_, part) => plainly(part)) ?? String(value);
  } catch {
    return "this object";
  }
}

/** What JSON has no form for. */
function plainly(part: unknown): unknown {
  return typeof part === "bigint" ? String(part) : part;
}
