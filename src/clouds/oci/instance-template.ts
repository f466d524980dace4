// Sources: Compute Management API reference (InstanceConfigurationLaunchInstanceDetails: metadata of at most 32,000 bytes, boot
// volumes of 50 to 32,768 GB given as text, assignPublicIp as a boolean), Monitoring documentation (the agent's metrics come each
// minute), terraform-provider-oci 8.23.0 (instanceDetails replace; the old configuration cannot go first), @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Ref, ref } from "../../core/planned.js";
import { native, near, type SupportOf } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstanceTemplate, InstanceTemplateSpec } from "../../spec/instance-template.js";
import { metadataOf, metadataRules } from "./metadata.js";
import { displayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { rightsTagsOf } from "./rights-members.js";
import { placeOf, settingsOf } from "./settings.js";
import { tagRules } from "./tags.js";

const support = {
  image: { named: native("image"), captured: native("image") },
  machine: native(),
  userData: native(),
  sshKey: native(),
  bootDisk: { size: native(undefined, { range: [50, 32768] }), key: native() },
  monitoring: { basic: near("metrics are taken each minute all the same"), detailed: native() },
  tags: near("the instances alone: their boot disks take no labels"),
  physicalName: native(),
} as const satisfies SupportOf<InstanceTemplateSpec>;

export const instanceTemplate: Adapter<InstanceTemplateSpec> = {
  support,
  rules: (it) => [...wordRules(it), ...metadataRules(it), ...tagRules(it, "instanceTemplate.tags")],
  plan,
};

function wordRules(it: DeclaredInstanceTemplate): Issue[] {
  const { images, machines, keys, diskKeys } = settingsOf(it);
  const { image, machine, sshKey, bootDisk } = it.spec;
  const path = "instanceTemplate";
  return [
    ...(image.kind === "named" ? unknownWord(images, "images", image.name, `${path}.image`) : []),
    ...unknownWord(machines, "machines", machine, `${path}.machine`),
    ...(sshKey === undefined ? [] : unknownWord(keys, "keys", sshKey, `${path}.sshKey`)),
    ...(bootDisk?.key === undefined ? [] : unknownWord(diskKeys, "diskKeys", bootDisk.key, `${path}.bootDisk.key`)),
  ];
}

/** What autoscaling measures comes from the agent. */
const agentConfig = {
  isMonitoringDisabled: false,
  isManagementDisabled: false,
  areAllPluginsDisabled: false,
  pluginsConfigs: [{ name: "Compute Instance Monitoring", desiredState: "ENABLED" }],
};

function plan(it: DeclaredInstanceTemplate): Plan {
  const { tier, tags } = it.spec;
  const { compartmentId, definedTags } = settingsOf(it);
  const instanceTags = { ...definedTags, ...rightsTagsOf(it.spec.rights) };
  const metadata = metadataOf(it);
  return {
    resources: {
      configuration: resource("oci:Core/instanceConfiguration:InstanceConfiguration", {
        ...placeOf(it, tags),
        displayName: displayName(it),
        instanceDetails: {
          instanceType: "compute",
          launchDetails: {
            compartmentId,
            ...(tags ? { freeformTags: tags } : {}),
            ...(Object.keys(instanceTags).length > 0 ? { definedTags: instanceTags } : {}),
            ...machineOf(it),
            sourceDetails: bootSource(it),
            createVnicDetails: {
              assignPublicIp: tier.spec.placement === "public",
              nsgIds: [outputOf(tier, "groupId") as Ref],
            },
            ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
            agentConfig,
            instanceOptions: { areLegacyImdsEndpointsDisabled: true },
          },
        },
      }),
    },
    outputs: { templateId: ref("configuration.id") },
  };
}

function machineOf(it: DeclaredInstanceTemplate) {
  const { shape = "", ocpus, memoryInGbs } = meaning(settingsOf(it).machines, it.spec.machine) ?? {};
  if (ocpus === undefined || memoryInGbs === undefined) return { shape };
  return { shape, shapeConfig: { ocpus, memoryInGbs } };
}

function bootSource(it: DeclaredInstanceTemplate) {
  const { image, bootDisk = {} } = it.spec;
  const { images, diskKeys } = settingsOf(it);
  const imageId = image.kind === "named" ? meaning(images, image.name) : outputOf(image.image, "imageId");
  return {
    sourceType: support.image[image.kind].as,
    imageId: imageId as Ref,
    ...(bootDisk.size === undefined ? {} : { bootVolumeSizeInGbs: String(bootDisk.size) }),
    ...(bootDisk.key === undefined ? {} : { kmsKeyId: meaning(diskKeys, bootDisk.key) as string }),
  };
}
