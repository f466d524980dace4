import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { clouds } from "../../src/clouds/registry.js";
import { readTable, renderTable } from "./read.js";

for (const cloud of Object.keys(clouds)) writeFileSync(join(__dirname, `${cloud}.json`), renderTable(readTable(cloud)));
