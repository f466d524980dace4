// Sources: terraform-provider-aws 6.13.0 internal/service/autoscaling and cloudwatch (schema; a capacity wait of 0 waits for no
// instance), Amazon EC2 Auto Scaling user guide (instance refresh, rebalancing, attaching target groups); read 2026-11.
import { anew, each, effectsFrom } from "../../core/effects.js";
import type { TypeDisruptions } from "../../core/review.js";

const { none, inPlace, rolling, outage } = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/autoscaling; Amazon EC2 Auto Scaling user guide, 2026-11",
);
const watched = effectsFrom(
  "terraform-provider-aws 6.13.0 internal/service/cloudwatch; CloudWatch user guide, 2026-11",
);

const newGroup = outage("the old instances go before those of the new group are known to serve");
const refreshed = rolling("a group with an instance refresh replaces its running instances in turn");
const unmoved = { ...inPlace, says: "the size stays where it is" };
const untold = { ...watched.inPlace, says: "nothing acts on its metric any more" };

export const scalingDisruptions: Readonly<Record<string, TypeDisruptions>> = {
  "aws:autoscaling/group:Group": {
    deleted: outage("all its instances go"),
    replaced: newGroup,
    deletedFirst: outage("all its instances go before the new group stands"),
    properties: {
      ...each("name namePrefix initialLifecycleHooks region", anew(newGroup)),
      ...each("launchTemplate mixedInstancesPolicy launchConfiguration placementGroup", refreshed),
      ...each(
        "vpcZoneIdentifiers availabilityZones",
        rolling("instances in zones that it leaves are replaced in others"),
      ),
      ...each("minSize maxSize desiredCapacity", { ...inPlace, says: "instances start or go until the size fits" }),
      ...each("targetGroupArns loadBalancers trafficSources", {
        ...inPlace,
        says: "instances join what is named, and leave what is not, after their drain",
      }),
      ...each("healthCheckType healthCheckGracePeriod", {
        ...inPlace,
        says: "instances that it finds unhealthy are replaced",
      }),
      ...each("instanceRefresh defaultInstanceWarmup waitForCapacityTimeout enabledMetrics metricsGranularity", none),
      tags: { ...none, says: "counts for instances that start later" },
      "*": inPlace,
    },
  },
  "aws:autoscaling/policy:Policy": {
    deleted: unmoved,
    replaced: inPlace,
    properties: { ...each("name autoscalingGroupName region", anew(inPlace)), "*": inPlace },
  },
  "aws:autoscaling/schedule:Schedule": {
    deleted: unmoved,
    replaced: inPlace,
    properties: { ...each("scheduledActionName autoscalingGroupName region", anew(inPlace)), "*": inPlace },
  },
  "aws:cloudwatch/metricAlarm:MetricAlarm": {
    deleted: untold,
    replaced: watched.inPlace,
    properties: {
      ...each("name region", anew(watched.inPlace)),
      ...each("tags tagsAll", watched.none),
      "*": watched.inPlace,
    },
  },
  "aws:cloudwatch/dashboard:Dashboard": {
    deleted: watched.none,
    replaced: watched.none,
    properties: { ...each("dashboardName region", anew(watched.none)), "*": watched.none },
  },
};
