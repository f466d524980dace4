// Sources: CloudStack API reference (createAutoScaleVmProfile: otherdeployparams, userdata of 4 KB by GET and 1 MB by POST); read 2026-08.
import { native, type SupportOf, unsupported } from "../../core/support.js";
import type { InstanceTemplateSpec } from "../../spec/instance-template.js";

const hostMetrics = unsupported("the virtual router samples at the interval of the group", "leave it out");

export const instanceTemplate = {
  support: {
    image: { named: native("templateid"), captured: native("templateid") },
    machine: native("serviceofferingid"),
    userData: native(),
    sshKey: native("keypairs"),
    bootDisk: {
      size: native("rootdisksize"),
      key: unsupported("disks are encrypted by their offering, with keys of the operator", "leave it out"),
    },
    monitoring: { basic: hostMetrics, detailed: hostMetrics },
    tags: native(),
    physicalName: unsupported("a profile of an autoscale group has no name", "leave it out"),
  } as const satisfies SupportOf<InstanceTemplateSpec>,
};
