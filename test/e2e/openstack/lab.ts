import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Login } from "./api.js";

/** What `test/lab/lab up openstack` tells about the cloud that it started. */
export interface Lab {
  readonly authUrl: string;
  readonly region: string;
  readonly user: Login;
  readonly admin: Login;
  readonly external: { readonly id: string; readonly name: string };
  readonly images: Readonly<Record<"web" | "web-next", string>>;
  readonly flavors: Readonly<Record<string, string>>;
  readonly zones: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}

export function readLab(): Lab {
  const cache = process.env.WEBTIER_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "webtier");
  const file = join(process.env.WEBTIER_LAB ?? join(cache, "lab"), "openstack.json");
  return JSON.parse(readFileSync(file, "utf8")) as Lab;
}
