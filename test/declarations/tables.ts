import { readFileSync } from "node:fs";
import type { Table } from "./table.js";

const tables = new Map<string, Table>();

/** The committed table of a cloud. */
export function tableOf(cloud: string): Table {
  const table: Table =
    tables.get(cloud) ?? JSON.parse(readFileSync(new URL(`./${cloud}.json`, import.meta.url), "utf8"));
  tables.set(cloud, table);
  return table;
}
