import type { Limit } from "../row.js";

/** A limit of OCI, before its section is known. */
export type Case = Omit<Limit, "cloud" | "section">;

export function inSection(section: string, cases: readonly Case[]): Limit[] {
  return cases.map((one) => ({ section, cloud: "oci", ...one }));
}
