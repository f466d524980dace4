// Writes docs/verified.md from the kept records. Run by: npm run docs:verified
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseRecords } from "./kept.js";
import { renderPage } from "./page.js";

export async function writePage(): Promise<void> {
  const kept = parseRecords(readFileSync(join(__dirname, "records.jsonl"), "utf8"));
  writeFileSync(join(__dirname, "../../../docs/verified.md"), await renderPage(kept));
}

if (require.main === module) void writePage();
