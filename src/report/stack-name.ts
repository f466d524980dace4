import type { Step } from "./record.js";

export interface StackName {
  readonly project: string;
  readonly stack: string;
}

/** Every URN says its stack and its project; a preview that failed at once has none. */
export function stackNameOf(steps: readonly Step[], asked: Partial<StackName>): StackName {
  const [stack, project] = steps[0]?.urn.replace(/^urn:pulumi:/, "").split("::") ?? [];
  return { project: asked.project ?? project ?? "unknown", stack: asked.stack ?? stack ?? "unknown" };
}

export function sameOf(summary: Readonly<Record<string, number>> | null | undefined): number {
  return summary?.same ?? 0;
}
