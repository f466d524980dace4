import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { Network, Tier } from "webtier";
import { record, recordOn, recordProject } from "webtier/testing";
import { settings } from "../fixtures/settings.js";
import { shop } from "./shop.js";

const root = join(__dirname, "../..");
const network = () => new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });

test("one program is recorded on every cloud", async () => {
  const on = await recordOn(settings, shop);
  const told = Object.values(on).map(({ cloud, outputs, sizes }) => ({
    cloud,
    outputs,
    bounds: sizes.map(({ min, max }) => [min, max]),
  }));
  expect(told).toEqual(
    ["aws", "oci", "openstack"].map((cloud) => ({
      cloud,
      outputs: { url: "https://shop.example.com" },
      bounds: [[1, 4]],
    })),
  );
});

test("a project is recorded from its own files", async () => {
  const stack = await recordProject(join(root, "examples/openstack-octavia"), { cloud: "openstack" });
  expect([stack.plan.project, stack.cloud, stack.components("Tier").map(({ name }) => name)]).toEqual([
    "openstack-octavia",
    "openstack",
    ["web"],
  ]);
});

test("a recording leaves nothing to the next", async () => {
  const [first, second] = [
    await record(shop, { cloud: "aws", settings: settings.aws }),
    await record(shop, { cloud: "aws", settings: settings.aws }),
  ];
  expect(second.plan).toEqual(first.plan);
  const other = await record(shop, { cloud: "oci", settings: settings.oci });
  expect([first.cloud, other.cloud]).toEqual(["aws", "oci"]);
});

test("a second recording at the same time is refused, and the first goes on", async () => {
  const first = record(network, { cloud: "aws", settings: settings.aws });
  await expect(record(network, { cloud: "aws", settings: settings.aws })).rejects.toThrow(
    "another recording is not over yet\n  instead: one at a time, each awaited before the next",
  );
  expect((await first).components().map(({ name }) => name)).toEqual(["shop"]);
});

test("the outside of a recording stays as it was", async () => {
  const before = [pulumi.getProject(), pulumi.getStack(), new pulumi.Config("webtier").get("cloud")];
  await record(network, { cloud: "aws", settings: settings.aws, project: "shop", stack: "dev" });
  expect([pulumi.getProject(), pulumi.getStack(), new pulumi.Config("webtier").get("cloud")]).toEqual(before);
});

test("a program sees its project, its stack, its configuration and a preview", async () => {
  const { outputs } = await record(
    () => {
      const config = new pulumi.Config();
      network();
      return {
        names: [pulumi.getProject(), pulumi.getStack()],
        replicas: config.requireNumber("replicas"),
        list: config.requireObject("list"),
        region: new pulumi.Config("aws").require("region"),
        preview: pulumi.runtime.isDryRun(),
      };
    },
    {
      cloud: "aws",
      settings: settings.aws,
      project: "shop",
      stack: "dev",
      config: { replicas: 2, list: [1, 2], "aws:region": "eu-central-1" },
    },
  );
  expect(outputs).toEqual({
    names: ["shop", "dev"],
    replicas: 2,
    list: [1, 2],
    region: "eu-central-1",
    preview: true,
  });
});

test("a program may choose its cloud itself", async () => {
  const { aws } = await import("../../src/clouds/aws/index.js");
  const cloud = aws(settings.aws);
  const stack = await record(() => void new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud }));
  expect(stack.cloud).toBe("aws");
});

test("what starts late is recorded: after a wait, and once an output is known", async () => {
  const stack = await record(
    async () => {
      const shared = network();
      pulumi.output(new Promise<string>((resolve) => setTimeout(resolve, 20, "late"))).apply((name) => {
        new Tier(name, { network: shared });
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      new Tier("last", { network: shared });
    },
    { cloud: "aws", settings: settings.aws },
  );
  expect(stack.components("Tier").map(({ name }) => name)).toEqual(["last", "late"]);
});

test("secrets are masked wherever they appear", async () => {
  const stack = await record(
    () => {
      const token = new pulumi.Config().requireSecret("token");
      shop({ userData: "#!/bin/sh\necho topsecret-topsecret\n" });
      return { token, address: pulumi.interpolate`https://${token}.example.com`, plain: pulumi.secret(7) };
    },
    { cloud: "aws", settings: settings.aws, secretConfig: { token: "hunter2-hunter2" } },
  );
  expect(stack.outputs).toEqual({ token: "[secret]", address: "[secret]", plain: "[secret]" });
  expect(JSON.stringify(stack.plan)).not.toMatch(/hunter2|topsecret/);
});
