import { z } from "zod";
import type { Declared } from "../core/declared.js";
import type { Noun } from "../core/noun.js";
import { because } from "../core/parse.js";
import { type CloudChoice, physicalName, settingName, tags } from "./fields.js";

export interface ImageArgs extends CloudChoice {
  /**
   * Name of the running instance, among `instances` in the settings.
   *
   * - openstack: not available: the provider takes no image of a server
   * - cloudstack: emulated: a template of the root volume; the virtual machine is stopped meanwhile
   */
  instance: string;
  /**
   * Text that stands for the state of the instance's disk: a change takes a new image and then drops the old one.
   *
   * Letters, digits, `.`, `_` and `-`, 1..32. Default: the image is taken once.
   *
   * - openstack: not available: the provider takes no image of a server
   */
  revision?: string;
  /**
   * Whether the instance goes on running while its disk is read, at the risk of half-written files. Default false.
   *
   * - oci: not available: the instance is stopped while its disk is read
   * - openstack: not available: the provider takes no image of a server
   * - cloudstack: not available: a template is taken of a stopped virtual machine
   */
  whileRunning?: boolean;
  /**
   * Labels. Keys of 1..128 and values of up to 256 characters.
   *
   * - openstack: not available: the provider takes no image of a server
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud; the revision follows it. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: 3..128 characters: must be letters, digits, blanks and ()[]./-'@_
   * - openstack: not available: the provider takes no image of a server
   */
  physicalName?: string;
}

export type ImageSpec = Omit<ImageArgs, "cloud">;
export type DeclaredImage = Declared<ImageSpec>;

const revision = z
  .string()
  .max(32)
  .regex(/^[A-Za-z0-9._-]+$/, because("must be letters, digits, ., _ and -", 'a text such as "2026-11-21"'));

export const image: Noun<ImageSpec> = {
  name: "Image",
  fields: {
    instance: settingName,
    revision: revision.optional(),
    whileRunning: z.boolean().optional(),
    tags: tags.optional(),
    physicalName: physicalName.optional(),
  },
};
