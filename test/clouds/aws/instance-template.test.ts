import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import type { Derived } from "../../../src/core/planned.js";
import { argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const disk = { volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" };
const specifications = (tags: Record<string, string>) =>
  ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags }));
const common = {
  imageId: "ami-0123456789abcdef0",
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: disk }],
  instanceType: "t3.micro",
  networkInterfaces: [
    {
      deviceIndex: 0,
      associatePublicIpAddress: "false",
      deleteOnTermination: "true",
      securityGroups: [{ ref: "group.id", of: "tier:web" }],
    },
  ],
  metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
  monitoring: { enabled: true },
  tagSpecifications: specifications({ Name: "web" }),
  updateDefaultVersion: true,
};

test("a template is closed by default: encrypted disk, tokens for metadata, no public address", () => {
  const template = stackOn().template();
  expect(made(template)).toEqual({ template: { type: "aws:ec2/launchTemplate:LaunchTemplate", args: common } });
  expect(notesOf(template)).toEqual([]);
});

test("every option has its place", () => {
  const stack = stackOn({ templates: { web: { metadataHops: 2 } } });
  const network = stack.network();
  const template = stack.template({
    tier: stack.tier({ network }),
    userData: "#!/bin/sh\necho 가\n",
    sshKey: "ops",
    bootDisk: { size: 20, key: "disks" },
    monitoring: "basic",
    rights: stack.rights({ network }),
    tags: { Name: "Web Instance", team: "web" },
    physicalName: "Web",
  });
  const kmsKeyId = "arn:aws:kms:ap-northeast-2:123456789012:key/0f3c2a51-demo";
  expect(argsOf(template, "template")).toEqual({
    ...common,
    name: "Web",
    blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { ...disk, volumeSize: 20, kmsKeyId } }],
    userData: "IyEvYmluL3NoCmVjaG8g6rCACg==",
    keyName: "ops-key-pair",
    metadataOptions: { ...common.metadataOptions, httpPutResponseHopLimit: 2 },
    monitoring: { enabled: false },
    iamInstanceProfile: { arn: { ref: "profile.arn", of: "dynamicGroupPolicy:web" } },
    tagSpecifications: specifications({ Name: "Web Instance", team: "web" }),
  });
  expect(notesOf(template)).toEqual([
    'note:instanceTemplate.sshKey.access: nobody can use the key: tier "web" has no access',
    "note:instanceTemplate.bootDisk.key: its policy must let the service-linked role of Auto Scaling use it, or no instance starts",
  ]);
});

test("an image without its root device leaves the disk to the account, and says so", () => {
  const template = stackOn().template({ image: "plain" });
  const { blockDeviceMappings: _, ...rest } = common;
  expect(argsOf(template, "template")).toEqual({ ...rest, imageId: "ami-0fedcba9876543210" });
  expect(notesOf(template)).toEqual([
    'note:instanceTemplate.bootDisk: disks are encrypted where the account or the image does it: the settings name no rootDevice of "plain"',
  ]);
});

test("an image may be a parameter, or be known at deployment", () => {
  const known = pulumi.output("ami-0a1");
  const images = { web: "resolve:ssm:/shop/image", later: known };
  const stack = stackOn({ images });
  const tier = stack.tier();
  const ids = ["web", "later"].map((image) => argsOf(stack.template({ tier, image }, image), "template"));
  expect(ids.map((args) => (args as { imageId: unknown }).imageId)).toEqual(["resolve:ssm:/shop/image", known]);
});

test("an image that is taken tells its root device", () => {
  const stack = stackOn();
  const template = stack.template({ image: stack.image(), bootDisk: { size: 20 } });
  expect(argsOf(template, "template")).toEqual({
    ...common,
    imageId: { ref: "image.id", of: "image:golden" },
    blockDeviceMappings: [
      { deviceName: { ref: "image.rootDeviceName", of: "image:golden" }, ebs: { ...disk, volumeSize: 20 } },
    ],
  });
  expect(notesOf(template)).toEqual([]);
});

test("a public key makes a key pair of the template", () => {
  const template = stackOn().template({ sshKey: "made", tags: { team: "web" } });
  expect(rolesOf(template)).toEqual(["key", "template"]);
  expect(made(template).key).toEqual({
    type: "aws:ec2/keyPair:KeyPair",
    args: {
      publicKey: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo ops",
      tags: { Name: "web", team: "web" },
    },
  });
  expect((argsOf(template, "template") as { keyName: unknown }).keyName).toEqual({ ref: "key.keyName" });
});

test("members of a public tier have public addresses, and a plan says so", () => {
  const stack = stackOn();
  const template = stack.template({ tier: stack.tier({ placement: "public" }) });
  const { networkInterfaces } = argsOf(template, "template") as typeof common;
  expect(networkInterfaces).toEqual([{ ...common.networkInterfaces[0], associatePublicIpAddress: "true" }]);
  expect(notesOf(template)).toEqual([
    "note:instanceTemplate.tier: each instance has a public address: what its tier admits from everywhere is open to the internet",
  ]);
});

test("user data that is known at deployment is encoded and measured then", () => {
  const userData = pulumi.output("#!/bin/sh\n");
  const template = stackOn().template({ userData });
  const found = (argsOf(template, "template") as { userData: Derived }).userData;
  expect(found).toEqual({ from: userData, by: expect.any(Function), rules: expect.any(Function) });
  expect(found.by("#!/bin/sh\n")).toBe("IyEvYmluL3NoCg==");
  expect(found.rules?.("a".repeat(16384))).toEqual([]);
  expect(found.rules?.("a".repeat(16385))).toEqual([
    {
      path: "instanceTemplate.userData",
      message: "has 16385 bytes; 16384 are allowed here",
      instead: "a script that fetches the rest, or an image that holds it",
    },
  ]);
});
