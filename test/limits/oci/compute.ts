import { imageIn, poolIn, rightsIn, templateIn } from "../../clouds/oci/plans.js";
import { cloudFor, Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const unknown = (section: string, known: string) =>
  `"other" is not among ${section} in the settings; instead: "${known}"`;
const flexible = (shape: object) => ({ machines: { small: shape } });
const padded = (bytes: number) => "x".repeat(bytes);

/** Images, instance configurations and pools. */
export const compute: readonly Case[] = [
  {
    says: "an image is of an instance",
    bad: (stack) => imageIn(stack, { instance: "other" }),
    good: (stack) => imageIn(stack),
    path: "image.instance",
    text: unknown("instances", "source"),
  },
  {
    says: "the instance is stopped while it is captured",
    bad: (stack) => imageIn(stack, { whileRunning: true }),
    good: (stack) => imageIn(stack, { whileRunning: false }),
    path: "image.whileRunning",
    text: "true is not available: the instance is stopped while its disk is read; instead: leave it out",
  },
  {
    says: "displayName of up to 255 characters",
    bad: (stack) => imageIn(stack, { physicalName: padded(253), revision: "22" }),
    good: (stack) => imageIn(stack, { physicalName: padded(252), revision: "22" }),
    path: "image.physicalName",
    text: "has 256 characters with its revision; 255 are allowed here; instead: a shorter name",
  },
  {
    says: "launchDetails.sourceDetails.imageId is an image",
    bad: (stack) => templateIn(stack, { image: "other" }),
    good: (stack) => templateIn(stack),
    path: "instanceTemplate.image",
    text: unknown("images", "web"),
  },
  {
    says: "launchDetails.shape is a shape",
    bad: (stack) => templateIn(stack, { machine: "other" }),
    good: (stack) => templateIn(stack),
    path: "instanceTemplate.machine",
    text: unknown("machines", "small"),
  },
  {
    says: "metadata.ssh_authorized_keys is a key",
    bad: (stack) => templateIn(stack, { sshKey: "other" }),
    good: (stack) => templateIn(stack, { sshKey: "ops" }),
    path: "instanceTemplate.sshKey",
    text: unknown("keys", "ops"),
  },
  {
    says: "sourceDetails.kmsKeyId is a key",
    bad: (stack) => templateIn(stack, { bootDisk: { key: "other" } }),
    good: (stack) => templateIn(stack, { bootDisk: { key: "disks" } }),
    path: "instanceTemplate.bootDisk.key",
    text: unknown("diskKeys", "disks"),
  },
  {
    says: "bootVolumeSizeInGbs from 50",
    bad: (stack) => templateIn(stack, { bootDisk: { size: 49 } }),
    good: (stack) => templateIn(stack, { bootDisk: { size: 50 } }),
    path: "instanceTemplate.bootDisk.size",
    text: "49 is outside 50..32768; instead: a number from 50 to 32768",
  },
  {
    says: "bootVolumeSizeInGbs up to 32768",
    bad: (stack) => templateIn(stack, { bootDisk: { size: 32769 } }),
    good: (stack) => templateIn(stack, { bootDisk: { size: 32768 } }),
    path: "instanceTemplate.bootDisk.size",
    text: "32769 is above 32768; instead: a number from 1 to 32768",
  },
  {
    says: "metadata: names and values of up to 32,000 bytes together",
    bad: (stack) => templateIn(stack, { userData: padded(23_992) }),
    good: (stack) => templateIn(stack, { userData: padded(23_991) }),
    path: "instanceTemplate.userData",
    text: "makes 32001 bytes of metadata, in base64 and with the key; 32000 are allowed here; instead: a short text that fetches the rest",
  },
  {
    says: "metadata: the key counts too",
    bad: (stack) => templateIn(stack, { userData: padded(23_991), sshKey: "ops" }),
    good: (stack) => templateIn(stack, { userData: padded(23_900), sshKey: "ops" }),
    path: "instanceTemplate.userData",
    text: "makes 32061 bytes of metadata, in base64 and with the key; 32000 are allowed here; instead: a short text that fetches the rest",
  },
  {
    says: "a pool has no rolling update",
    bad: (stack) => poolIn(stack, { rollout: { instances: "replaced", minimumHealthy: 50 } }),
    good: (stack) => poolIn(stack, { rollout: { instances: "replaced" } }),
    path: "instancePool.rollout.minimumHealthy",
    text: "50 is not available: all instances are replaced together with their pool; instead: leave it out",
  },
  {
    says: "a pool has no rolling update with pauses",
    bad: (stack) => poolIn(stack, { rollout: { instances: "replaced", pause: 60 } }),
    good: (stack) => poolIn(stack, { rollout: { instances: "replaced" } }),
    path: "instancePool.rollout.pause",
    text: "60 is not available: all instances are replaced together with their pool; instead: leave it out",
  },
  {
    says: "a pool does not act on health",
    bad: (stack) => poolIn(stack, { replaceUnhealthy: true }),
    good: (stack) => poolIn(stack, { replaceUnhealthy: false }),
    path: "instancePool.replaceUnhealthy",
    text: "true is not available: a pool does not act on the health that its backend sets find; instead: leave it out",
  },
  {
    says: "a pool waits for no health",
    bad: (stack) => poolIn(stack, { gracePeriod: 60 }),
    good: (stack) => poolIn(stack),
    path: "instancePool.gracePeriod",
    text: "60 is not available: a pool does not act on the health that its backend sets find; instead: leave it out",
  },
  ...[
    { shape: "VM.Standard.A1.Flex" },
    { shape: "VM.Standard.A1.Flex", ocpus: 1 },
    { shape: "VM.Standard.A1.Flex", memoryInGbs: 6 },
  ].map(
    (shape): Case => ({
      says: "shapeConfig is required for flexible shapes",
      bad: () => cloudFor("oci", flexible(shape)),
      good: () => cloudFor("oci", flexible({ shape: "VM.Standard.A1.Flex", ocpus: 1, memoryInGbs: 6 })),
      path: "settings.machines.small",
      text: "the flexible shape VM.Standard.A1.Flex has no size of its own; instead: ocpus and memoryInGbs",
    }),
  ),
];

const assets = { verb: "read", resource: "object-storage" };

/** Dynamic groups and policies, and the alarms of pools. */
export const identity: readonly Case[] = [
  {
    says: "names of up to 100 characters",
    bad: (stack) => rightsIn(stack, { physicalName: padded(101) }),
    good: (stack) => rightsIn(stack, { physicalName: padded(100) }),
    path: "dynamicGroupPolicy.physicalName",
    text: "has 101 characters; 1..100 are allowed here",
  },
  {
    says: "names without blanks",
    bad: (stack) => rightsIn(stack, { physicalName: "web rights" }),
    good: (stack) => rightsIn(stack, { physicalName: "web.rights_1-a" }),
    path: "dynamicGroupPolicy.physicalName",
    text: '"web rights" must hold letters, digits, ., _ and - only',
  },
  ...[
    [{ tenancyId: undefined }, "tenancyId in the settings"],
    [{ homeRegion: undefined }, "homeRegion in the settings"],
    [{ tenancyId: undefined, homeRegion: undefined }, "tenancyId and homeRegion in the settings"],
  ].map(
    ([settings, instead]): Case => ({
      says: "writes go to the tenancy's home region",
      settings: settings as object,
      bad: (stack) => rightsIn(stack),
      good: () => rightsIn(new Stack(cloudFor("oci"))),
      path: "dynamicGroupPolicy",
      text: `is written in the tenancy, through its home region; instead: ${instead}`,
    }),
  ),
  {
    says: "a rule tells instances by a defined tag",
    bad: (stack) => rightsIn(stack, { members: "pool" }),
    good: (stack) => rightsIn(stack, { members: "compartment" }),
    path: "dynamicGroupPolicy.members",
    text: '"pool" is not available: a rule tells instances by a defined tag, and the settings name none; instead: "compartment", or rightsTag in the settings',
  },
  {
    says: "the value of a tag is quoted in a rule",
    settings: { rightsTag: "Operations.rights" },
    bad: (stack) => rightsIn(stack, {}, "shop's"),
    good: (stack) => rightsIn(stack, { physicalName: "shops" }, "shop's"),
    path: "dynamicGroupPolicy.physicalName",
    text: `"shop's" tells the pool's instances from others, as a tag of up to 256 characters without '; instead: a name of letters, digits, ., _ and -`,
  },
  {
    says: "what can be narrowed is narrowed",
    bad: (stack) => rightsIn(stack, { allow: [assets] }),
    good: (stack) => rightsIn(stack, { allow: [{ ...assets, on: ["assets"] }] }),
    path: "dynamicGroupPolicy.allow[0].on",
    text: 'is required: "object-storage" can be narrowed to a bucket; instead: names of scopes in the settings, each { bucket: "shop-assets" } or "compartment"',
  },
  {
    says: "scopes are in the settings",
    bad: (stack) => rightsIn(stack, { allow: [{ ...assets, on: ["other"] }] }),
    good: (stack) => rightsIn(stack, { allow: [{ ...assets, on: ["assets"] }] }),
    path: "dynamicGroupPolicy.allow[0].on[0]",
    text: '"other" is not among scopes in the settings; instead: "assets", "audit", "everything" or "password"',
  },
  {
    says: "a family is narrowed by its own variable",
    bad: (stack) => rightsIn(stack, { allow: [{ verb: "read", resource: "secrets", on: ["assets"] }] }),
    good: (stack) => rightsIn(stack, { allow: [{ ...assets, on: ["assets"] }] }),
    path: "dynamicGroupPolicy.allow[0].on[0]",
    text: 'is a bucket, and "secrets" is narrowed to a secret; instead: { secret: "ocid1.vaultsecret.…" }',
  },
  {
    says: "some families have no variable",
    bad: (stack) => rightsIn(stack, { allow: [{ verb: "read", resource: "metrics", on: ["assets"] }] }),
    good: (stack) => rightsIn(stack, { allow: [{ verb: "read", resource: "metrics" }] }),
    path: "dynamicGroupPolicy.allow[0].on[0]",
    text: 'is a bucket, and "metrics" cannot be narrowed; instead: leave it out, or a scope that is "compartment"',
  },
];
