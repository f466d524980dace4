import type { Adapter } from "../../../src/core/cloud.js";
import type { Issue } from "../../../src/core/errors.js";
import { derived, outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import { meaning, unknownWord } from "../../../src/core/vocabulary.js";
import type { DeclaredInstanceTemplate, InstanceTemplateSpec } from "../../../src/spec/instance-template.js";
import { labelled, resource } from "./resources.js";
import { settingsOf } from "./settings.js";

const none = unsupported("toys have no such thing", "leave it out");

const support = {
  image: { named: native(), captured: none },
  machine: native(),
  userData: native(),
  sshKey: none,
  bootDisk: { size: native(), key: none },
  monitoring: { basic: none, detailed: none },
  tags: none,
  physicalName: native(),
} as const satisfies SupportOf<InstanceTemplateSpec>;

export const instanceTemplate: Adapter<InstanceTemplateSpec> = { support, rules, plan };

function rules(it: DeclaredInstanceTemplate): Issue[] {
  const { image, machine, userData } = it.spec;
  const { images, machines } = settingsOf(it);
  return [
    ...(image.kind === "named" ? unknownWord(images, "images", image.name, "instanceTemplate.image") : []),
    ...unknownWord(machines, "machines", machine, "instanceTemplate.machine"),
    ...(typeof userData === "string" ? lengthRules(userData) : []),
  ];
}

function lengthRules(userData: string): Issue[] {
  if (userData.length <= 80) return [];
  const message = `has ${userData.length} letters; 80 are allowed here`;
  return [{ path: "instanceTemplate.userData", message, instead: "a shorter text" }];
}

function plan(it: DeclaredInstanceTemplate) {
  const { tier, image, machine, userData, bootDisk, physicalName } = it.spec;
  const { images, machines } = settingsOf(it);
  const args = {
    crew: outputOf(tier, "groupId") as Ref,
    kit: (image.kind === "named" ? meaning(images, image.name) : undefined) ?? "",
    size: meaning(machines, machine) ?? "",
    ...(userData === undefined ? {} : { says: derived(userData, (text) => text.trim(), lengthRules) }),
    ...(bootDisk?.size === undefined ? {} : { pockets: bootDisk.size }),
    ...labelled(physicalName),
  };
  return {
    resources: { pattern: resource("toy:index/pattern:Pattern", args) },
    outputs: { templateId: ref("pattern.id") },
  };
}
