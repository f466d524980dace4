/** One row of a walk-through's step table. */
export interface Step {
  /** The step as its table names it. */
  readonly step: string;
  /** Folder under examples/. */
  readonly example: string;
  /** Default: the stack that is named after the example's cloud. */
  readonly stack?: string;
  readonly expected: Expected;
}

export type Row = Pick<Step, "step" | "stack" | "expected">;

export interface Place {
  readonly type: string;
  readonly name?: string;
}

type Expected =
  /** An argument of a resource. */
  | (Place & { readonly property: string; readonly value: unknown })
  /** How Pulumi treats a resource. */
  | (Place & { readonly option: string; readonly value: unknown })
  /** A value in a text that holds ids; the component is named by its key in the plan. */
  | { readonly component: string; readonly document: string; readonly at: string; readonly value: unknown }
  /** No resource of this type. */
  | { readonly absent: string }
  /** What the plan says of a part that this cloud does in another way. */
  | { readonly note: string; readonly says: string }
  /** Input of the example: an id in its settings. */
  | { readonly setting: string; readonly value: unknown }
  /** A line of a file of the example, for what is done by hand. */
  | { readonly file: string; readonly holds: string }
  /** What the library says when the example asks for it. */
  | { readonly refused: string; readonly when: Change }
  /** The cloud has no such thing; the example's README says so in these words. */
  | { readonly told: string };

/** Another text in a file of the example. */
export interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** One row of the table, each of its values a step. */
export function planned(step: string, place: Place, values: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(values).map(([property, value]) => ({
    step: `${step}: ${property}`,
    expected: { ...place, property, value },
  }));
}

export function given(step: string, values: Readonly<Record<string, unknown>>): Row[] {
  return Object.entries(values).map(([setting, value]) => ({
    step: `${step}: ${setting}`,
    expected: { setting, value },
  }));
}

/** The id of another resource, which only a deployment knows. */
export const reference = "[unknown]";
