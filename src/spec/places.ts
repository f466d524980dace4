import { z } from "zod";
import { declaredOf } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import { because } from "../core/parse.js";
import { cidr } from "./fields.js";
import type { DeclaredNetwork } from "./network.js";
import type { DeclaredTier } from "./tier.js";

/** One end of a connection: a tier, a range, or everything, in the word that the option has for it. */
export type Place<Everything extends string> =
  | { readonly kind: Everything }
  | { readonly kind: "range"; readonly cidr: string }
  | { readonly kind: "tier"; readonly tier: DeclaredTier };

export function placeSchema<Everything extends string>(everything: Everything) {
  const open = because("opens it to everyone without saying so", JSON.stringify(everything));
  return z
    .custom<object | string>(
      (value) => typeof value === "string" || declaredOf(value)?.noun === "Tier",
      because(
        "is neither a tier nor a range",
        `a Tier, a range such as "10.0.0.0/16", or ${JSON.stringify(everything)}`,
      ),
    )
    .transform((value, context): Place<Everything> => {
      if (value === everything) return { kind: everything };
      if (typeof value !== "string") return { kind: "tier", tier: declaredOf(value) as DeclaredTier };
      const result = cidr.safeParse(value);
      const problems = value === "0.0.0.0/0" ? [open] : (result.error?.issues.map(({ message }) => message) ?? []);
      for (const message of problems) context.addIssue({ code: "custom", message });
      return { kind: "range", cidr: value };
    });
}

/** Tiers of other networks: no rule can name their group. */
export function strangersAmong(
  places: readonly Place<string>[],
  network: DeclaredNetwork,
  pathOf: (index: number) => string,
): Issue[] {
  return places.flatMap((place, index) => {
    if (!("tier" in place) || place.tier.spec.network === network) return [];
    const { name, spec } = place.tier;
    return [
      {
        path: pathOf(index),
        message: `tier "${name}" stands in network "${spec.network.name}", not in "${network.name}"`,
        instead: "a tier of the same network, or a range",
      },
    ];
  });
}

/** Entries that are there twice; the first part of each is its place. */
export function twinsAmong(
  entries: readonly (readonly [Place<string>, ...unknown[]])[],
  pathOf: (index: number) => string,
): Issue[] {
  const known = new Set<string>();
  return entries.flatMap(([place, ...rest], index) => {
    const who = shown(place);
    const whole = JSON.stringify(["tier" in place ? place.tier.key : who, ...rest]);
    const again = known.has(whole);
    known.add(whole);
    return again ? [{ path: pathOf(index), message: `${who} is there twice`, instead: "each one once" }] : [];
  });
}

function shown(place: Place<string>): string {
  if ("tier" in place) return `tier "${place.tier.name}"`;
  return "cidr" in place ? `"${place.cidr}"` : `"${place.kind}"`;
}
