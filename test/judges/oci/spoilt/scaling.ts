import { from, long, many } from "./inputs.js";
import type { Spoil } from "./spoil.js";

const launch = "instanceDetails.launchDetails";
const atLaunch = (bad: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(bad).map(([path, values]) => [`${launch}.${path}`, values]));
const rule = (value: number, metric: object) => ({
  displayName: `by ${value}`,
  action: { type: "CHANGE_COUNT_BY", value },
  metric,
});
const cpu = {
  metricSource: "COMPUTE_AGENT",
  metricType: "CPU_UTILIZATION",
  pendingDuration: "PT3M",
  threshold: { operator: "GT", value: 60 },
};
const scheduled = {
  policyType: "scheduled",
  displayName: "morning",
  isEnabled: true,
  capacity: { initial: 1, min: 1, max: 1 },
  executionSchedule: { type: "cron", expression: "0 0 9 ? * MON-FRI", timezone: "UTC" },
};

export const computeSpoils: readonly Spoil[] = [
  ...from("image", {
    instanceId: [undefined, "i-0123"],
    launchMode: ["FAST"],
    imageSourceDetails: [{ sourceType: "url" }],
    size: [1],
  }),
  ...from("configuration", {
    instanceDetails: [undefined],
    "instanceDetails.instanceType": ["vm"],
    ...atLaunch({
      compartmentId: [undefined, "shop"],
      sourceDetails: [undefined],
      agentConfig: [undefined],
      availabilityDomain: ["Uocm:PHX-AD-1"],
      faultDomain: ["FAULT-DOMAIN-1"],
      shape: ["t3.micro", "VM.Standard.E2.1.Micro"],
      shapeConfig: [undefined],
      "shapeConfig.ocpus": [0, "2"],
      "shapeConfig.memoryInGbs": [4000],
      "shapeConfig.baselineOcpuUtilization": ["HALF"],
      "sourceDetails.sourceType": ["snapshot", "bootVolume"],
      "sourceDetails.imageId": [undefined, "ami-0123"],
      "sourceDetails.kmsKeyId": ["alias/key"],
      "sourceDetails.bootVolumeSizeInGbs": [100, "40"],
      "sourceDetails.bootVolumeVpusPerGb": ["15"],
      "createVnicDetails.assignPublicIp": [undefined, "true"],
      "createVnicDetails.hostnameLabel": ["web"],
      "createVnicDetails.privateIp": ["10.20.128.9"],
      "createVnicDetails.subnetId": ["nonsense"],
      "createVnicDetails.nsgIds": [
        [],
        ["nonsense"],
        ["ocid1.networksecuritygroup.oc1..a", "ocid1.networksecuritygroup.oc1..a"],
      ],
      "metadata.user_data": ["#!/bin/sh", Buffer.from(long(24_000)).toString("base64")],
      "metadata.ssh_authorized_keys": ["mine"],
      "agentConfig.isMonitoringDisabled": [undefined, true],
      "agentConfig.areAllPluginsDisabled": [undefined, true],
      "agentConfig.pluginsConfigs": [[]],
      "agentConfig.pluginsConfigs[].desiredState": ["ON"],
      "availabilityConfig.recoveryAction": ["RESTART"],
      freeformTags: [Object.fromEntries(many(11, (index) => [`k${index}`, "v"]) as [string, string][])],
      definedTags: [{ plain: "v" }],
    }),
    "instanceDetails.blockVolumes": [
      [{ volumeId: "ocid1.volume.oc1..a", createDetails: { sizeInGbs: "10" }, attachDetails: { type: "usb" } }],
    ],
    source: ["IMAGE"],
    instanceId: ["web"],
  }),
  ...from("pool", {
    instanceConfigurationId: ["nonsense"],
    size: [-3, "2"],
    state: ["SCALING"],
    placementConfigurations: [
      [],
      many(2, () => ({ availabilityDomain: "Uocm:PHX-AD-1", primaryVnicSubnets: { subnetId: "ocid1.subnet.oc1..a" } })),
    ],
    "placementConfigurations[].primarySubnetId": ["ocid1.subnet.oc1..a"],
    "placementConfigurations[].availabilityDomain": ["AD-1"],
    "placementConfigurations[].faultDomains": [[], ["FAULT-DOMAIN-1", "FAULT-DOMAIN-1"], ["FD-1"]],
    "placementConfigurations[].primaryVnicSubnets.subnetId": ["nonsense"],
    "loadBalancers[].loadBalancerId": ["nonsense"],
    "loadBalancers[].backendSetName": [long(33), "a/b"],
    "loadBalancers[].port": [0],
    "loadBalancers[].vnicSelection": ["eth0"],
    loadBalancers: [
      many(2, () => ({
        loadBalancerId: "ocid1.loadbalancer.oc1..a",
        backendSetName: "a",
        port: 80,
        vnicSelection: "PrimaryVnic",
      })),
    ],
    "lifecycleManagement.lifecycleActions.preTermination": [
      {
        isEnabled: true,
        timeout: 9000,
        onTimeout: { preserveBlockVolumeMode: "NONE", preserveBootVolumeMode: "NONE" },
      },
    ],
    instanceDisplayNameFormatter: [""],
    instanceHostnameFormatter: [long(64)],
  }),
];

export const autoscalingSpoils: readonly Spoil[] = from("autoscaling", {
  coolDownInSeconds: [undefined, 10],
  "autoScalingResources.id": ["nonsense"],
  "autoScalingResources.type": ["pool"],
  policies: [
    [],
    many(51, () => scheduled),
    [{ ...scheduled, capacity: undefined, resourceAction: { actionType: "run", action: "GO" } }],
    [{ ...scheduled, capacity: undefined }],
    [{ ...scheduled, capacity: { initial: 2, min: 1, max: 3 } }],
    [{ ...scheduled, rules: [rule(1, cpu)] }],
    [{ ...scheduled, executionSchedule: undefined }],
    ...[
      "0 9 * * MON-FRI",
      "0 0 9 * * *",
      "5 0 9 ? * MON",
      "0 0 25 ? * MON",
      "0 0 9 ? * 0",
      "0 0 9 ? * MON-FRY",
      "whenever",
    ].map((expression) => [{ ...scheduled, executionSchedule: { type: "cron", expression, timezone: "UTC" } }]),
    [{ ...scheduled, executionSchedule: { type: "rate", expression: "0 0 9 ? * MON", timezone: "Mars/Phobos" } }],
  ],
  "policies.1": [scheduled],
  "policies[].policyType": ["target"],
  "policies[].displayName": [undefined, "", long(256)],
  "policies[].isEnabled": [undefined],
  "policies[].capacity": [
    { initial: 4, min: 1, max: 3 },
    { initial: 0, min: 0, max: 3 },
    { min: 3, max: 1, initial: 2 },
  ],
  "policies[].capacity.initial": [-1],
  "policies[].rules": [
    [rule(1, cpu)],
    [rule(1, cpu), rule(-1, { ...cpu, metricType: "MEMORY_UTILIZATION" })],
    [rule(1, cpu), { ...rule(-1, cpu), displayName: "by 1" }],
    [
      rule(1, { ...cpu, metricSource: "CUSTOM_QUERY", metricType: undefined }),
      rule(-1, { ...cpu, metricSource: "CUSTOM_QUERY", metricType: undefined }),
    ],
  ],
  "policies[].rules[].displayName": ["", long(256)],
  "policies[].rules[].action.type": ["CHANGE_BY_PERCENT"],
  "policies[].rules[].action.value": [undefined],
  "policies[].rules[].metric.metricSource": [undefined, "AGENT"],
  "policies[].rules[].metric.metricType": ["REQUESTS", undefined],
  "policies[].rules[].metric.pendingDuration": [undefined, "PT1M", "3m"],
  "policies[].rules[].metric.threshold.operator": ["ABOVE"],
  "policies[].rules[].metric.threshold.value": [900, 60.5],
});

export const identitySpoils: readonly Spoil[] = [
  ...from("dynamicGroup", {
    compartmentId: ["ocid1.compartment.oc1..demo"],
    name: ["", long(101), "web servers"],
    description: ["", long(401)],
    matchingRule: [
      "instance.compartment.id = 'a'",
      "All {instance.compartment.id = 'a'}",
      "ALL {\ninstance.compartment.id = 'a'}",
      "everything",
    ],
  }),
  ...from("policy", {
    name: ["", long(101), "web servers"],
    description: ["", long(401)],
    statements: [
      [],
      ["let the servers do it"],
      ["Allow dynamic-group web-dynamic-group-0a1b2c3 to use everything in tenancy"],
      ["Allow dynamic-group web-dynamic-group-0a1b2c3 to change buckets in tenancy"],
      ["Allow dynamic-group web-dynamic-group-0a1b2c3 to use buckets in tenancy where target.secret.id = 'a'"],
      many(2, () => "Allow dynamic-group web-dynamic-group-0a1b2c3 to use buckets in tenancy"),
    ],
    versionDate: ["today"],
  }),
];

export const watchingSpoils: readonly Spoil[] = [
  ...from("log", {
    displayName: ["front log"],
    logGroupId: ["nonsense"],
    logType: ["BOGUS"],
    configuration: [undefined],
    retentionDuration: [7],
    "configuration.compartmentId": ["shop"],
    "configuration.source.sourceType": ["SERVICE"],
    "configuration.source.service": ["lbaas"],
    "configuration.source.category": ["all"],
    "configuration.source.resource": ["front"],
  }),
  ...from("alarm", {
    metricCompartmentId: ["shop"],
    namespace: ["OCI_LBAAS", "oci_nlb"],
    pendingDuration: [undefined, "PT2H", "300"],
    query: [
      "x",
      "UnHealthyBackendServers > 0",
      'UnHealthyBackendServers[90m]{resourceId = "a"}.max() > 0',
      `UnHealthyBackendServers[1m]{resourceId = "${long(1024)}"}.max() > 0`,
    ],
    severity: ["HIGH"],
    repeatNotificationDuration: ["PT0M"],
    messageFormat: ["HTML"],
    resolution: ["5m"],
    body: ["", long(1001)],
    destinations: [[], ["ops@example.com"], many(2, () => "ocid1.onstopic.oc1..a")],
  }),
];
