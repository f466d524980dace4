import type { Declared } from "../../../src/core/declared.js";
import type { Note } from "../../../src/core/planned.js";
import { cloudFor, Stack } from "../../conformance/harness.js";

export const compartmentId = "ocid1.compartment.oc1..demo";
export const [first, second, third] = [1, 2, 3].map((index) => `Uocm:US-ASHBURN-AD-${index}`);

export function stackOn(extra: object = {}): Stack {
  return new Stack(cloudFor("oci", extra));
}

/** Everything that a component makes, with the keys of components instead of themselves. */
export function made(it: Declared): Record<string, unknown> {
  const entries = Object.entries(it.plan.resources).map(([role, { owner, mentions, ...planned }]) => [
    role,
    { ...planned, ...(owner ? { owner: owner.key } : {}), ...(mentions ? { mentions: mentions.key } : {}) },
  ]);
  return Object.fromEntries(entries);
}

/** The arguments of one resource, whole. */
export function argsOf(it: Declared, role: string): unknown {
  return it.plan.resources[role]?.args;
}

export function rolesOf(it: Declared): string[] {
  return Object.keys(it.plan.resources);
}

export function notesOf(it: Declared): string[] {
  return ((it as Declared & { noted: readonly Note[] }).noted ?? []).map(({ id, message }) => `${id}: ${message}`);
}
