import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { readLabFile } from "../../lab/places.js";

/** What `test/lab/lab up aws` tells about the stand-in that it started. */
export interface Lab {
  readonly endpoint: string;
  readonly region: string;
  /** Of moto. */
  readonly version: string;
}

export function readLab(): Lab {
  return readLabFile<Lab>("aws");
}

/** The Python that moto runs in, which has AWS's own SDK. */
export function pythonOfLab(): string {
  const said = execFileSync(join(__dirname, "../../lab/build.sh"), ["moto"], { encoding: "utf8" });
  return join(said.trim().split(" ")[1] ?? "", "venv/bin/python");
}
