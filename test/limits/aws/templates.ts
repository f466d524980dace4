import type { Stack } from "../../conformance/harness.js";
import { type Case, inSection } from "./cases.js";

type Loose = Record<string, unknown>;

const template = (says: string, key: string, text: string, bad: Loose, good: Loose, settings?: object): Case => ({
  says,
  bad: (stack) => stack.template(bad),
  good: (stack) => stack.template(good),
  path: `instanceTemplate.${key}`,
  text,
  ...(settings ? { settings } : {}),
});
const templateName = (says: string, bad: string, good: string, text: string): Case =>
  template(says, "physicalName", text, { physicalName: bad }, { physicalName: good });
const lengths = (length: number, from: number, to: number) =>
  `has ${length} characters; ${from}..${to} are allowed here`;
const odd = (name: string) => `"${name}" must be letters, digits and ().-/_`;

const image = (says: string, key: string, text: string, bad: Loose, good: Loose): Case => ({
  says,
  bad: (stack) => stack.image(bad),
  good: (stack) => stack.image(good),
  path: `image.${key}`,
  text,
});
const imageName = (says: string, bad: string, good: string, text: string): Case =>
  image(says, "physicalName", text, { physicalName: bad }, { physicalName: good });
const oddImage = (name: string) => `"${name}" must be letters, digits, blanks and ()[]./-'@_`;

const strangeKey = "arn:aws:kms:eu-west-1:123456789012:key/demo";

const diskless = (says: string, bootDisk: Loose): Case => ({
  says,
  bad: (stack) => stack.template({ image: "plain", bootDisk }),
  good: (stack) => stack.template({ image: "web", bootDisk }),
  path: "instanceTemplate.bootDisk",
  text: 'needs the root device of image "plain": under another name it would be a second disk; instead: images: { plain: { id: "ami-…", rootDevice: "/dev/xvda" } } in the settings',
});

const manyTags = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));
const tooMany = "makes 51 tags with Name; 50 are allowed here; instead: fewer tags";
const kept = "begins with aws:, which AWS keeps for itself; instead: another key";

/** One row for the count of tags and one for their keys, of everything that has tags. */
const tagged = (noun: string, make: (stack: Stack, tags: Record<string, string>) => unknown): Case[] => [
  {
    says: `50 tags for each resource (${noun})`,
    bad: (stack) => make(stack, manyTags(50)),
    good: (stack) => make(stack, manyTags(49)),
    path: `${noun}.tags`,
    text: tooMany,
  },
  {
    says: `no tag key begins with aws: (${noun})`,
    bad: (stack) => make(stack, { "aws:team": "web" }),
    good: (stack) => make(stack, { "team:aws": "web" }),
    path: `${noun}.tags.aws:team`,
    text: kept,
  },
];

export const templates = [
  ...inSection("aws 1.2", [
    templateName("launch template name from 3 characters", "ab", "abc", lengths(2, 3, 128)),
    templateName("launch template name up to 128 characters", "a".repeat(129), "a".repeat(128), lengths(129, 3, 128)),
    templateName("launch template name: no blanks", "web one", "web(1)./-_", odd("web one")),
    templateName("launch template name: no Korean", "웹서버", "web", odd("웹서버")),
    imageName("AMI name from 3 characters", "ab", "abc", lengths(2, 3, 128)),
    imageName("AMI name up to 128 characters", "a".repeat(129), "a".repeat(128), lengths(129, 3, 128)),
    imageName("AMI name: no +", "web+1", "Web Server (v1) [a]./-'@_", oddImage("web+1")),
    imageName("AMI name: no Korean", "웹서버", "web", oddImage("웹서버")),
    image(
      "AMI name up to 128 characters, its revision among them",
      "physicalName",
      "has 129 characters with its revision; 128 are allowed here; instead: a shorter name",
      { physicalName: "a".repeat(126), revision: "v1" },
      { physicalName: "a".repeat(125), revision: "v1" },
    ),
    ...tagged("instanceTemplate", (stack, tags) => stack.template({ tags })),
    ...tagged("image", (stack, tags) => stack.image({ tags })),
    ...tagged("instancePool", (stack, tags) => stack.pool({ tags })),
    ...tagged("dynamicGroupPolicy", (stack, tags) => stack.rights({ tags })),
  ]),
  ...inSection("aws 1.8", [
    template(
      "imageId must be known",
      "image",
      '"other" is not among images in the settings; instead: "plain" or "web"',
      { image: "other" },
      { image: "web" },
    ),
    template(
      "instanceType must be known",
      "machine",
      '"large" is not among machines in the settings; instead: "small"',
      { machine: "large" },
      { machine: "small" },
    ),
    template(
      "keyName must be known",
      "sshKey",
      '"dev" is not among keys in the settings; instead: "made" or "ops"',
      { sshKey: "dev" },
      { sshKey: "ops" },
    ),
    template(
      "kmsKeyId must be known",
      "bootDisk.key",
      '"shop" is not among diskKeys in the settings; instead: "disks"',
      { bootDisk: { key: "shop" } },
      { bootDisk: { key: "disks" } },
    ),
    template(
      "a KMS key is used in its own region",
      "bootDisk.key",
      `"${strangeKey}" is in eu-west-1, the network in ap-northeast-2; instead: one of ap-northeast-2`,
      { bootDisk: { key: "far" } },
      { bootDisk: { key: "near" } },
      { diskKeys: { far: strangeKey, near: "arn:aws:kms:ap-northeast-2:123456789012:alias/disks" } },
    ),
    diskless("deviceName must equal the AMI's root device (size)", { size: 20 }),
    diskless("deviceName must equal the AMI's root device (key)", { key: "disks" }),
    image(
      "sourceInstanceId must be known",
      "instance",
      '"other" is not among instances in the settings; instead: "source"',
      { instance: "other" },
      { instance: "source" },
    ),
  ]),
  ...inSection("aws 6.3", [
    template(
      "user data up to 16 KiB",
      "userData",
      "has 16385 bytes; 16384 are allowed here; instead: a script that fetches the rest, or an image that holds it",
      { userData: "a".repeat(16385) },
      { userData: "a".repeat(16384) },
    ),
    template(
      "user data up to 16 KiB, in bytes",
      "userData",
      "has 16386 bytes; 16384 are allowed here; instead: a script that fetches the rest, or an image that holds it",
      { userData: "가".repeat(5462) },
      { userData: "가".repeat(5461) },
    ),
  ]),
];
