import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import type { Plan, PlanResource } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { renderJson } from "../../src/plan/render-json.js";
import { knownUrns } from "./identities.js";

const run = promisify(execFile);
const folder = (name: string) => new URL(`./programs/${name}`, import.meta.url).pathname;
const planOf = (name: string): Promise<Plan> => planProgram({ directory: folder(name) });

function named(plan: Plan, name: string): PlanResource {
  const found = plan.resources.find((resource) => resource.name === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

function under(plan: Plan, component: string): PlanResource[] {
  const urn = plan.components.find(({ name }) => name === component)?.urn;
  return plan.resources.filter((resource) => resource.component === urn);
}

test("Pulumi's own options reach every child", async () => {
  const plan = await planOf("options");
  const provider = named(plan, "seoul").urn;
  const bucket = named(plan, "assets").urn;
  const shop = under(plan, "shop");
  const seen = (resources: PlanResource[]) => ({
    count: resources.length,
    providers: [...new Set(resources.map((one) => one.provider?.split("::").slice(0, 4).join("::")))],
    protected: resources.filter(({ options }) => options.protect).length,
    waiting: resources.filter(({ dependencies }) => dependencies.includes(bucket)).length,
  });
  expect(seen(shop)).toEqual({ count: 15, providers: [provider], protected: 15, waiting: 15 });
  expect(seen(under(plan, "front"))).toEqual({ count: 3, providers: [provider], protected: 0, waiting: 3 });
  expect(seen(under(plan, "pages"))).toEqual({ count: 1, providers: [provider], protected: 1, waiting: 0 });
  expect(seen(under(plan, "http"))).toEqual({ count: 1, providers: [provider], protected: 0, waiting: 1 });
  expect(shop.every(({ urn }) => urn.includes("::shop:index:Shop$webtier:index:Network$"))).toBe(true);
});

test("a rename with aliases replaces nothing", async () => {
  const [before, after] = await Promise.all([planOf("rename-before"), planOf("rename-after")]);
  const project = (urn: string) => urn.replace("::rename::", "::");
  const known = knownUrns(after);
  const old = [...before.components, ...before.resources].map(({ urn }) => urn);
  expect(old.filter((urn) => !known.has(urn)).map(project)).toEqual([]);
  expect(before.resources.length).toBe(after.resources.length);
});

test("no secret is in a plan, a state or the output", async () => {
  const cli = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const text = await run(process.execPath, [cli, "plan", folder("canary")]);
  const json = await run(process.execPath, [cli, "plan", folder("canary"), "--format", "json"]);
  expect(`${text.stdout}${text.stderr}${json.stdout}${json.stderr}`).not.toMatch(/CANARY/);
  expect(json.stdout).toBe(renderJson(await planOf("canary")));
});

test("webtier plan reports the mistakes of the whole program at once", async () => {
  const cli = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const failed = await run(process.execPath, [cli, "plan", folder("mistakes")]).catch(
    (error: unknown) => error as { code: number; stderr: string; stdout: string },
  );
  expect({ ...failed, code: (failed as { code?: number }).code }).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `HealthCheck has invalid arguments
  healthCheck.path: is for http and https checks; this one is tcp
    instead: leave it out, or protocol: "http"

LoadBalancer "front" has invalid arguments
  loadBalancer.allowFrom: a private balancer admits nobody until this says whom
    instead: tiers or ranges, for example [web] or ["10.20.0.0/16"]

BackendSet "pages" has invalid arguments
  backendSet.port: 99999 is above 65535
    instead: a number from 1 to 65535

Listener "http" has invalid arguments
  listener.idleTimout: is not an option of Listener
    instead: one of backendSet, certificate, hostname, idleTimeout, loadBalancer, minimumTls, physicalName, port, protocol, redirect, routes

BackendSet "by-address" asks aws for what it cannot do
  backendSet.policy: "source-ip" is not available: an application load balancer chooses a target per request
    instead: stickiness with a cookie, or a balancer of kind "network"

InstanceTemplate "web" does not fit aws and its settings
  instanceTemplate.machine: "huge" is not among machines in the settings
    instead: "small"

AutoscalingPolicy has invalid arguments
  autoscalingPolicy.scaleOut.above: 170 percent is never passed
    instead: a number below 100

InstancePool "late" has invalid arguments
  instancePool.size: -1 is below 0
    instead: a number from 0 to 1000
`,
  });
});

test("mistakes in the settings end a plan with exit code 2, too", async () => {
  const cli = new URL("../../dist/cli/main.js", import.meta.url).pathname;
  const failed = await run(process.execPath, [cli, "plan", folder("wrong-settings")]).catch((error: unknown) => error);
  expect(failed).toMatchObject({
    code: 2,
    stdout: "",
    stderr: `the settings of aws are invalid
  settings.certificates.shop: must be text; got a number
    instead: text in quotes
`,
  });
});
