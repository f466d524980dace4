import { readFileSync } from "node:fs";
import type { Table } from "./table.js";

/** The committed table of a cloud. */
export function tableOf(cloud: string): Table {
  return JSON.parse(readFileSync(new URL(`./${cloud}.json`, import.meta.url), "utf8"));
}
