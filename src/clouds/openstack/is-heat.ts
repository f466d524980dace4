import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { settingsOf } from "./settings.js";

/** Whether a pool is a group in Heat, or servers of their own. */
export function isHeat(it: DeclaredInstancePool): boolean {
  return it.spec.size.kind === "scaled" || settingsOf(it).pools === "heat";
}
