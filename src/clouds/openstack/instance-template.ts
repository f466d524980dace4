// Sources: Compute API v2 reference (key pairs, block devices), Ceilometer documentation (polling is the operator's), Block
// Storage API v3 reference (types of volumes bear the encryption), @pulumi/openstack 3.15.2 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Plan, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstanceTemplate, InstanceTemplateSpec } from "../../spec/instance-template.js";
import { labelRules } from "./launch.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { userDataRules } from "./user-data.js";

const polling = near(
  "how often metrics are taken is the operator's choice; policies read one value for each granularity of the settings",
);

const support = {
  image: {
    named: native(),
    captured: unsupported("the provider takes no image of a server", "the name of an image in the settings"),
  },
  machine: native(),
  userData: native(),
  sshKey: native(),
  bootDisk: {
    size: native(),
    key: near("it names a type of volumes, whose keys are the operator's"),
  },
  monitoring: { basic: polling, detailed: polling },
  tags: near("labels become metadata of the servers; their disks bear none"),
  physicalName: unsupported("a template is part of the pools that use it and no object of its own", "leave it out"),
} as const satisfies SupportOf<InstanceTemplateSpec>;

export const instanceTemplate: Adapter<InstanceTemplateSpec> = { support, rules, plan };

function rules(it: DeclaredInstanceTemplate): Issue[] {
  const { image, machine, sshKey, bootDisk, tags } = it.spec;
  const { images, machines, keys, diskKeys } = settingsOf(it);
  const word = <T>(
    words: Readonly<Record<string, T>> | undefined,
    section: string,
    name: string | undefined,
    at: string,
  ) => (name === undefined ? [] : unknownWord(words, section, name, `instanceTemplate.${at}`));
  return [
    ...(image.kind === "named" ? word(images, "images", image.name, "image") : []),
    ...word(machines, "machines", machine, "machine"),
    ...word(keys, "keys", sshKey, "sshKey"),
    ...word(diskKeys, "diskKeys", bootDisk?.key, "bootDisk.key"),
    ...(bootDisk?.key !== undefined && bootDisk.size === undefined ? [sizeless] : []),
    ...userDataRules(it),
    ...labelRules(tags, "instanceTemplate.tags"),
  ];
}

const sizeless: Issue = {
  path: "instanceTemplate.bootDisk.key",
  message: "is for a volume, which needs a size",
  instead: "size too",
};

function plan(it: DeclaredInstanceTemplate): Plan {
  const { sshKey } = it.spec;
  const key = sshKey === undefined ? undefined : meaning(settingsOf(it).keys, sshKey);
  if (key === undefined) return { resources: {}, outputs: {} };
  if (typeof key === "string") return { resources: {}, outputs: { keyPair: key } };
  return {
    resources: { keyPair: resource("openstack:compute/keypair:Keypair", { publicKey: key.publicKey }) },
    outputs: { keyPair: ref("keyPair.name") },
  };
}
