export interface Bounds {
  /**
   * Fewest instances.
   *
   * - cloudstack: 1..1000
   */
  min: number;
  /**
   * Most instances.
   *
   * - cloudstack: 1..1000
   */
  max: number;
  /**
   * Instances at first. Default: the fewest.
   *
   * - cloudstack: near: a group starts at its minimum
   */
  initial?: number;
}

export type PoolSize = { readonly kind: "fixed"; readonly count: number } | ({ readonly kind: "scaled" } & Bounds);

/** Fewest and most instances. */
export function boundsOf(size: PoolSize): { readonly min: number; readonly max: number } {
  return size.kind === "fixed" ? { min: size.count, max: size.count } : { min: size.min, max: size.max };
}

/** Instances at birth. */
export function firstOf(size: PoolSize): number {
  return size.kind === "fixed" ? size.count : (size.initial ?? size.min);
}

/** The instances at first, where they are more than the fewest. */
export function headStartOf(size: PoolSize): number | undefined {
  return firstOf(size) === boundsOf(size).min ? undefined : firstOf(size);
}
