import type { CloudName, Stack } from "../conformance/harness.js";

/** One limit, exclusion or enum: a value that is refused, with what is said, and one at the boundary that is not. */
export interface Limit {
  /** Page and section of the source: `aws 1.4`. */
  readonly section: string;
  /** What the source says. */
  readonly says: string;
  readonly cloud: CloudName | "every";
  /** Extra settings of the cloud, when the case needs them. */
  readonly settings?: object;
  readonly bad: (stack: Stack) => unknown;
  readonly good: (stack: Stack) => unknown;
  /** Path of the expected refusal. */
  readonly path: string;
  /** Its message and what to write instead, whole: `message; instead: what`. */
  readonly text: string;
}
