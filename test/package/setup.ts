import { mkdtempSync, readdirSync, realpathSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { install, repository, run } from "./workshop.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder outside the repository that holds everything installed. */
    root: string;
    /** The packed package. */
    tarball: string;
    /** Folder of the binary by major version. */
    nodes: Record<string, string>;
  }
}

/** The Node of this process stands for its own major version; the others come from npm. */
const versions: Readonly<Record<string, string>> = { "20": "20.20.2", "22": "22.23.3", "24": "24.21.0" };
const own = process.versions.node.split(".")[0];

let root: string;

export async function setup({ provide }: TestProject): Promise<void> {
  root = mkdtempSync(join(realpathSync(tmpdir()), "webtier-package-"));
  await run("npm", ["run", "--silent", "build"], { cwd: repository });
  await run("npm", ["pack", "--ignore-scripts", "--pack-destination", root], { cwd: repository });
  const [tarball = ""] = readdirSync(root);
  provide("root", root);
  provide("tarball", join(root, tarball));
  provide("nodes", Object.fromEntries(await Promise.all(Object.entries(versions).map(nodeOf))));
}

export async function teardown(): Promise<void> {
  await rm(root, { recursive: true, force: true });
}

async function nodeOf([major, version]: [string, string]): Promise<[string, string]> {
  if (major === own) return [major, join(process.execPath, "..")];
  const name = `node-${process.platform}-${process.arch}`;
  const folder = await install(join(root, `node-${major}`), [`${name}@${version}`]);
  return [major, join(folder, "node_modules", name, "bin")];
}
