import { readFileSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { root } from "./measure.js";

const file = join(root, "docs/performance.md");

/** What the figures were measured on. */
export const machine = `Node ${process.version}, ${cpus().length} cores of ${cpus()[0]?.model.trim()}`;

/** Puts a section in the place of the one with its title, or at the end. */
export function writeSection(title: string, body: string): void {
  const [head = "", ...sections] = readFileSync(file, "utf8")
    .trimEnd()
    .split(/^(?=## )/m);
  const named = (section: string) => section.startsWith(`## ${title}\n`);
  const section = `## ${title}\n\n${body.trim()}\n\n`;
  const kept = sections.some(named) ? sections.map((one) => (named(one) ? section : one)) : [...sections, section];
  writeFileSync(file, `${[head, ...kept].join("").trimEnd()}\n`);
}
