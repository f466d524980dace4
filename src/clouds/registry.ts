import type { Registry } from "../core/choose.js";
import type { CloudModule, PlannedCloud } from "../core/cloud.js";

/** One line for each cloud; its folder is loaded when it is chosen, its SDK when it makes its first resource. */
export const clouds: Registry = {
  aws: () => (require("./aws/index.js") as Folder).module,
  oci: () => (require("./oci/index.js") as Folder).module,
  openstack: () => (require("./openstack/index.js") as Folder).module,
};

/** Clouds that have their tables but cannot be chosen yet. */
export const planned: Readonly<Record<string, () => PlannedCloud>> = {
  cloudstack: () => (require("./cloudstack/index.js") as typeof import("./cloudstack/index.js")).cloudstack,
};

interface Folder {
  readonly module: CloudModule;
}
