/** One row of a walk-through's step table. */
export interface Step {
  /** The step as its table names it. */
  readonly step: string;
  /** Folder under examples/. */
  readonly example: string;
  readonly expected:
    | { readonly type: string; readonly name?: string; readonly property: string; readonly value: unknown }
    /** The library refuses it, and says so in these words; `program` names the case in the step test. */
    | { readonly refused: string }
    /** Input of the example (an id in its settings). */
    | { readonly setting: string; readonly value: unknown }
    /** Comes with templates, pools and rights. */
    | { readonly later: "compute half" };
}
