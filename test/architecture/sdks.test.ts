import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { clouds } from "../../src/clouds/registry.js";
import { root } from "./sources.js";

function loadedSdks(cloud: string): unknown {
  const program = join(__dirname, "loaded-sdks.ts");
  const output = execFileSync(process.execPath, ["-r", join(root, "scripts/typescript.cjs"), program, cloud], {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}

test.each(Object.entries(clouds))(
  "the clouds load no SDK, and making a network on %s loads its own only",
  (name, load) => {
    expect(loadedSdks(name)).toEqual({ before: [], after: [load().sdk] });
  },
);
