import { createHash } from "node:crypto";

/** What a provider allows in a name. */
export interface Naming {
  readonly max: number;
  /** Characters that are kept; every other one becomes `filler`. */
  readonly allowed: RegExp;
  readonly filler: string;
  /** Beginnings that the provider keeps for itself. */
  readonly reserved?: RegExp;
  /** Stands behind the name. With another ending it is another resource, which takes over the one without. */
  readonly ending?: string;
}

const hashLength = 8;

export const logicalNaming: Naming = { max: 100, allowed: /[A-Za-z0-9._-]/u, filler: "-" };

/** `targetGroup` -> `target-group`. */
function kebab(role: string): string {
  return role.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}

/** A legal name; whatever had to change is told apart by a hash of the original. */
export function legalName(name: string, { max, allowed, filler, reserved }: Naming): string {
  const kept = [...name].map((character) => (allowed.test(character) ? character : filler)).join("");
  const legal = /^[A-Za-z]/.test(kept) && !reserved?.test(kept) ? kept : `x${kept}`;
  if (legal === name && name.length <= max) return name;
  const hash = createHash("sha256").update(name).digest("hex").slice(0, hashLength);
  const head = legal.slice(0, max - hashLength - filler.length);
  return `${head}${filler}${hash}`;
}

/** Roles are `balancer`, or `member:a` where a component has several of a family. */
export function familyOf(role: string): string {
  return role.split(":")[0] ?? role;
}

/** The logical name of a child; never that of its component. */
export function childName(component: string, role: string, naming: Naming = logicalNaming): string {
  const [family = role, ...parts] = role.split(":");
  const ending = naming.ending === undefined ? [] : [naming.ending];
  return legalName([component, kebab(family), ...parts, ...ending].join("-"), naming);
}
