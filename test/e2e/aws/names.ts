/** Puts the names that a program gave in place of ids, ARNs and the endings of names that the engine made. */
export class Names {
  readonly #known = new Map<string, string>();

  /** `shop-web-1a2b3c4` is told as `shop-web`. */
  learn(name: string, ...ids: readonly (string | undefined)[]): void {
    const plain = name.replace(/-[0-9a-f]{7}$/, "");
    for (const id of [name, ...ids]) if (id !== undefined && id !== plain) this.#known.set(id, plain);
  }

  /** The same answer, told by names; what is empty or of one run only is left out. */
  tell(answer: unknown, noise: readonly string[] = []): unknown {
    const ids = [...this.#known.keys()].sort((one, other) => other.length - one.length);
    const text = (given: string): string => {
      if (/^subnet-\w+(,subnet-\w+)+$/.test(given)) return given.split(",").map(text).sort().join(", ");
      const told = ids.reduce((part, id) => part.replaceAll(id, this.#known.get(id) ?? id), given);
      return told.replace(/\bsg-[0-9a-f]{17}\b/g, "a group that is gone");
    };
    const walk = (value: unknown): unknown => {
      if (typeof value === "string") return text(value);
      if (Array.isArray(value)) return recordOf(value, walk) ?? value.map(walk).sort(byName);
      if (typeof value !== "object" || value === null) return value;
      const kept = Object.entries(value).filter(([key, one]) => !noise.includes(key) && !isEmpty(one));
      return Object.fromEntries(kept.map(([key, one]) => [key, walk(one)]));
    };
    return walk(answer);
  }
}

/** Attributes, tags and dimensions come as lists of pairs. */
function recordOf(values: readonly unknown[], walk: (value: unknown) => unknown): Record<string, unknown> | undefined {
  const pairs = values.map((value) => {
    const { Key, Name = Key, Value, ...rest } = value as Readonly<Record<string, unknown>>;
    return Value !== undefined && typeof Name === "string" && Object.keys(rest).length === 0
      ? [Name, walk(Value)]
      : undefined;
  });
  if (pairs.length === 0 || pairs.includes(undefined)) return undefined;
  return Object.fromEntries((pairs as [string, unknown][]).sort(([one], [other]) => one.localeCompare(other)));
}

/** Lists of things that have names or ids come in any order. */
function byName(one: unknown, other: unknown): number {
  return nameIn(one).localeCompare(nameIn(other));
}

function nameIn(thing: unknown): string {
  const { Id, ZoneName, Name = ZoneName ?? Id } = (thing ?? {}) as Readonly<Record<string, unknown>>;
  return typeof Name === "string" ? Name : "";
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
