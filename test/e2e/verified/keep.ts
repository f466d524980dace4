// Keeps what the last full run measured, and writes the page of it. Run by: npm run test:e2e:full, when all is well
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { scenarios } from "../live/scenarios.js";
import { records } from "../support/record.js";
import { gather, lackingIn } from "./gather.js";
import { renderRecords } from "./kept.js";
import { readRun } from "./run.js";
import { writePage } from "./write.js";

/** Every example of the two clouds that the lab has. */
const examples = scenarios.flatMap(({ program, clouds }) =>
  clouds.filter((cloud) => cloud !== "oci").map((cloud) => ({ program, cloud })),
);

async function keep(): Promise<void> {
  const kept = gather(records, { ...readRun(), ended: new Date().toISOString() });
  const lacking = lackingIn(kept, examples);
  if (lacking.length > 0) throw new Error(`the run is not kept:\n${lacking.join("\n")}`);
  writeFileSync(join(__dirname, "records.jsonl"), renderRecords(kept));
  await writePage();
}

keep().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
