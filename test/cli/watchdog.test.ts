import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(__dirname, "../..");

function run(script: string) {
  const words = [
    "-r",
    "./scripts/typescript.cjs",
    "-e",
    `const { watch } = require("./src/cli/watchdog.ts"); ${script}`,
  ];
  const { status, signal, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
  return { status, signal, stderr };
}

const instead = "instead: look at what its program makes; without --untrusted-head there is no bound";

test("a loop that never ends is stopped, and the reason told", () => {
  expect(run("watch({ cpu: 1, memory: 1e12 }); for (;;);")).toEqual({
    status: null,
    signal: "SIGKILL",
    stderr: `the comparison was stopped: an untrusted head may take 1 s of the processor\n  ${instead}\n`,
  });
});

test("memory that never ends is stopped", () => {
  const { signal, stderr } = run(
    "watch({ cpu: 60, memory: 300 * 2 ** 20 }); const kept = []; for (;;) kept.push(Buffer.alloc(2 ** 20, 1));",
  );
  expect(signal).toBe("SIGKILL");
  expect(stderr).toContain("an untrusted head may take 300 MiB of memory\n");
});

test("what ends by itself is not held up, watched or called off", () => {
  expect(run("watch({ cpu: 60, memory: 1e12 });")).toEqual({ status: 0, signal: null, stderr: "" });
  expect(run("watch({ cpu: 1, memory: 1 })(); setTimeout(() => {}, 1000);").signal).toBe(null);
});
