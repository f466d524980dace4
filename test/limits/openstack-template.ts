import { rightsIn, templateIn } from "../clouds/openstack/pools.js";
import type { Stack } from "../conformance/harness.js";
import { cloudOf, type OpenStackLimit } from "./openstack-cases.js";

const machine = (given: object) => ({ machines: { small: { flavorId: "m1.small", vcpus: 1, ...given } } });

/** A template with rights, and user data of so many bytes beside the 847 of the credential and the headers. */
function withRights(stack: Stack, bytes: number) {
  const network = stack.network();
  const rights = rightsIn(stack, { network });
  return templateIn(stack, { tier: stack.tier({ network }), rights, userData: "x".repeat(bytes) });
}

export const templates: readonly OpenStackLimit[] = [
  {
    section: "openstack 1.4",
    says: "user data: 65535 characters of base64, which are 49149 bytes",
    bad: (stack) => templateIn(stack, { userData: "x".repeat(49_150) }),
    good: (stack) => templateIn(stack, { userData: "x".repeat(49_149) }),
    path: "instanceTemplate.userData",
    text: "has 49150 bytes; 49149 are allowed here; instead: a short script that fetches the rest",
  },
  {
    section: "openstack 1.4",
    says: "user data is bytes, not characters",
    bad: (stack) => templateIn(stack, { userData: "가".repeat(16_384) }),
    good: (stack) => templateIn(stack, { userData: "가".repeat(16_383) }),
    path: "instanceTemplate.userData",
    text: "has 49152 bytes; 49149 are allowed here; instead: a short script that fetches the rest",
  },
  {
    section: "openstack 4",
    says: "the credential of rights is a part of the user data",
    bad: (stack) => withRights(stack, 48_303),
    good: (stack) => withRights(stack, 48_302),
    path: "instanceTemplate.userData",
    text: "has 49150 bytes with the credential of its rights; 49149 are allowed here; instead: a short script that fetches the rest",
  },
  {
    section: "openstack 1.4",
    says: "no image from a server",
    settings: { images: undefined },
    bad: (stack) => templateIn(stack, { image: "web" }),
    good: () => cloudOf({ images: { web: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21" } }),
    path: "instanceTemplate.image",
    text: '"web" is not among images in the settings; instead: images: { web: … } in the settings',
  },
  {
    section: "openstack 1.4",
    says: "flavors by the name in the settings",
    bad: (stack) => templateIn(stack, { machine: "large" }),
    good: (stack) => templateIn(stack, { machine: "small" }),
    path: "instanceTemplate.machine",
    text: '"large" is not among machines in the settings; instead: "small"',
  },
  {
    section: "openstack 1.4",
    says: "key pairs by the name in the settings",
    bad: (stack) => templateIn(stack, { sshKey: "dev" }),
    good: (stack) => templateIn(stack, { sshKey: "ops" }),
    path: "instanceTemplate.sshKey",
    text: '"dev" is not among keys in the settings; instead: "ops"',
  },
  {
    section: "openstack 1.4",
    says: "a key pair has a public key",
    bad: () => cloudOf({ keys: { ops: { publicKey: "-----BEGIN" } } }),
    good: () => cloudOf({ keys: { ops: { publicKey: "ssh-ed25519 AAAA ops" } } }),
    path: "settings.keys.ops.publicKey",
    text: 'must be a public key; instead: text that begins with "ssh-ed25519 "',
  },
  {
    section: "openstack 1.4",
    says: "types of volumes by the name in the settings",
    bad: (stack) => templateIn(stack, { bootDisk: { size: 20, key: "other" } }),
    good: (stack) => templateIn(stack, { bootDisk: { size: 20, key: "disks" } }),
    path: "instanceTemplate.bootDisk.key",
    text: '"other" is not among diskKeys in the settings; instead: "disks"',
  },
  {
    section: "openstack 1.4",
    says: "a volume made of an image needs a size",
    bad: (stack) => templateIn(stack, { bootDisk: { key: "disks" } }),
    good: (stack) => templateIn(stack, { bootDisk: { size: 1, key: "disks" } }),
    path: "instanceTemplate.bootDisk.key",
    text: "is for a volume, which needs a size; instead: size too",
  },
  {
    section: "openstack 1.4",
    says: "metadata keys: letters, digits, blanks and -_:.",
    bad: (stack) => templateIn(stack, { tags: { "team/shop": "a" } }),
    good: (stack) => templateIn(stack, { tags: { "team shop:a.b-c_1": "a" } }),
    path: "instanceTemplate.tags.team/shop",
    text: "cannot be a key of a server's metadata; instead: letters, digits, blanks and -_:.",
  },
  {
    section: "openstack 1.4",
    says: "metadata values: 255 characters",
    bad: (stack) => templateIn(stack, { tags: { team: "a".repeat(256) } }),
    good: (stack) => templateIn(stack, { tags: { team: "a".repeat(255) } }),
    path: "instanceTemplate.tags.team",
    text: "has 256 characters; 255 are allowed here; instead: a shorter value",
  },
  {
    section: "openstack 3.1",
    says: "a template is no object of its own",
    bad: (stack) => templateIn(stack, { physicalName: "web" }),
    good: (stack) => templateIn(stack),
    path: "instanceTemplate.physicalName",
    text: "is not available: a template is part of the pools that use it and no object of its own; instead: leave it out",
  },
  {
    section: "openstack 3.1",
    says: "thresholds need the processors",
    bad: () => cloudOf(machine({ vcpus: 0 })),
    good: () => cloudOf(machine({ vcpus: 1 })),
    path: "settings.machines.small.vcpus",
    text: "0 is below 1; instead: a number from 1",
  },
];
