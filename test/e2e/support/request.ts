import type { EngineEvent } from "@pulumi/pulumi/automation/events.js";

export type Verb = "preview" | "up" | "refresh" | "destroy" | "cancel";

/** What one process of the real engine is asked to do. */
export interface Request {
  readonly verb: Verb;
  readonly stack: string;
  readonly project: string;
  /** The folder of the program and its stack file; relative paths of the program start here. */
  readonly folder: string;
  /** The module that registers the stack, in that folder. */
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where the answer is written, one engine event a line. */
  readonly events: string;
  readonly parallel?: number;
  /** A refresh that forgets what an interrupted operation had begun to make. */
  readonly forget?: boolean;
  /** Reads the cloud before it changes anything. */
  readonly refresh?: boolean;
}

/** What the state says of an operation that never ended. */
export interface Pending {
  readonly type: string;
  readonly resource: {
    readonly urn: string;
    readonly type: string;
    readonly inputs: Readonly<Record<string, unknown>>;
  };
}

/** A line of the answer. */
export type Line =
  | { readonly event: EngineEvent }
  | { readonly outputs: Readonly<Record<string, unknown>> }
  | { readonly pending: readonly Pending[] };
