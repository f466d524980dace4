// Sources: Amazon EC2 API reference (CreateImage: names, restart of the instance), @pulumi/aws 7.48.0 (an image that is replaced or
// deleted is deregistered with its snapshots); read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Note, type Plan, ref } from "../../core/planned.js";
import { native, type SupportOf } from "../../core/support.js";
import { meaning, unknownWord } from "../../core/vocabulary.js";
import type { DeclaredImage, ImageSpec } from "../../spec/image.js";
import { resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { named, tagRules } from "./tags.js";

const longest = 128;

const support = {
  instance: native(),
  revision: native(),
  whileRunning: native(),
  tags: native(),
  physicalName: native(undefined, {
    length: [3, longest],
    pattern: { matches: /^[A-Za-z0-9 ()[\]./\-'@_]+$/, says: "be letters, digits, blanks and ()[]./-'@_" },
  }),
} as const satisfies SupportOf<ImageSpec>;

export const image: Adapter<ImageSpec> = { support, rules, plan };

function rules(it: DeclaredImage): Issue[] {
  const { instance, tags } = it.spec;
  return [
    ...unknownWord(settingsOf(it).instances, "instances", instance, "image.instance"),
    ...nameRules(it.spec),
    ...tagRules(tags, "image.tags"),
  ];
}

function nameRules(spec: ImageSpec): Issue[] {
  const { length } = fixedName(spec).name ?? "";
  if (spec.revision === undefined || length <= longest) return [];
  const message = `has ${length} characters with its revision; ${longest} are allowed here`;
  return [{ path: "image.physicalName", message, instead: "a shorter name" }];
}

function plan(it: DeclaredImage): Plan {
  const { spec } = it;
  return {
    resources: {
      image: resource(
        "aws:ec2/amiFromInstance:AmiFromInstance",
        {
          ...fixedName(spec),
          ...(spec.revision === undefined ? {} : { description: `revision ${spec.revision}` }),
          sourceInstanceId: meaning(settingsOf(it).instances, spec.instance) ?? "",
          snapshotWithoutReboot: spec.whileRunning ?? false,
          ...named(spec.tags, it.name),
        },
        { options: { replaceOnChanges: ["description"], customTimeouts: { create: "90m" } } },
      ),
    },
    outputs: { imageId: ref("image.id") },
    notes: restart(spec),
  };
}

/** Two images never have one name, so a new revision can be there before the old one goes. */
function fixedName({ physicalName, revision }: ImageSpec): { name?: string } {
  if (physicalName === undefined) return {};
  return { name: revision === undefined ? physicalName : `${physicalName}-${revision}` };
}

function restart({ instance, whileRunning }: ImageSpec): Note[] {
  if (whileRunning === true) return [];
  const message = `instance "${instance}" restarts when the image is taken`;
  return [{ id: "note:image.restart", fate: "note", path: "image.whileRunning", message }];
}
