/** What the credentials of a deployment need on one cloud. Loads no SDK. */
export interface CloudPermissions {
  /** By native type. A test holds it to every type that the cloud's adapters can emit. */
  readonly types: Readonly<Record<string, TypePermissions>>;
  /** What is needed beside the types of a plan: one line each. */
  readonly remarks: (types: readonly string[]) => readonly string[];
  /** A ready policy that allows what these types need, and its language, as code fences name it. */
  readonly policy: (types: readonly string[]) => { readonly language: string; readonly text: string };
}

/** What the provider is allowed to do, in the cloud's own words. */
export interface TypePermissions {
  /** Components that make resources of the type. */
  readonly by: readonly string[];
  readonly create: readonly string[];
  readonly read: readonly string[];
  readonly update: readonly string[];
  readonly delete: readonly string[];
}

const uses = ["create", "read", "update", "delete"] as const;

/** Everything that resources of these types need, each once. */
export function neededBy(permissions: Readonly<Record<string, TypePermissions>>, types: readonly string[]): string[] {
  const all = types.flatMap((type) => uses.flatMap((use) => permissions[type]?.[use] ?? []));
  return [...new Set(all)].sort();
}
