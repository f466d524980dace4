import { expect, test } from "vitest";
import { resource, shared } from "./harness.js";

const options = shared("options");
const stack = "urn:pulumi:dev::options";

test("a resource is recorded with its inputs, its edges and all its options", async () => {
  const { urn: _, ...full } = resource(await options(), "full");
  expect(full).toEqual({
    kind: "resource",
    type: "aws:ec2/subnet:Subnet",
    name: "full",
    parent: `${stack}::pulumi:pulumi:Stack::options-dev`,
    inputs: { cidrBlock: "10.0.1.0/24", tags: { asset: "plain" }, vpcId: "[unknown]" },
    dependencies: [`${stack}::aws:ec2/vpc:Vpc::base`, `${stack}::openstack:networking/network:Network::other`],
    propertyDependencies: { vpcId: [`${stack}::aws:ec2/vpc:Vpc::base`] },
    provider: `${stack}::pulumi:providers:aws::default_7_40_0`,
    options: {
      additionalSecretOutputs: ["arn"],
      aliases: [
        { name: "old", parent: `${stack}::pulumi:pulumi:Stack::options-dev` },
        `${stack}::aws:ec2/subnet:Subnet::older`,
        { name: "rooted", noParent: true },
      ],
      customTimeouts: { create: "10m", delete: "1h" },
      deleteBeforeReplace: false,
      deletedWith: `${stack}::aws:ec2/vpc:Vpc::base`,
      hideDiffs: ["tags"],
      ignoreChanges: ["tags", "mapPublicIpOnLaunch"],
      import: "subnet-1",
      protect: true,
      replaceOnChanges: ["cidrBlock"],
      replaceWith: [`${stack}::openstack:networking/network:Network::other`],
      retainOnDelete: true,
      version: "7.40.0",
    },
    source: "index.js:17:1",
  });
});

test("options that a program does not use are absent", async () => {
  expect(resource(await options(), "base").options).toEqual({ version: "7.48.0" });
});

test("a foreign component is recorded with its inputs and outputs, assets by their content", async () => {
  const { inputs, outputs, kind } = resource(await options(), "group");
  expect({ inputs, outputs, kind }).toEqual({
    kind: "component",
    inputs: {
      size: 3,
      members: [{ urn: `${stack}::aws:ec2/vpc:Vpc::base` }],
      text: { asset: { text: "hello" } },
      file: {
        asset: {
          path: "./Pulumi.yaml",
          hash: "sha256:ea3198a69d27138a8880bdc2b472c7af76579a4c2e701d68698be666df827834",
        },
      },
    },
    outputs: { vcn: "[unknown]", size: 3 },
  });
});

test("everything is sorted by URN, the providers of all packages and versions included", async () => {
  const { resources } = await options();
  expect(resources.map(({ urn }) => urn.slice(stack.length + 2))).toEqual([
    "aws:ec2/subnet:Subnet::full",
    "aws:ec2/vpc:Vpc::base",
    "openstack:networking/network:Network::other",
    "pulumi:providers:aws::default_7_40_0",
    "pulumi:providers:aws::default_7_48_0",
    "pulumi:providers:oci::default_4_20_0",
    "pulumi:providers:openstack::default_3_15_2",
    "shop:index:Group$oci:Core/vcn:Vcn::inner",
    "shop:index:Group::group",
  ]);
});

const transforms = shared("transforms");

test("transforms run in the order of the engine: own, of the parents, of the stack", async () => {
  const { inputs, options: applied } = resource(await transforms(), "subnet");
  expect({ inputs, protect: applied.protect }).toEqual({
    inputs: { cidrBlock: "10.0.1.0/24", vpcId: "[unknown]", tags: { order: "stack" } },
    protect: true,
  });
  expect(resource(await transforms(), "open").inputs).toEqual({
    cidrBlock: "10.1.0.0/16",
    tags: { order: "own-parent-stack" },
  });
});

test("a secret stays one on its way through transforms", async () => {
  expect(resource(await transforms(), "vpc").inputs).toEqual({ cidrBlock: "10.0.0.0/16", tags: "[secret]" });
  expect(JSON.stringify(await transforms())).not.toContain("canary");
});
