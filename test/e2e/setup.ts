import { execFileSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { readLab } from "./openstack/lab.js";
import { beginRun } from "./verified/run.js";

const lab = join(__dirname, "../lab");

export function setup(): void {
  startClouds("openstack", "aws");
  beginRun(readLab().versions);
}

/** Builds what is not in the cache, starts the clouds, and puts the engine and its plugins on the path. */
export function startClouds(...clouds: readonly ("openstack" | "aws")[]): void {
  const built = run("build.sh")
    .trim()
    .split("\n")
    .map((line) => line.split(" ") as [string, string]);
  const folders = new Map(built);
  process.env.PATH = [
    folders.get("pulumi"),
    folders.get("openstack-plugin"),
    folders.get("aws-plugin"),
    process.env.PATH,
  ].join(delimiter);
  process.env.AWSBIN = join(folders.get("aws-provider") ?? "", "terraform-provider-aws");
  run("lab", "up", ...clouds);
}

export function teardown(): void {
  run("lab", "down");
}

function run(script: string, ...words: string[]): string {
  return execFileSync(join(lab, script), words, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}
