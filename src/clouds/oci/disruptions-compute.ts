// Sources: terraform-provider-oci 8.23.0 (schema of @pulumi/oci 4.20.0), Compute API reference (UpdateInstancePool: a new
// configuration counts for instances made later; attaching balancers; capturing an image stops its instance), Autoscaling API
// reference (a threshold policy begins at its initial size); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, rolling, cut, outage } = effectsFrom(
  "terraform-provider-oci 8.23.0 schema; OCI Compute documentation, 2026-11",
);
const scaling = effectsFrom("terraform-provider-oci 8.23.0 schema; OCI Autoscaling documentation, 2026-11");

const captured = cut("the instance that it is taken of is stopped meanwhile");
const later = { ...none, says: "running instances keep the configuration that they were made of" };
const newPool = rolling("a new pool joins the backend sets beside the old one, which then goes whole");
const resized = scaling.cut("the pool is set to its initial size: instances that are more than that go");
const labels = each("definedTags freeformTags displayName", none);

/** What the provider's schema lets change without another configuration. */
const unsent = [
  "instanceDetails.launchDetails.availabilityConfig.isLiveMigrationPreferred",
  "instanceDetails.launchDetails.shapeConfig.resourceManagement",
  "instanceDetails.launchDetails.sourceDetails.instanceSourceImageFilterDetails.compartmentId",
].join(" ");

export const computeDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "oci:Core/image:Image": {
    deleted: outage("no further instance can start from it"),
    replaced: captured,
    properties: { ...each("imageSourceDetails instanceId launchMode", anew(captured)), ...labels, "*": none },
  },
  "oci:Core/instanceConfiguration:InstanceConfiguration": {
    deleted: outage("no further instance can start from it"),
    replaced: later,
    properties: {
      ...each("instanceDetails instanceId source", anew(later)),
      ...each(unsent, none),
      ...labels,
      "*": none,
    },
  },
  "oci:Core/instancePool:InstancePool": {
    deleted: outage("all its instances go"),
    replaced: newPool,
    deletedFirst: outage("all its instances go before the new pool stands"),
    properties: {
      "placementConfigurations.computeClusterId": anew(newPool),
      placementConfigurations: { ...none, says: "counts for instances that start later" },
      instanceConfigurationId: later,
      loadBalancers: cut("members leave the backend set and join it again"),
      size: { ...inPlace, says: "instances start or go until the size fits" },
      state: outage("a stopped pool serves nothing"),
      ...each("instanceDisplayNameFormatter instanceHostnameFormatter lifecycleManagement", none),
      ...labels,
      "*": inPlace,
    },
  },
  "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration": {
    deleted: { ...scaling.inPlace, says: "the size stays where it is" },
    replaced: resized,
    properties: {
      ...each("policies autoScalingResources", anew(resized)),
      ...each("definedTags freeformTags displayName", scaling.none),
      "*": scaling.inPlace,
    },
  },
};
