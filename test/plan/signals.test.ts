import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAlive, until } from "../support/processes.js";

const cli = join(__dirname, "../../dist/cli/main.js");

/** A program that writes down who it is and never ends. */
const program = `require("node:fs").writeFileSync("pid", String(process.pid));\nsetInterval(() => {}, 1000);\n`;

const codes = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

test.each(codes)("a plan that %s ends leaves no program behind", async (signal, code) => {
  const folder = mkdtempSync(join(tmpdir(), "webtier-signals-"));
  const file = join(folder, "pid");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: endless\nruntime: nodejs\nmain: index.js\n");
  writeFileSync(join(folder, "Pulumi.dev.yaml"), "config: {}\n");
  writeFileSync(join(folder, "index.js"), program);
  const planner = spawn(process.execPath, [cli, "plan", folder], { stdio: "ignore" });
  const ended = new Promise((resolve) => planner.once("exit", resolve));
  expect(await until(() => existsSync(file) && readFileSync(file, "utf8") !== "", 200)).toBe(true);
  const pid = Number(readFileSync(file, "utf8"));
  planner.kill(signal);
  expect(await ended).toBe(code);
  expect(await until(() => !isAlive(pid), 200)).toBe(true);
  rmSync(folder, { recursive: true });
});
