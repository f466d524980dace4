/** Of what kind a value is; objects are told apart by name. */
export type Shape =
  | "string"
  | "number"
  | "boolean"
  | "any"
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly object: string };

export type Fields = Readonly<Record<string, Shape>>;

export interface ObjectShape {
  readonly fields: Fields;
  readonly required: readonly string[];
}

/** What an SDK takes and gives for one type of resource. */
export interface Declaration {
  readonly inputs: Fields;
  readonly required: readonly string[];
  readonly outputs: Fields;
}

/** What one SDK declares of every type that a cloud may make. */
export interface Table {
  readonly sdk: string;
  readonly types: Readonly<Record<string, Declaration>>;
  readonly objects: Readonly<Record<string, ObjectShape>>;
}
