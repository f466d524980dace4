import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** What `test/lab/lab up aws` tells about the stand-in that it started. */
export interface Lab {
  readonly endpoint: string;
  readonly region: string;
  /** Of moto. */
  readonly version: string;
}

export function readLab(): Lab {
  const cache = process.env.WEBTIER_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "webtier");
  const file = join(process.env.WEBTIER_LAB ?? join(cache, "lab"), "aws.json");
  return JSON.parse(readFileSync(file, "utf8")) as Lab;
}

/** The Python that moto runs in, which has AWS's own SDK. */
export function pythonOfLab(): string {
  const said = execFileSync(join(import.meta.dirname, "../../lab/build.sh"), ["moto"], { encoding: "utf8" });
  return join(said.trim().split(" ")[1] ?? "", "venv/bin/python");
}
