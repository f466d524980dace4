// Sources: Compute API reference (CreateImageDetails), Compute documentation (custom images: the instance is stopped meanwhile,
// block volumes are left out), terraform-provider-oci 8.23.0 (no input changes when the disk does); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { ref } from "../../core/planned.js";
import { native, type SupportOf, unsupported } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredImage, ImageSpec } from "../../spec/image.js";
import { displayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { placeOf, settingsOf } from "./settings.js";
import { tagRules } from "./tags.js";

const support = {
  instance: native(),
  revision: native(),
  whileRunning: unsupported("the instance is stopped while its disk is read", "leave it out"),
  tags: native(),
  physicalName: native(),
} as const satisfies SupportOf<ImageSpec>;

const longestName = 255;
const capture = "120m";

export const image: Adapter<ImageSpec> = {
  support,
  rules: (it) => [
    ...unknownWord(settingsOf(it).instances, "instances", it.spec.instance, "image.instance"),
    ...nameRules(it),
    ...tagRules(it, "image.tags"),
  ],
  plan: (it) => ({
    resources: {
      image: resource(
        "oci:Core/image:Image",
        {
          ...placeOf(it, it.spec.tags),
          instanceId: meaning(settingsOf(it).instances, it.spec.instance) as string,
          displayName: nameOf(it),
        },
        {
          options: {
            ...(it.spec.revision === undefined ? {} : { replaceOnChanges: ["displayName"] }),
            customTimeouts: { create: capture, update: capture, delete: capture },
          },
        },
      ),
    },
    outputs: { imageId: ref("image.id") },
    notes: [
      {
        id: "warning:image.instance",
        fate: "warning",
        path: "image.instance",
        message: `"${it.spec.instance}" is stopped each time that the image is taken, and started again; its block volumes are left out`,
      },
    ],
  }),
};

/** The revision stands in the name: the only input that another state of the disk can change. */
function nameOf(it: DeclaredImage): string {
  const { revision } = it.spec;
  return revision === undefined ? displayName(it) : `${displayName(it)}-${revision}`;
}

function nameRules(it: DeclaredImage): Issue[] {
  const { length } = nameOf(it);
  if (length <= longestName) return [];
  return [
    {
      path: "image.physicalName",
      message: `has ${length} characters with its revision; ${longestName} are allowed here`,
      instead: "a shorter name",
    },
  ];
}
