// Sources: terraform-provider-openstack 1.54.1 (no resource takes an image of a server or of a volume); read 2026-11.
import { lacking } from "../../core/cloud.js";

export const image = lacking(
  "the provider takes no image of a server",
  "openstack server image create beforehand, and the image's id among images in the settings",
);
