import type { Diagnostic, PolicyViolation } from "../diff/model.js";
import type { Values } from "../plan/model.js";

/** What the engine said of one preview, in whichever form it was written down. */
export interface PreviewRecord {
  readonly project: string;
  readonly stack: string;
  readonly steps: readonly Step[];
  readonly diagnostics: readonly RecordedDiagnostic[];
  /** Absent: the form does not hold them. */
  readonly policies?: readonly PolicyViolation[];
  /** Resources that stay as they are, by the engine's own count. */
  readonly same: number;
  /** Whether states say what they were made from. */
  readonly linked: boolean;
  /** Whether the engine's last word is there. */
  readonly ended: boolean;
}

export interface RecordedDiagnostic extends Omit<Diagnostic, "component"> {
  readonly urn?: string;
}

/** What the engine would do with one resource. */
export interface Step {
  readonly op: string;
  readonly urn: string;
  readonly old?: State;
  readonly new?: State;
  /** Kinds of change by property path, as the provider says. */
  readonly detailed?: Readonly<Record<string, { readonly kind: string; readonly inputDiff: boolean }>>;
  /** Properties that make it anew. */
  readonly keys: readonly string[];
  /** Properties that differ. */
  readonly diffs: readonly string[];
}

export interface State {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  /** Read, never made. */
  readonly external: boolean;
  readonly id?: string;
  readonly parent?: string;
  readonly provider?: string;
  readonly protect: boolean;
  readonly retainOnDelete: boolean;
  readonly inputs: Values;
  readonly outputs: Values;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly aliases: readonly string[];
  readonly ignoreChanges: readonly string[];
  readonly source?: string;
}
