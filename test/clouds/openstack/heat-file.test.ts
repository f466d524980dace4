import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DynamicGroupPolicy, InstancePool, InstanceTemplate, Network, Tier } from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { mockEngine, type Recorded, settled } from "../../pulumi/harness.js";
import { cpu } from "./pools.js";

let folder: string;
let recorded: Recorded[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "webtier-heat-"));
  const own = { ...settings.openstack, heatMemberFolder: folder };
  recorded = mockEngine({ "webtier:cloud": "openstack", "webtier:settings": JSON.stringify(own) });
});
afterEach(async () => {
  await settled();
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

function scaledPool(): InstancePool {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 1 });
  const template = new InstanceTemplate("web", {
    tier: new Tier("web", { network }),
    image: "web",
    machine: "small",
    userData: pulumi.output("#!/bin/sh\n"),
  });
  return new InstancePool("web", { template, size: { min: 1, max: 2 }, autoscaling: cpu });
}

test("the templates of a stack reach the provider as texts, with every id in its place", async () => {
  scaledPool();
  await settled();
  const { inputs } = recorded.find(({ name }) => name === "web-stack") as Recorded;
  const { templateOpts, environmentOpts } = inputs as Record<string, { Bin: string }>;
  const { properties } = JSON.parse(templateOpts?.Bin ?? "").resources.group;
  expect(properties.resource).toEqual({
    type: "Webtier::Member",
    properties: {
      image: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
      flavor: "m1.small",
      network: "shop-network-id",
      subnet: "shop-private-id",
      security_group: "web-group-id",
      server_group: "web-server-group-id",
      user_data: "#!/bin/sh\n",
      metadata: { "metering.server_group": { get_param: "OS::stack_id" } },
      sets: {},
    },
  });
  const [url] = Object.values(JSON.parse(environmentOpts?.Bin ?? "").resource_registry) as [string];
  expect(url).toMatch(new RegExp(`^file://${folder}/webtier-[0-9a-f]{64}\\.yaml$`));
});

test("no test leaves the member's template behind", async () => {
  scaledPool();
  await settled();
  expect(readdirSync(folder)).toEqual([]);
});

test("a deployment leaves the member's template before its stack is registered", () => {
  const engine = { log: (_request: unknown, done: (error: null) => void) => done(null) };
  vi.spyOn(pulumi.runtime, "getEngine").mockReturnValue(
    engine as unknown as ReturnType<typeof pulumi.runtime.getEngine>,
  );
  scaledPool();
  const [file = ""] = readdirSync(folder);
  expect(file).toMatch(/^webtier-[0-9a-f]{64}\.yaml$/);
  const left = JSON.parse(readFileSync(join(folder, file), "utf8"));
  expect(Object.keys(left.resources)).toEqual(["port", "server", "disk_port", "disk_server", "volume"]);
  expect(recorded.some(({ name }) => name === "web-stack")).toBe(false);
});

/** How the engine is told of a secret. */
const mark = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

test("a credential makes all that holds it secret: the user data of servers, and the template of a stack", async () => {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 1 });
  const rights = new DynamicGroupPolicy("web", { network, allow: [{ verb: "read", resource: "object-storage" }] });
  const tier = new Tier("web", { network });
  const template = new InstanceTemplate("web", { tier, image: "web", machine: "small", rights });
  new InstancePool("web", { template, size: 1 });
  new InstancePool("jobs", { template, size: { min: 1, max: 2 }, autoscaling: cpu });
  await settled();
  const inputsOf = (called: string) => recorded.find(({ name }) => name === called)?.inputs ?? {};
  expect(inputsOf("web-instance-0").userData).toEqual({ ...mark, value: expect.stringContaining("web-credential-id") });
  expect(inputsOf("jobs-stack").templateOpts).toEqual({
    ...mark,
    value: { Bin: expect.stringContaining("web-credential-id") },
  });
});
