import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "./measure.js";

const file = join(root, "docs/performance.md");

/** What the figures were measured on. */
export const machine = `Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model.trim()}`;

/** Puts a section in the place of the one with its title, or at the end. */
export function writeSection(title: string, body: string): void {
  const parts = readFileSync(file, "utf8").split(/^(?=## )/m);
  const heading = `## ${title}`;
  const isOld = (part: string) => part.startsWith(`${heading}\n`);
  const section = `${heading}\n\n${body}`;
  const all = parts.some(isOld) ? parts.map((part) => (isOld(part) ? section : part)) : [...parts, section];
  writeFileSync(file, `${all.map((part) => part.trim()).join("\n\n")}\n`);
}
