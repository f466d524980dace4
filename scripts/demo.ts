import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..");
const example = "examples/web-stack";

const stacks = readdirSync(join(root, example)).flatMap((file) => /^Pulumi\.([a-z0-9-]+)\.yaml$/.exec(file)?.[1] ?? []);

/** Plans one program on every cloud, the way a user would. */
function planEverywhere(): number {
  const codes = stacks.map((stack) => {
    console.log(`\n$ webtier plan ${example} --stack ${stack}\n`);
    const cli = [join(root, "dist/cli/main.js"), "plan", example, "--stack", stack];
    return spawnSync(process.execPath, cli, { cwd: root, stdio: "inherit" }).status ?? 1;
  });
  return Math.max(...codes);
}

process.exitCode = planEverywhere();
