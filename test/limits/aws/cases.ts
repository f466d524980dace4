import { cloudFor, type Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";

export type Case = Omit<Limit, "cloud" | "section">;

export function inSection(section: string, cases: readonly Case[]): Limit[] {
  return cases.map((one) => ({ section, cloud: "aws", ...one }));
}

/** Two settings, of which the first is refused. */
export function given(
  says: string,
  path: string,
  text: string,
  bad: Record<string, unknown>,
  good: Record<string, unknown>,
): Case {
  return { says, path: `settings.${path}`, text, bad: () => cloudFor("aws", bad), good: () => cloudFor("aws", good) };
}

export function check(stack: Stack, fields: Record<string, unknown>, set: Record<string, unknown> = {}) {
  return stack.set({ ...set, healthCheck: { protocol: "http", ...fields } });
}

export const onNetwork = { protocol: "tcp", healthCheck: { protocol: "tcp" } };
export const secure = { port: 443, protocol: "https", certificate: "shop" };
export const inside = { visibility: "private", allowFrom: ["10.20.0.0/16"] };

/** Tags that differ, so many. */
export function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));
}

export function idText(prefix: string, what: string): string {
  return `must be the id of ${what}; instead: text such as "${prefix}-0123456789abcdef0"`;
}
