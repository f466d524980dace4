import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { planProgram } from "../../src/plan/plan-program.js";
import { type CloudName, cloudNames } from "../conformance/harness.js";
import { configOf } from "./harness.js";

const run = promisify(execFile);
const programs = new URL("./programs", import.meta.url).pathname;

const refusals: Readonly<Record<CloudName, string>> = {
  aws: `InstanceTemplate "web" does not fit aws and its settings
  instanceTemplate.userData: has 50000 bytes; 16384 are allowed here
    instead: a script that fetches the rest, or an image that holds it
`,
  oci: `InstanceTemplate "web" does not fit oci and its settings
  instanceTemplate.userData: makes 66677 bytes of metadata, in base64 and with the key; 32000 are allowed here
    instead: a short text that fetches the rest
`,
  openstack: `InstancePool "web" does not fit openstack and its settings
  instanceTemplate.userData: has 50000 bytes; 49149 are allowed here
    instead: a short script that fetches the rest
`,
};

test.each(cloudNames)("user data that turns out too long ends a deployment in our words on %s", async (name) => {
  const ended = run(process.execPath, [`${programs}/late/deploy.js`, JSON.stringify(configOf(name))]);
  const failed: unknown = await ended.catch((error: unknown) => error);
  expect(failed).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(refusals[name]) });
});

test("a plan leaves no member's template: the folder for it need not be there", async () => {
  const environment = { ...process.env, SCALED: "1" };
  const plan = await planProgram({ directory: `${programs}/pool`, stack: "openstack", environment });
  const files = plan.components.map(({ documents }) => JSON.stringify(documents["stack.environmentOpts.Bin"] ?? ""));
  expect(files.filter((text) => /file:\/\/\/nowhere\/webtier-[0-9a-f]{64}\.yaml/.test(text)).length).toBe(1);
  expect(existsSync("/nowhere")).toBe(false);
});
