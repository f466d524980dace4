import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { DynamicGroupPolicy } from "../components/dynamic-group-policy.js";
import type { Image } from "../components/image.js";
import type { Tier } from "../components/tier.js";
import { type Declared, declaredOf } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun, Remark } from "../core/noun.js";
import { because } from "../core/parse.js";
import type { DeclaredDynamicGroupPolicy } from "./dynamic-group-policy.js";
import { type CloudChoice, physicalName, reference, settingName, tags } from "./fields.js";
import type { DeclaredImage } from "./image.js";
import type { DeclaredTier } from "./tier.js";
import { userData } from "./user-data.js";

export interface InstanceTemplateArgs extends CloudChoice {
  /** The tier that its instances belong to: their subnets, their security group and the rules of both. */
  tier: Tier;
  /**
   * What the boot disk is made of: a name among `images` in the settings, or an `Image`.
   *
   * - openstack: "captured" not available: the provider takes no image of a server
   */
  image: string | Image;
  /** Name of the size, among `machines` in the settings. */
  machine: string;
  /**
   * What the instance runs at its first start: plain text, which each cloud's own encoding is made of, or a file.
   *
   * A file is read from where the program runs.
   */
  userData?: Input<string> | UserDataFile;
  /** Name of the key that administrators come in with, among `keys` in the settings. Default: none. */
  sshKey?: string;
  /** The disk that the instance starts from; always encrypted where the cloud lets the program say so. */
  bootDisk?: BootDisk;
  /**
   * How often its metrics are taken: `detailed` is each minute. Default: detailed where the cloud has it.
   *
   * - oci: "basic" near: metrics are taken each minute all the same
   * - openstack: "basic" and "detailed" near: how often metrics are taken is the operator's choice; policies read one
   *   value for each granularity of the settings
   * - cloudstack: "basic" and "detailed" not available: the virtual router samples at the interval of the group
   */
  monitoring?: "basic" | "detailed";
  /** What its instances may do on the cloud. Default: nothing. */
  rights?: DynamicGroupPolicy;
  /**
   * Labels of its instances and their disks. Keys of 1..128 and values of up to 256 characters.
   *
   * - oci: near: the instances alone: their boot disks take no labels
   * - openstack: near: labels become metadata of the servers; their disks bear none
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: 3..128 characters: must be letters, digits and ().-/_
   * - openstack: not available: a template is part of the pools that use it and no object of its own
   * - cloudstack: not available: a profile of an autoscale group has no name
   */
  physicalName?: string;
}

export interface UserDataFile {
  /** Path from where the program runs. Text in UTF-8, up to 1 MiB. */
  file: string;
}

export interface BootDisk {
  /**
   * Size. GiB, whole, 1..32768. Default: the image's.
   *
   * - oci: 50..32768
   */
  size?: number;
  /**
   * Name of the key that encrypts it, among `diskKeys` in the settings. Default: the cloud's own key.
   *
   * - openstack: near: it names a type of volumes, whose keys are the operator's
   * - cloudstack: not available: disks are encrypted by their offering, with keys of the operator
   */
  key?: string;
}

type ImageChoice =
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "captured"; readonly image: DeclaredImage };

export type InstanceTemplateSpec = Omit<InstanceTemplateArgs, "cloud" | "tier" | "image" | "userData" | "rights"> & {
  tier: DeclaredTier;
  image: ImageChoice;
  userData?: Input<string>;
  rights?: DeclaredDynamicGroupPolicy;
};
export type DeclaredInstanceTemplate = Declared<InstanceTemplateSpec>;

const image = z
  .custom<object | string>(
    (value) => (typeof value === "string" && value !== "") || declaredOf(value)?.noun === "Image",
    because("is no image", 'a name among images in the settings, such as "web", or an Image'),
  )
  .transform(
    (value): ImageChoice =>
      typeof value === "string"
        ? { kind: "named", name: value }
        : { kind: "captured", image: declaredOf(value) as DeclaredImage },
  );

export const instanceTemplate: Noun<InstanceTemplateSpec> = {
  name: "InstanceTemplate",
  fields: {
    tier: reference<DeclaredTier>("Tier"),
    image,
    machine: settingName,
    userData: userData.optional(),
    sshKey: settingName.optional(),
    bootDisk: z.strictObject({ size: z.int().min(1).max(32768).optional(), key: settingName.optional() }).optional(),
    monitoring: z.enum(["basic", "detailed"]).optional(),
    rights: reference<DeclaredDynamicGroupPolicy>("DynamicGroupPolicy").optional(),
    tags: tags.optional(),
    physicalName: physicalName.optional(),
  },
  rules: ({ spec }) => rightsRules(spec),
  remarks: ({ spec }) => [...keyRemarks(spec), ...secretRemarks(spec)],
};

function rightsRules({ tier, rights }: InstanceTemplateSpec): Issue[] {
  if (!rights || rights.spec.network === tier.spec.network) return [];
  return [
    {
      path: "instanceTemplate.rights",
      message: `"${rights.name}" is for network "${rights.spec.network.name}", the tier stands in "${tier.spec.network.name}"`,
      instead: "rights for instances of the same network",
    },
  ];
}

function keyRemarks({ sshKey, tier }: InstanceTemplateSpec): Remark[] {
  if (sshKey === undefined || tier.spec.access !== undefined) return [];
  const message = `nobody can use the key: tier "${tier.name}" has no access`;
  return [{ id: "instanceTemplate.sshKey.access", path: "instanceTemplate.sshKey", message, fate: "note" }];
}

/** Marks of private keys and of keys of cloud accounts. */
const secrets = /-----BEGIN [A-Z ]*PRIVATE KEY-----|\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/;

function secretRemarks({ userData: given }: InstanceTemplateSpec): Remark[] {
  if (typeof given !== "string" || !secrets.test(given)) return [];
  const message = "seems to hold a key, which everybody who may look at an instance can read; rights do without one";
  return [{ id: "instanceTemplate.userData.secret", path: "instanceTemplate.userData", message }];
}
