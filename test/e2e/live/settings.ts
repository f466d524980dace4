import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Cloud } from "./credentials.js";

export interface Settings {
  readonly config: Readonly<Record<string, unknown>>;
  /** What is wrong with the file. */
  readonly problems: readonly string[];
}

/** Reads a stack file as a user has it: `config:` with the provider's values and `webtier:settings`. */
export function readSettings(cloud: Cloud, program: string, file: string | undefined): Settings {
  const example = `test/e2e/live/${program}.${cloud}.yaml`;
  if (file === undefined)
    return { config: {}, problems: [`--settings is missing: copy ${example} and write your own ids into it`] };
  const { config, problem } = parsed(file);
  if (problem !== "") return { config: {}, problems: [problem] };
  const chosen = config["webtier:cloud"];
  const wrong = chosen === cloud ? [] : [`${file}: webtier:cloud is ${String(chosen)}, not ${cloud}`];
  const open = placeholders(config).map((path) => `${file}: ${path} is still the example's`);
  return { config, problems: [...wrong, ...open] };
}

function parsed(file: string): { config: Record<string, unknown>; problem: string } {
  try {
    const content: unknown = parse(readFileSync(file, "utf8"));
    if (isMap(content) && isMap(content.config)) return { config: content.config, problem: "" };
    return { config: {}, problem: `${file} has no config: it is written as a stack file` };
  } catch (error) {
    return { config: {}, problem: `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
  }
}

/** Paths of the values that stand in angle brackets. */
function placeholders(value: unknown, path = ""): string[] {
  if (typeof value === "string") return /<[^<>]+>/.test(value) ? [path] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => placeholders(inner, path === "" ? key : `${path}.${key}`));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
