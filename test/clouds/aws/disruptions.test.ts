import { expect, test } from "vitest";
import { disruptions } from "../../../src/clouds/aws/disruptions.js";
import { effectOfLine } from "../../judges/force-new/judge.js";

/** What the real engine and provider did of each change of a program, and what that was for whom the stack serves. */
const facts: Readonly<Record<string, string>> = {
  "replace autoscaling/group:Group [launchTemplate.id, launchTemplate.version, name]": "outage",
  "replace autoscaling/schedule:Schedule [autoscalingGroupName]": "in-place",
  "replace ec2/launchTemplate:LaunchTemplate [name]": "rolling",
  "replace ec2/securityGroup:SecurityGroup [name]": "connections-cut",
  "replace lb/targetGroup:TargetGroup [port]": "outage",
  "replace vpc/securityGroupEgressRule:SecurityGroupEgressRule [securityGroupId]": "connections-cut",
  "replace vpc/securityGroupIngressRule:SecurityGroupIngressRule [securityGroupId]": "connections-cut",
  "update autoscaling/group:Group [capacityReservationSpecification.capacityReservationPreference, defaultInstanceWarmup]":
    "in-place",
  "update autoscaling/group:Group [capacityReservationSpecification.capacityReservationPreference, instanceRefresh.preferences.checkpointPercentages, instanceRefresh.triggers, launchTemplate.version]":
    "rolling",
  "update autoscaling/group:Group [defaultInstanceWarmup]": "none",
  "update autoscaling/group:Group [desiredCapacity, maxSize, minSize]": "in-place",
  "update autoscaling/group:Group [enabledMetrics[0], enabledMetrics[1]]": "none",
  "update autoscaling/group:Group [healthCheckGracePeriod, instanceRefresh.preferences.instanceWarmup]": "in-place",
  "update autoscaling/group:Group [instanceRefresh.preferences.instanceWarmup, instanceRefresh.preferences.maxHealthyPercentage, instanceRefresh.preferences.minHealthyPercentage, launchTemplate.version]":
    "rolling",
  "update autoscaling/group:Group [launchTemplate.version, tags[1]]": "rolling",
  "update autoscaling/group:Group [tags[0].value]": "none",
  "update autoscaling/group:Group [targetGroupArns[0]]": "in-place",
  "update autoscaling/policy:Policy [estimatedInstanceWarmup, stepAdjustments[0].scalingAdjustment]": "in-place",
  "update autoscaling/policy:Policy [targetTrackingConfiguration.disableScaleIn]": "in-place",
  "update autoscaling/policy:Policy [targetTrackingConfiguration.predefinedMetricSpecification.resourceLabel]":
    "in-place",
  "update cloudwatch/metricAlarm:MetricAlarm [alarmActions[0], evaluationPeriods, threshold]": "in-place",
  "update ec2/defaultSecurityGroup:DefaultSecurityGroup [tags.team, tagsAll.team]": "none",
  "update ec2/launchTemplate:LaunchTemplate [defaultVersion, description, imageId, latestVersion]": "rolling",
  "update ec2/launchTemplate:LaunchTemplate [defaultVersion, latestVersion, networkInterfaces[0].securityGroups[0]]":
    "rolling",
  "update ec2/launchTemplate:LaunchTemplate [defaultVersion, latestVersion, tagSpecifications[0].tags.team]": "rolling",
  "update ec2/vpc:Vpc [tags.team, tagsAll.team]": "none",
  "update iam/rolePolicy:RolePolicy [policy]": "in-place",
  "update lb/listener:Listener [defaultActions[0].redirect.statusCode]": "in-place",
  "update lb/listener:Listener [defaultActions[0].targetGroupArn]": "in-place",
  "update lb/listener:Listener [port]": "connections-cut",
  "update lb/listener:Listener [sslPolicy]": "in-place",
  "update lb/targetGroup:TargetGroup [healthCheck.interval, healthCheck.matcher, healthCheck.path]": "in-place",
  "update lb/targetGroup:TargetGroup [loadBalancingAlgorithmType]": "in-place",
  "update lb/targetGroup:TargetGroup [stickiness.cookieName, stickiness.type]": "in-place",
  "update vpc/securityGroupEgressRule:SecurityGroupEgressRule [description]": "none",
  "update vpc/securityGroupEgressRule:SecurityGroupEgressRule [referencedSecurityGroupId]": "connections-cut",
  "update vpc/securityGroupIngressRule:SecurityGroupIngressRule [tags, tagsAll.team]": "none",
};

test("the table agrees with what real runs replaced and updated", () => {
  const told = Object.keys(facts).map((line) => [line, effectOfLine(disruptions, "aws", line)]);
  expect(Object.fromEntries(told)).toEqual(facts);
});

test("a balancer that is made anew has another name, and serves nobody meanwhile when the old one goes first", () => {
  const line = "replace lb/loadBalancer:LoadBalancer [internal]";
  expect([line, `${line}, first`].map((one) => effectOfLine(disruptions, "aws", one))).toEqual([
    "address-change",
    "outage",
  ]);
});
