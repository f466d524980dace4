import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** Where builds are kept, as `common.sh` has it. */
export function cacheFolder(): string {
  return process.env.WEBTIER_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "webtier");
}

/** What `lab up` tells about a cloud that it started. */
export function readLabFile<T>(cloud: "aws" | "openstack"): T {
  return JSON.parse(
    readFileSync(join(process.env.WEBTIER_LAB ?? join(cacheFolder(), "lab"), `${cloud}.json`), "utf8"),
  ) as T;
}
