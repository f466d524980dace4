type Loose = Record<string, unknown>;

/** The arguments with another value at a path; `<name>` stands for the first name that is there. */
export function withValue(args: Loose, path: readonly string[], value: unknown): Loose {
  const [first = "", ...rest] = path;
  const key = first === "<name>" ? (Object.keys(args)[0] ?? "one") : first;
  const inner = rest.length === 0 ? value : withValue((args[key] ?? {}) as Loose, rest, value);
  return { ...args, [key]: inner };
}
