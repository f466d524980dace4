import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

type Inputs = Readonly<Record<string, readonly string[]>>;

/** What each SDK has and the plugin of the lab does not: newer inputs, or names of what the provider only tells. */
const lacking: Readonly<Record<"aws" | "openstack", Inputs>> = {
  aws: {
    "aws:acm/certificate:Certificate": ["privateKeyWo", "privateKeyWoVersion"],
    "aws:autoscaling/group:Group": ["instanceLifecyclePolicy"],
    "aws:cloudwatch/metricAlarm:MetricAlarm": ["evaluationCriteria", "evaluationInterval", "warmUpConfiguration"],
    "aws:ec2/launchTemplate:LaunchTemplate": ["networkPerformanceOptions", "secondaryInterfaces"],
    "aws:ec2/natGateway:NatGateway": ["availabilityMode", "availabilityZoneAddresses", "vpcId"],
    "aws:ec2/route:Route": ["odbNetworkArn"],
    "aws:ec2/subnet:Subnet": ["ipv4IpamPoolId", "ipv4NetmaskLength", "ipv6IpamPoolId", "ipv6NetmaskLength"],
    "aws:lb/listenerRule:ListenerRule": ["transforms"],
    "aws:lb/loadBalancer:LoadBalancer": ["enablePrefixForIpv6SourceNat", "healthCheckLogs"],
    "aws:lb/targetGroup:TargetGroup": ["targetControlPort"],
    "aws:lb/targetGroupAttachment:TargetGroupAttachment": ["quicServerId"],
  },
  openstack: {
    "openstack:networking/subnet:Subnet": ["allocationPoolsCollection"],
    "openstack:orchestration/stackV1:StackV1": ["StackOutputs"],
  },
};

test.each(["aws", "openstack"] as const)("the plugin of %s serves every type that the adapter may emit", (cloud) => {
  const emitted = declared(cloud);
  const served = servedBy(cloud);
  const types = Object.keys(emitted).sort();
  expect(types.filter((type) => served[type] === undefined)).toEqual([]);
  const absent = types.flatMap((type) => {
    const missing = (emitted[type] ?? []).filter((input) => !served[type]?.includes(input)).sort();
    return missing.length === 0 ? [] : [[type, missing] as const];
  });
  expect(Object.fromEntries(absent)).toEqual(lacking[cloud]);
});

function servedBy(cloud: string): Inputs {
  return JSON.parse(execFileSync(`pulumi-resource-${cloud}`, ["types"], { encoding: "utf8" })) as Inputs;
}

/** The inputs of the SDK's own declarations. */
function declared(cloud: string): Inputs {
  const file = join(__dirname, `../declarations/${cloud}.json`);
  const { types } = JSON.parse(readFileSync(file, "utf8")) as { types: Record<string, { inputs: object }> };
  return Object.fromEntries(Object.entries(types).map(([type, { inputs }]) => [type, Object.keys(inputs)]));
}
