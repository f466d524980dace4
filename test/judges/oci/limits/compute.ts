import { rowsOf } from "../../rules.js";
import {
  absent,
  count,
  distinct,
  given,
  length,
  like,
  notBoth,
  ocid,
  oneOf,
  port,
  that,
  whole,
  wholeText,
} from "../forms.js";
import { setName } from "./balancer.js";

const api = (page: string) => `Core Services API reference, ${page}; terraform-provider-oci 8.23.0; read 2026-11`;

const launch = "instanceDetails.launchDetails";
const longest = 32_000;

interface Launch {
  readonly shape?: string;
  readonly shapeConfig?: { readonly ocpus?: number };
}
interface Source {
  readonly sourceType: string;
  readonly imageId?: string;
  readonly bootVolumeId?: string;
}
type Metadata = Readonly<Record<string, string>>;

const bytesOf = (metadata: Metadata) =>
  Object.entries(metadata)
    .flat()
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0);
const base64 = that<string>(
  "be base64",
  (value) => value !== "" && Buffer.from(value, "base64").toString("base64") === value,
);
const key = /^(ssh-(rsa|dss|ed25519)|ecdsa-sha2-nistp(256|384|521)|sk-\S+@openssh\.com) [A-Za-z0-9+/]+={0,3}( .*)?$/;

/** As many OCPUs as a shape of E2.1.Micro has are not said. */
const isFlexible = (shape: string) => shape.endsWith(".Flex");

interface Agent {
  readonly pluginsConfigs?: readonly { readonly name?: string; readonly desiredState?: string }[];
}

interface Placement {
  readonly availabilityDomain: string;
}
interface Attachment {
  readonly loadBalancerId: string;
  readonly backendSetName: string;
}

export const compute = [
  ...rowsOf("oci:Core/image:Image", api("CreateImageDetails"), {
    "": that<{ instanceId?: string; imageSourceDetails?: unknown }>(
      "be taken of one thing",
      ({ instanceId, imageSourceDetails }) => (instanceId === undefined) !== (imageSourceDetails === undefined),
    ),
    instanceId: ocid("instance"),
    launchMode: oneOf("NATIVE", "EMULATED", "PARAVIRTUALIZED", "CUSTOM"),
    "imageSourceDetails.sourceType": oneOf("objectStorageUri", "objectStorageTuple"),
  }),
  ...rowsOf("oci:Core/instanceConfiguration:InstanceConfiguration", api("InstanceConfigurationLaunchInstanceDetails"), {
    "": given("instanceDetails"),
    "instanceDetails.instanceType": oneOf("compute", "instance_options"),
    [launch]: [
      given("compartmentId"),
      given("sourceDetails"),
      given("agentConfig"),
      absent("availabilityDomain", "the pool places instances"),
      absent("faultDomain", "the pool places instances"),
      that<Launch>(
        "say the size of a flexible shape, and of no other",
        ({ shape = "", shapeConfig }) => isFlexible(shape) === (shapeConfig?.ocpus !== undefined),
      ),
    ],
    [`${launch}.compartmentId`]: ocid("compartment", "tenancy"),
    [`${launch}.shape`]: like(/^(VM|BM)\.[A-Za-z0-9]+(\.[A-Za-z0-9]+)+$/),
    [`${launch}.shapeConfig.ocpus`]: that<number>("be 1..126", (value) => value >= 1 && value <= 126),
    [`${launch}.shapeConfig.memoryInGbs`]: that<number>("be 1..1776", (value) => value >= 1 && value <= 1776),
    [`${launch}.shapeConfig.baselineOcpuUtilization`]: oneOf("BASELINE_1_8", "BASELINE_1_2", "BASELINE_1_1"),
    [`${launch}.sourceDetails`]: that<Source>("name what it boots from", ({ sourceType, imageId, bootVolumeId }) =>
      sourceType === "image" ? imageId !== undefined : bootVolumeId !== undefined,
    ),
    [`${launch}.sourceDetails.sourceType`]: oneOf("image", "bootVolume"),
    [`${launch}.sourceDetails.imageId`]: ocid("image"),
    [`${launch}.sourceDetails.kmsKeyId`]: ocid("key"),
    [`${launch}.sourceDetails.bootVolumeSizeInGbs`]: wholeText(50, 32_768),
    [`${launch}.sourceDetails.bootVolumeVpusPerGb`]: that<string>("be 10 | 20 | 30..120 by tens, in text", (value) =>
      /^(\d0|1[0-2]0)$/.test(value),
    ),
    [`${launch}.createVnicDetails`]: [
      given("assignPublicIp"),
      absent("hostnameLabel", "a second instance would have the same"),
      absent("privateIp", "a second instance would have the same"),
    ],
    [`${launch}.createVnicDetails.nsgIds`]: [count(1, 5), distinct<string>("group")],
    [`${launch}.createVnicDetails.nsgIds[]`]: ocid("networksecuritygroup"),
    [`${launch}.createVnicDetails.subnetId`]: ocid("subnet"),
    [`${launch}.metadata`]: that<Metadata>(`have up to ${longest} bytes`, (all) => bytesOf(all) <= longest),
    [`${launch}.metadata.user_data`]: base64,
    [`${launch}.metadata.ssh_authorized_keys`]: that<string>("be keys of OpenSSH, one a line", (value) =>
      value.split("\n").every((line) => key.test(line)),
    ),
    [`${launch}.agentConfig`]: [
      given("isMonitoringDisabled"),
      given("areAllPluginsDisabled"),
      that<Agent>("measure what autoscaling goes by", ({ pluginsConfigs = [] }) =>
        pluginsConfigs.some(
          ({ name, desiredState }) => name === "Compute Instance Monitoring" && desiredState === "ENABLED",
        ),
      ),
    ],
    [`${launch}.agentConfig.isMonitoringDisabled`]: oneOf(false),
    [`${launch}.agentConfig.areAllPluginsDisabled`]: oneOf(false),
    [`${launch}.agentConfig.pluginsConfigs[].desiredState`]: oneOf("ENABLED", "DISABLED"),
    [`${launch}.availabilityConfig.recoveryAction`]: oneOf("RESTORE_INSTANCE", "STOP_INSTANCE"),
    [`${launch}.freeformTags`]: that<Metadata>("be up to 10 tags", (all) => Object.keys(all).length <= 10),
    [`${launch}.definedTags`]: that<Metadata>("have keys of a namespace and a name", (all) =>
      Object.keys(all).every((name) => /^[!-\-/-~]{1,100}\.[!-\-/-~]{1,100}$/.test(name)),
    ),
    "instanceDetails.blockVolumes[]": notBoth("createDetails", "volumeId"),
    "instanceDetails.blockVolumes[].attachDetails.type": oneOf("iscsi", "paravirtualized"),
    "instanceDetails.blockVolumes[].createDetails.sizeInGbs": wholeText(50, 32_768),
    source: oneOf("NONE", "INSTANCE"),
    instanceId: ocid("instance"),
  }),
  ...rowsOf("oci:Core/instancePool:InstancePool", api("CreateInstancePoolDetails"), {
    instanceConfigurationId: ocid("instanceconfiguration"),
    size: whole(0, 10_000),
    state: oneOf("RUNNING", "STOPPED"),
    placementConfigurations: [
      count(1, 3),
      distinct<Placement>("availability domain", ({ availabilityDomain }) => availabilityDomain),
    ],
    "placementConfigurations[]": notBoth("primarySubnetId", "primaryVnicSubnets"),
    "placementConfigurations[].availabilityDomain": like(/^[A-Za-z0-9]+:[A-Z0-9-]+-AD-[1-3]$/),
    "placementConfigurations[].faultDomains": [count(1, 3), distinct<string>("fault domain")],
    "placementConfigurations[].faultDomains[]": like(/^FAULT-DOMAIN-[1-3]$/),
    "placementConfigurations[].primaryVnicSubnets.subnetId": ocid("subnet"),
    loadBalancers: distinct<Attachment>("backend set", ({ loadBalancerId, backendSetName }) => [
      loadBalancerId,
      backendSetName,
    ]),
    "loadBalancers[].loadBalancerId": ocid("loadbalancer", "networkloadbalancer"),
    "loadBalancers[].backendSetName": setName,
    "loadBalancers[].port": port,
    "loadBalancers[].vnicSelection": oneOf("PrimaryVnic"),
    "lifecycleManagement.lifecycleActions.preTermination.timeout": whole(0, 7200),
    instanceDisplayNameFormatter: length(1, 255),
    instanceHostnameFormatter: length(1, 63),
  }),
];
