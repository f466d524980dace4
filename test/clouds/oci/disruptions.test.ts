import { expect, test } from "vitest";
import { disruptions } from "../../../src/clouds/oci/disruptions.js";
import { effectOfLine } from "../../judges/force-new/judge.js";

/** What the real provider did against a stand-in of the service, and what that is for whom the stack serves. */
const facts: Readonly<Record<string, string>> = {
  "replace Autoscaling/autoScalingConfiguration:AutoScalingConfiguration [policies[0].rules[0].metric.threshold.value], first":
    "connections-cut",
  "replace Core/instanceConfiguration:InstanceConfiguration [instanceDetails.launchDetails.metadata.user_data]": "none",
  "replace LoadBalancer/backendSet:BackendSet [name]": "outage",
  "replace LoadBalancer/listener:Listener [loadBalancerId], first": "outage",
  "replace LoadBalancer/loadBalancer:LoadBalancer [isPrivate]": "address-change",
  "update Autoscaling/autoScalingConfiguration:AutoScalingConfiguration [coolDownInSeconds, displayName, isEnabled]":
    "in-place",
  "update Core/instancePool:InstancePool [instanceConfigurationId]": "none",
  "update Core/instancePool:InstancePool [loadBalancers[0].port]": "connections-cut",
  "update Core/instancePool:InstancePool [size]": "in-place",
  "update Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule [tcpOptions.destinationPortRange.max]":
    "connections-cut",
  "update LoadBalancer/backendSet:BackendSet [healthChecker.intervalMs]": "in-place",
  "update LoadBalancer/listener:Listener [defaultBackendSetName]": "in-place",
  "update LoadBalancer/listener:Listener [port]": "connections-cut",
  "update LoadBalancer/loadBalancer:LoadBalancer [shapeDetails.maximumBandwidthInMbps]": "connections-cut",
};

test("the table agrees with what the provider replaced and updated", () => {
  const told = Object.keys(facts).map((line) => [line, effectOfLine(disruptions, "oci", line)]);
  expect(Object.fromEntries(told)).toEqual(facts);
});
