import { planProgram } from "../plan/plan-program.js";
import { Recorded } from "./recorded.js";

export interface ProjectOptions {
  /** The stack whose file counts. */
  readonly stack?: string;
  /** Instead of a stack: the only one on this cloud. */
  readonly cloud?: string;
  /** Time that the program has. Seconds. Default 60. */
  readonly timeout?: number;
}

/** Records a whole Pulumi project with its stack files, in a process of its own, as `webtier plan` does. */
export async function recordProject(directory: string, options: ProjectOptions = {}): Promise<Recorded> {
  return new Recorded(await planProgram({ directory, ...options }));
}
