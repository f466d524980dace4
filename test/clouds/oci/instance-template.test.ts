import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import type { Derived } from "../../../src/core/planned.js";
import { argsOf, compartmentId, imageIn, made, notesOf, rightsIn, stackOn, templateIn } from "./plans.js";

const agentConfig = {
  isMonitoringDisabled: false,
  isManagementDisabled: false,
  areAllPluginsDisabled: false,
  pluginsConfigs: [{ name: "Compute Instance Monitoring", desiredState: "ENABLED" }],
};
const nsgIds = [{ ref: "group.id", of: "tier:web" }];

test("a template is an instance configuration that is replaced create-first", () => {
  const template = templateIn(stackOn());
  expect(made(template)).toEqual({
    configuration: {
      type: "oci:Core/instanceConfiguration:InstanceConfiguration",
      args: {
        compartmentId,
        displayName: "web",
        instanceDetails: {
          instanceType: "compute",
          launchDetails: {
            compartmentId,
            shape: "VM.Standard.E2.1.Micro",
            sourceDetails: { sourceType: "image", imageId: "ocid1.image.oc1..demo" },
            createVnicDetails: { assignPublicIp: false, nsgIds },
            agentConfig,
            instanceOptions: { areLegacyImdsEndpointsDisabled: true },
          },
        },
      },
    },
  });
  expect(template.plan.outputs).toEqual({ templateId: { ref: "configuration.id" } });
  expect(notesOf(template)).toEqual([]);
});

test("a template takes everything that it can hold", () => {
  const stack = stackOn({
    machines: { small: { shape: "VM.Standard.A1.Flex", ocpus: 2, memoryInGbs: 12 } },
    definedTags: { "Operations.owner": "web" },
    rightsTag: "Operations.rights",
  });
  const network = stack.network();
  const template = templateIn(stack, {
    tier: stack.tier({ network, placement: "public" }),
    image: imageIn(stack),
    userData: "#!/bin/sh\n",
    sshKey: "ops",
    bootDisk: { size: 50, key: "disks" },
    monitoring: "detailed",
    rights: rightsIn(stack, { network }),
    tags: { team: "web" },
    physicalName: "Web template",
  });
  const definedTags = { "Operations.owner": "web" };
  expect(argsOf(template, "configuration")).toEqual({
    compartmentId,
    freeformTags: { team: "web" },
    definedTags,
    displayName: "Web template",
    instanceDetails: {
      instanceType: "compute",
      launchDetails: {
        compartmentId,
        freeformTags: { team: "web" },
        definedTags: { ...definedTags, "Operations.rights": "web" },
        shape: "VM.Standard.A1.Flex",
        shapeConfig: { ocpus: 2, memoryInGbs: 12 },
        sourceDetails: {
          sourceType: "image",
          imageId: { ref: "image.id", of: "image:web" },
          bootVolumeSizeInGbs: "50",
          kmsKeyId: "ocid1.key.oc1..demo",
        },
        createVnicDetails: { assignPublicIp: true, nsgIds },
        metadata: {
          ssh_authorized_keys: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo ops",
          user_data: "IyEvYmluL3NoCg==",
        },
        agentConfig,
        instanceOptions: { areLegacyImdsEndpointsDisabled: true },
      },
    },
  });
});

test("rights of the whole compartment leave no tag on instances", () => {
  const stack = stackOn({ rightsTag: "Operations.rights" });
  const network = stack.network();
  const rights = rightsIn(stack, { network, members: "compartment" });
  const args = argsOf(templateIn(stack, { tier: stack.tier({ network }), rights }), "configuration");
  expect(JSON.stringify(args)).not.toContain("Operations.rights");
});

test("user data that is known at deployment is encoded then, and refused then when it is too long", () => {
  const template = templateIn(stackOn(), { userData: pulumi.output("#!/bin/sh\n") });
  const { metadata } = (
    argsOf(template, "configuration") as { instanceDetails: { launchDetails: { metadata: { user_data: Derived } } } }
  ).instanceDetails.launchDetails;
  expect(metadata.user_data.by("#!/bin/sh\n")).toBe("IyEvYmluL3NoCg==");
  expect(metadata.user_data.rules?.("x".repeat(23_900))).toEqual([]);
  expect(metadata.user_data.rules?.("x".repeat(24_000))).toEqual([
    {
      path: "instanceTemplate.userData",
      message: "makes 32009 bytes of metadata, in base64 and with the key; 32000 are allowed here",
      instead: "a short text that fetches the rest",
    },
  ]);
});
