import { isDeclared } from "../../src/core/declared.js";

/** Choices that are the same for the same seed; half of them turn to what was chosen least. */
export class Chooser {
  readonly #counts = new Map<string, number>();
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** One of several, which are told apart by what they say. */
  one<T>(what: string, options: readonly T[]): T {
    if (options.length === 0) throw new Error(`nothing to choose from for ${what}`);
    const keys = options.map((option) => `${what}=${written(option)}`);
    const index = this.#next() < 0.5 ? this.#rarest(keys) : this.#below(options.length);
    const key = keys[index] as string;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    return options[index] as T;
  }

  maybe(what: string): boolean {
    return this.one(what, [false, true]);
  }

  /** At least one of several, in their order. */
  some<T>(what: string, options: readonly T[]): T[] {
    const sure = this.#below(options.length);
    return options.filter((_, index) => index === sure || this.maybe(`${what}[${index}]`));
  }

  #rarest(keys: readonly string[]): number {
    const counts = keys.map((key) => this.#counts.get(key) ?? 0);
    const least = Math.min(...counts);
    const rare = counts.flatMap((count, index) => (count === least ? [index] : []));
    return rare[this.#below(rare.length)] as number;
  }

  #below(count: number): number {
    return Math.floor(this.#next() * count);
  }

  /** The generator mulberry32: 32 bits of state. */
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
}

function written(option: unknown): string {
  if (typeof option === "string") return option;
  return JSON.stringify(option, (_, value: unknown) => (isDeclared(value) ? value.key : value)) ?? String(option);
}
