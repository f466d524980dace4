import type { Cloud } from "../../../src/core/cloud.js";
import type { Declared } from "../../../src/core/declared.js";
import type { Loose, Making } from "../making.js";

/** What a cloud demands beyond its tables: exclusions between options, and what its settings of the fixtures hold. */
export interface Fit {
  readonly zones: (cloud: Cloud) => readonly number[];
  readonly kinds?: (network: Declared) => readonly string[];
  /** Whether instances of a pool may be members of a set. */
  readonly feeds?: (set: Declared) => boolean;
  /** Changes the options of a noun until the cloud takes them together. */
  readonly fits: Readonly<Record<string, (args: Loose, making: Making) => Loose>>;
}
