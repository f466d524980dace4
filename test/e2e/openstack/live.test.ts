import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { stringify } from "yaml";
import type { Api } from "./api.js";
import { belongings } from "./facts.js";
import { readLab } from "./lab.js";
import { webStack } from "./programs.js";

/** The runner for real accounts, on the lab: a process that is started and interrupted as a user would. */

/** Of the whole matrix only: elsewhere it is not a test. */
const whole: (name: string, check: () => Promise<void>) => void = process.env.WEBTIER_E2E === "full" ? test : () => {};

const root = join(__dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "webtier-live-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

whole("the runner stands web-stack up, changes it, finds no difference and leaves nothing", async () => {
  const { api, before, run } = await prepare("live-whole");
  const { code, said } = await run.ended;
  expect({ code, left: await belongings(api), kept: states("live-whole") }, said()).toEqual({
    code: 0,
    left: before,
    kept: [],
  });
  expect(said()).toContain("everything was as it must be\nnothing is left\n");
});

test("interrupted in the middle of its up, the runner lets the engine finish and destroys everything", async () => {
  const { api, before, run } = await prepare("live-interrupted");
  await balancerOf(api, run);
  run.child.kill("SIGINT");
  const { code, said } = await run.ended;
  expect({ code, left: await belongings(api) }, said()).toEqual({ code: 1, left: before });
  expect(said()).toContain("problems:\n  first up was interrupted\nnothing is left\n");
});

whole("interrupted again in its destroy, the runner says what is left, and how to remove it does", async () => {
  const { api, before, run, environment } = await prepare("live-twice");
  await balancerOf(api, run);
  run.child.kill("SIGTERM");
  await heard(run, "] destroy\n");
  run.child.kill("SIGTERM");
  const { code, said } = await run.ended;
  expect(code, said()).toBe(3);
  expect(said()).toMatch(/network:Network shop-network, id ([0-9a-f-]{36})\n {4,}openstack network delete \1/);
  const instruction = /all of it, by Pulumi:\n {2}(.*)/.exec(said())?.[1] ?? "";
  const removed = await start("bash", ["-c", `${instruction} --yes`], environment).ended;
  expect({ code: removed.code, left: await belongings(api) }, removed.said()).toEqual({ code: 0, left: before });
});

async function prepare(name: string) {
  const { tenant, settings } = await webStack(readLab(), name);
  const before = await belongings(tenant.api);
  const file = join(folder, `${name}.yaml`);
  writeFileSync(file, stringify({ config: { "webtier:cloud": "openstack", "webtier:settings": settings } }));
  const environment = { ...tenant.environment, XDG_STATE_HOME: join(folder, name) };
  const words = ["-r", join(root, "scripts/typescript.cjs"), join(root, "test/e2e/live/main.ts"), "openstack"];
  const run = start(process.execPath, [...words, "--settings", file, "--yes"], environment);
  return { api: tenant.api, before, environment, run };
}

interface Ended {
  readonly code: number | null;
  readonly said: () => string;
}

interface Run {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

function start(command: string, words: readonly string[], environment: Readonly<Record<string, string>>): Run {
  const child = spawn(command, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const pieces: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => pieces.push(String(data)));
  const said = () => pieces.join("");
  return { child, said, ended: new Promise((resolve) => child.on("close", (code) => resolve({ code, said }))) };
}

/** Waits until the up has made the first balancer; a runner that has ended will never make one. */
async function balancerOf(api: Api, { child, ended }: Run): Promise<void> {
  while ((await belongings(api)).every((line) => !line.startsWith("load balancer"))) {
    if (child.exitCode !== null) throw new Error(`the runner ended before: ${(await ended).said()}`);
    await pause(1000);
  }
}

async function heard({ child, said }: Run, text: string): Promise<void> {
  while (!said().includes(text)) {
    if (child.exitCode !== null) throw new Error(`the runner ended without ${text}: ${said()}`);
    await pause(200);
  }
}

function states(name: string): string[] {
  return readdirSync(join(folder, name, "webtier/live"));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
