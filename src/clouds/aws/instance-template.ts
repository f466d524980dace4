// Sources: Amazon EC2 API reference (CreateLaunchTemplate: names, metadata options, network interfaces, tag specifications;
// botocore 1.43.11 service model), FSBP and checkov rules on IMDSv2 and public addresses, @pulumi/aws 7.48.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { isPlain } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { type Note, outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstanceTemplate, InstanceTemplateSpec } from "../../spec/instance-template.js";
import { resource } from "./resources.js";
import { type AwsPublicKey, settingsOf } from "./settings.js";
import { named, tagRules } from "./tags.js";
import { diskNotes, imageAndDisk, imageRules } from "./template-disk.js";
import { encodedUserData, userDataRules } from "./template-user-data.js";

const support = {
  image: { named: native(), captured: native() },
  machine: native(),
  userData: native(),
  sshKey: native(),
  bootDisk: { size: native(), key: native() },
  monitoring: { basic: native(false), detailed: native(true) },
  tags: native(),
  physicalName: native(undefined, {
    length: [3, 128],
    pattern: { matches: /^[A-Za-z0-9().\-/_]+$/, says: "be letters, digits and ().-/_" },
  }),
} as const satisfies SupportOf<InstanceTemplateSpec>;

export const instanceTemplate: Adapter<InstanceTemplateSpec> = { support, rules, plan };

function rules(it: DeclaredInstanceTemplate): Issue[] {
  const { machine, sshKey, tags } = it.spec;
  const { machines, keys } = settingsOf(it);
  return [
    ...imageRules(it),
    ...unknownWord(machines, "machines", machine, "instanceTemplate.machine"),
    ...(sshKey === undefined ? [] : unknownWord(keys, "keys", sshKey, "instanceTemplate.sshKey")),
    ...userDataRules(it),
    ...tagRules(tags, "instanceTemplate.tags"),
  ];
}

/** What instances bring along has tags of its own. */
const tagged = ["instance", "volume", "network-interface"];

function plan(it: DeclaredInstanceTemplate): Plan {
  const { machine, monitoring = "detailed", rights, tags, physicalName } = it.spec;
  const { key, keyName } = administratorsKey(it);
  return {
    resources: {
      ...key,
      template: resource("aws:ec2/launchTemplate:LaunchTemplate", {
        ...(physicalName === undefined ? {} : { name: physicalName }),
        ...imageAndDisk(it),
        instanceType: meaning(settingsOf(it).machines, machine) ?? "",
        ...encodedUserData(it),
        ...keyName,
        networkInterfaces: [networkInterface(it.spec)],
        metadataOptions: {
          httpEndpoint: "enabled",
          httpTokens: "required",
          httpPutResponseHopLimit: meaning(settingsOf(it).templates, it.name)?.metadataHops ?? 1,
        },
        monitoring: { enabled: support.monitoring[monitoring].as },
        ...(rights ? { iamInstanceProfile: { arn: ref(rights, "profile.arn") } } : {}),
        tagSpecifications: tagged.map((resourceType) => ({ resourceType, ...named(tags, it.name) })),
        updateDefaultVersion: true,
      }),
    },
    outputs: { templateId: ref("template.id") },
    notes: [...diskNotes(it), ...addressNotes(it.spec)],
  };
}

/** In a public subnet, an instance without a public address has no way out. */
function networkInterface({ tier }: InstanceTemplateSpec) {
  return {
    deviceIndex: 0,
    associatePublicIpAddress: String(tier.spec.placement === "public"),
    deleteOnTermination: "true",
    securityGroups: [outputOf(tier, "groupId") as Ref],
  };
}

/** A key pair that is there, or one that is made of a public key. */
function administratorsKey(it: DeclaredInstanceTemplate): { key: Record<string, Planned>; keyName: object } {
  const { sshKey, tags } = it.spec;
  if (sshKey === undefined) return { key: {}, keyName: {} };
  const found = meaning(settingsOf(it).keys, sshKey) ?? "";
  if (!isPlain(found)) return { key: {}, keyName: { keyName: found } };
  const { publicKey } = found as unknown as AwsPublicKey;
  const made = resource("aws:ec2/keyPair:KeyPair", { publicKey, ...named(tags, it.name) });
  return { key: { key: made }, keyName: { keyName: ref("key.keyName") } };
}

function addressNotes({ tier }: InstanceTemplateSpec): Note[] {
  if (tier.spec.placement !== "public") return [];
  const message = "each instance has a public address: what its tier admits from everywhere is open to the internet";
  return [{ id: "note:instanceTemplate.tier", fate: "note", path: "instanceTemplate.tier", message }];
}
