// Sources: CloudStack API reference (createTemplate from a volume: its virtual machine must be stopped; createTags); read 2026-08.
import { emulated, native, type SupportOf, unsupported } from "../../core/support.js";
import type { ImageSpec } from "../../spec/image.js";

export const image = {
  support: {
    instance: emulated("a template of the root volume; the virtual machine is stopped meanwhile"),
    revision: native(),
    whileRunning: unsupported("a template is taken of a stopped virtual machine", "leave it out"),
    tags: native(),
    physicalName: native(),
  } as const satisfies SupportOf<ImageSpec>,
};
