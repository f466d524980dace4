// Sources: Amazon EC2 API reference (EbsBlockDevice: encryption; a device that is not the image's root adds a disk),
// Amazon EC2 Auto Scaling user guide (keys of KMS and the service-linked role); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { isPlain } from "../../core/declared.js";
import type { Issue } from "../../core/errors.js";
import { type Note, outputOf, type Ref, ref } from "../../core/planned.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";
import { regionRules } from "./region.js";
import { type AwsImage, settingsOf } from "./settings.js";

interface Image {
  readonly id: Input<string> | Ref;
  readonly rootDevice?: string | Ref;
}

/** A captured image tells its root device at deployment; one of the settings does when they name it. */
function imageOf(it: DeclaredInstanceTemplate): Image {
  const { image } = it.spec;
  if (image.kind === "captured") {
    return { id: outputOf(image.image, "imageId") as Ref, rootDevice: ref(image.image, "image.rootDeviceName") };
  }
  const found = meaning(settingsOf(it).images, image.name) ?? "";
  return isPlain(found) ? (found as unknown as AwsImage) : { id: found as Input<string> };
}

export function imageRules(it: DeclaredInstanceTemplate): Issue[] {
  const { image, bootDisk } = it.spec;
  const { images } = settingsOf(it);
  const unknown = image.kind === "named" ? unknownWord(images, "images", image.name, "instanceTemplate.image") : [];
  return [...unknown, ...(unknown.length === 0 ? deviceRules(it) : []), ...keyRules(it, bootDisk?.key)];
}

function keyRules(it: DeclaredInstanceTemplate, key: string | undefined): Issue[] {
  if (key === undefined) return [];
  const { diskKeys } = settingsOf(it);
  const path = "instanceTemplate.bootDisk.key";
  const { network } = it.spec.tier.spec;
  return [...unknownWord(diskKeys, "diskKeys", key, path), ...regionRules(meaning(diskKeys, key), network, path)];
}

function deviceRules(it: DeclaredInstanceTemplate): Issue[] {
  const { image, bootDisk } = it.spec;
  if (bootDisk === undefined || image.kind === "captured" || imageOf(it).rootDevice !== undefined) return [];
  return [
    {
      path: "instanceTemplate.bootDisk",
      message: `needs the root device of image "${image.name}": under another name it would be a second disk`,
      instead: `images: { ${image.name}: { id: "ami-…", rootDevice: "/dev/xvda" } } in the settings`,
    },
  ];
}

/** The image, and its disk where its device is known. */
export function imageAndDisk(it: DeclaredInstanceTemplate) {
  const { id, rootDevice } = imageOf(it);
  if (rootDevice === undefined) return { imageId: id };
  const { size, key } = it.spec.bootDisk ?? {};
  const disk = {
    volumeType: "gp3",
    encrypted: "true",
    deleteOnTermination: "true",
    ...(size === undefined ? {} : { volumeSize: size }),
    ...(key === undefined ? {} : { kmsKeyId: meaning(settingsOf(it).diskKeys, key) ?? "" }),
  };
  return { imageId: id, blockDeviceMappings: [{ deviceName: rootDevice, ebs: disk }] };
}

export function diskNotes(it: DeclaredInstanceTemplate): Note[] {
  const { bootDisk, image } = it.spec;
  const note = (path: string, message: string): Note => ({ id: `note:${path}`, fate: "note", path, message });
  const known = imageOf(it).rootDevice !== undefined;
  const name = image.kind === "named" ? image.name : image.image.name;
  const byAccount = `disks are encrypted where the account or the image does it: the settings name no rootDevice of "${name}"`;
  const grant = "its policy must let the service-linked role of Auto Scaling use it, or no instance starts";
  return [
    ...(known ? [] : [note("instanceTemplate.bootDisk", byAccount)]),
    ...(bootDisk?.key === undefined ? [] : [note("instanceTemplate.bootDisk.key", grant)]),
  ];
}
