// Sources: terraform-provider-aws 6.13.0 internal/service/ec2 (schema; which fields make a new version of a launch template), Amazon
// EC2 Auto Scaling user guide (instance refresh), Amazon EC2 user guide (creating an AMI reboots its instance); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const templates = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/ec2; Amazon EC2 Auto Scaling user guide: instance refresh, 2026-11",
);
const images = effectsFrom("terraform-provider-aws 6.13.0 internal/service/ec2; Amazon EC2 user guide: AMIs, 2026-11");

const refreshed = templates.rolling("a group with an instance refresh replaces its running instances in turn");
const captured = images.cut("the instance that it is taken of restarts");

export const computeDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": {
    deleted: templates.outage("no further instance can start from it"),
    replaced: refreshed,
    properties: {
      ...each("name namePrefix region", anew(refreshed)),
      ...each("tags tagsAll updateDefaultVersion defaultVersion latestVersion", templates.none),
      "*": refreshed,
    },
  },
  "aws:ec2/amiFromInstance:AmiFromInstance": {
    deleted: images.outage("no further instance can start from it"),
    replaced: captured,
    properties: {
      ...each("ephemeralBlockDevices name sourceInstanceId snapshotWithoutReboot region", anew(captured)),
      "*": images.none,
    },
  },
};
