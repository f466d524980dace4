import type { Cloud } from "../../src/core/cloud.js";
import { pathOf } from "../../src/core/noun.js";
import { prepare } from "../../src/core/prepare.js";
import { isHeldBack, isUnreachable } from "../probe/judge.js";
import { withSurroundings, withValue } from "../probe/place.js";
import { keyOf, valuesOf } from "../probe/samples.js";
import type { Made } from "./making.js";
import { type Case, casesOf, holds, rowsOf, says } from "./rows.js";

/** Which cases of a cloud's tables were met: taken ones by plans, refused ones by refusals. */
export class Reach {
  readonly all: readonly Case[];
  readonly #open: Set<Case>;

  constructor(cloud: Cloud) {
    const rows = rowsOf(cloud);
    this.all = casesOf(cloud, rows).filter(
      (one) => !isUnreachable(one, one.row, cloud.name, rows) && !isHeldBack(one, one.row, cloud.name, rows),
    );
    this.#open = new Set(this.all);
  }

  get open(): readonly Case[] {
    return [...this.#open];
  }

  meet(made: Made): void {
    const facets = { ...made.it.cloud.facets, ...made.noun.facets?.(made.it.spec as never) };
    for (const one of this.#open) {
      if (one.row.noun !== made.noun.name) continue;
      const said = !made.refused && holds(one, facets) && says(made.it.spec, one.row);
      if (one.told.fate === "unsupported" ? isRefused(one, made) : said) this.#open.delete(one);
    }
  }
}

/** Whether the component with this value as well is refused where the table says so. */
function isRefused(one: Case, { noun, args, samples, it }: Made): boolean {
  const { row, told } = one;
  const path = row.path.split(".");
  const around = withSurroundings(args, row);
  const values = samples[keyOf(row)] ?? valuesOf(row, undefined);
  const place = `${pathOf(noun)}.${told.refusedAt ?? row.path}`;
  return values.some((value) => {
    const { issues, it: tried } = prepare(noun, "refused", { cloud: it.cloud, ...withValue(around, path, value) });
    const facets = { ...it.cloud.facets, ...noun.facets?.(tried.spec as never) };
    return (
      holds(one, facets) && issues.some((issue) => isAt(issue.path, place) && /is not available/.test(issue.message))
    );
  });
}

/** Names and places in lists are the program's. */
function isAt(path: string, place: string): boolean {
  const steps = path.replace(/\[\d+\]/g, "").split(".");
  const wanted = place.split(".");
  return steps.length === wanted.length && wanted.every((step, index) => step === "<name>" || step === steps[index]);
}
