import type { Values } from "../plan/model.js";
import type { Difference } from "./differences.js";
import { type Path, pathText } from "./paths.js";

/** Lists whose order says nothing to a reader: by their indexes, one that comes first would change all others. */
const wholes: ReadonlySet<string | number> = new Set(["allow", "allowFrom", "backendSets", "from"]);

/** Differences of specs, those inside of such a list as one of the list. */
export function inWholes(found: readonly Difference[], before: Values, after: Values): Difference[] {
  const told = new Map<string, Difference>();
  for (const one of found) {
    const path = wholeOf(one.path);
    const whole =
      path.length === one.path.length
        ? one
        : { path, ...sideAt("before", before, path), ...sideAt("after", after, path) };
    told.set(pathText(path), whole);
  }
  return [...told.values()];
}

function wholeOf(path: Path): Path {
  const at = path.findIndex((step, index) => wholes.has(step) && typeof path[index + 1] === "number");
  return at === -1 ? path : path.slice(0, at + 1);
}

function sideAt(side: "before" | "after", values: Values, path: Path): Pick<Difference, "before" | "after"> {
  const inside = (value: unknown, step: string | number) =>
    (value as Readonly<Record<string | number, unknown>> | null | undefined)?.[step];
  return { [side]: path.reduce<unknown>(inside, values) };
}
