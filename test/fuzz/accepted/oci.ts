// Sources: Oracle Cloud Infrastructure API references (Load Balancing, Network Load Balancing, Core Services, Certificates, Tagging);
// terraform-provider-oci 8.23.0 (what it sends; it checks next to nothing at preview); @pulumi/oci 4.20.0 (names that it makes: `-`
// and 7 digits behind the logical name); read 2026-11.
import type { Accepted } from "./accepted.js";
import { among, bySettings, count, encoded, of, port, range, test, text, whole, wholeText } from "./forms.js";
import { ociScaling } from "./oci-scaling.js";

const partName = text(1, 32, /^[A-Za-z0-9_-]+$/);
const ruleName = text(1, 32, /^[A-Za-z_][A-Za-z0-9_]*$/);
const displayName = text(1, 255);

interface Check {
  protocol: string;
  intervalMs?: number;
  intervalInMillis?: number;
  timeoutInMillis: number;
  urlPath?: string;
}

const checkTests = {
  healthChecker: [
    test<Check>("be answered before the next one", ({ intervalMs, intervalInMillis, timeoutInMillis }) =>
      timeoutInMillis <= (intervalMs ?? intervalInMillis ?? 0)),
    test<Check>("ask for a path where it is a request", ({ protocol, urlPath }) =>
      protocol === "TCP" || urlPath !== undefined),
  ],
  "healthChecker.timeoutInMillis": whole(1, 600_000),
  "healthChecker.port": whole(0, 65535),
  "healthChecker.retries": whole(1, 10),
  "healthChecker.urlPath": text(1, 1024, /^\/\S*$/),
  "healthChecker.returnCode": whole(100, 599),
  "healthChecker.responseBodyRegex": text(0, 255),
};

interface Encryption {
  certificateIds?: readonly unknown[];
  certificateName?: unknown;
  trustedCertificateAuthorityIds?: readonly unknown[];
  verifyPeerCertificate?: boolean;
}

/** A certificate is named in one way, and members or clients are verified against somebody. */
const isVerifiable = ({ verifyPeerCertificate = true, trustedCertificateAuthorityIds: trusted }: Encryption) =>
  !verifyPeerCertificate || (trusted !== undefined && trusted.length > 0);

const sslTests = {
  sslConfiguration: test<Encryption>("verify nobody without authorities", isVerifiable),
  "sslConfiguration.protocols": test<string[]>("be versions of TLS", (versions) =>
    versions.length > 0 && versions.every((one) => /^TLSv1(\.[123])?$/.test(one))),
  "sslConfiguration.cipherSuiteName": text(1, 255, /^[a-z0-9.-]+$/i),
};

interface Rule {
  direction: string;
  source?: unknown;
  sourceType?: unknown;
  destination?: unknown;
  destinationType?: unknown;
  protocol: string;
  tcpOptions?: unknown;
  udpOptions?: unknown;
}
interface Ports {
  min: number;
  max: number;
}
const ports = test<Ports>("be ports in order", ({ min, max }) => min >= 1 && min <= max && max <= 65535);
const ends = ({ direction, source, sourceType, destination, destinationType }: Rule) =>
  direction === "INGRESS"
    ? source !== undefined && sourceType !== undefined && destination === undefined
    : destination !== undefined && destinationType !== undefined && source === undefined;

interface Launch {
  shape?: string;
  shapeConfig?: { ocpus?: number; memoryInGbs?: number };
  metadata?: Record<string, string>;
  createVnicDetails?: { hostnameLabel?: unknown };
}
const isSmall = (metadata: Record<string, string>) =>
  Object.entries(metadata).reduce(
    (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(String(value)),
    0,
  ) <= 32_000;

const launch = "instanceDetails.launchDetails";

export const oci: readonly Accepted[] = [
  ...of("oci:", {
    freeformTags: test<Record<string, string>>("have keys of 1..100 and values of up to 256", (tags) =>
      Object.entries(tags).every(
        ([key, value]) => key.length >= 1 && key.length <= 100 && String(value).length <= 256,
      )),
    displayName: text(1, 255),
  }),
  ...of("oci:Core/subnet:Subnet", { cidrBlock: range, securityListIds: count(1, 5) }),
  ...of("oci:Core/routeTable:RouteTable", {
    "routeRules[]": test<{ destination?: string; destinationType?: string }>("say where, and of what type", ({
      destination,
      destinationType,
    }) => destination !== undefined && destinationType !== undefined),
  }),
  ...of("oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule", {
    "": [
      test<Rule>("have the end of its direction", ends),
      test<Rule>("have ports of its protocol only", ({ protocol, tcpOptions, udpOptions }) =>
        (tcpOptions === undefined || protocol === "6") && (udpOptions === undefined || protocol === "17")),
    ],
    direction: among("INGRESS", "EGRESS"),
    protocol: among("all", "6", "17", "1"),
    sourceType: among("CIDR_BLOCK", "NETWORK_SECURITY_GROUP"),
    destinationType: among("CIDR_BLOCK", "NETWORK_SECURITY_GROUP"),
    "tcpOptions.destinationPortRange": ports,
    "udpOptions.destinationPortRange": ports,
    description: text(0, 255),
  }),
  ...of("oci:LoadBalancer/loadBalancer:LoadBalancer", {
    displayName: text(1, 1024),
    shape: among("flexible"),
    shapeDetails: test<{
      minimumBandwidthInMbps: number;
      maximumBandwidthInMbps: number;
    }>("be 10..8000 Mbps in order", ({ minimumBandwidthInMbps: low, maximumBandwidthInMbps: high }) =>
      low >= 10 && low <= high && high <= 8000),
    networkSecurityGroupIds: count(1, 5),
    reservedIps: count(1, 1),
    subnetIds: count(1, 2),
  }),
  ...bySettings(of("oci:LoadBalancer/loadBalancer:LoadBalancer", { requestIdHeader: text(3, 255, /^X-/i) })),
  ...of("oci:LoadBalancer/backendSet:BackendSet", {
    ...checkTests,
    ...sslTests,
    "": test<{
      sessionPersistenceConfiguration?: unknown;
      lbCookieSessionPersistenceConfiguration?: unknown;
    }>("have one cookie", (set) =>
      set.sessionPersistenceConfiguration === undefined || set.lbCookieSessionPersistenceConfiguration === undefined),
    name: partName,
    policy: among("ROUND_ROBIN", "LEAST_CONNECTIONS", "IP_HASH"),
    "healthChecker.protocol": among("HTTP", "TCP"),
    "healthChecker.intervalMs": whole(1000, 1_800_000),
    "sessionPersistenceConfiguration.cookieName": text(1, 4096, /^[^*\s;,]+$/),
    "lbCookieSessionPersistenceConfiguration.cookieName": text(1, 4096),
    "lbCookieSessionPersistenceConfiguration.maxAgeInSeconds": whole(1, 2147483647),
  }),
  ...of("oci:LoadBalancer/backend:Backend", { port, weight: whole(1, 100) }),
  ...of("oci:LoadBalancer/listener:Listener", {
    ...sslTests,
    name: text(1, 255, /^\S+$/),
    port,
    protocol: among("HTTP", "HTTP2", "TCP", "GRPC"),
    "connectionConfiguration.idleTimeoutInSeconds": wholeText(1, 7200),
    "sslConfiguration.certificateIds": count(1, 1),
    sslConfiguration: [
      sslTests.sslConfiguration,
      test<Encryption>("name its certificate in one way", ({ certificateIds, certificateName }) =>
        (certificateIds === undefined) !== (certificateName === undefined)),
    ],
  }),
  ...of("oci:LoadBalancer/ruleSet:RuleSet", {
    name: ruleName,
    items: count(1, 20),
    "items[].redirectUri.port": port,
    "items[].responseCode": among(301, 302, 303, 307, 308),
    "items[].conditions": count(1, 1),
  }),
  ...of("oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy", {
    name: ruleName,
    rules: count(1, 100),
    "rules[].name": ruleName,
    "rules[].condition": text(1, 4096),
    "rules[].actions": count(1, 1),
  }),
  ...of("oci:LoadBalancer/certificate:Certificate", { certificateName: text(1, 255, /^[A-Za-z0-9_.-]+$/) }),
  ...of("oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer", {
    displayName: text(1, 1024),
    networkSecurityGroupIds: count(1, 5),
  }),
  ...of("oci:NetworkLoadBalancer/backendSet:BackendSet", {
    ...checkTests,
    name: partName,
    policy: among("FIVE_TUPLE", "THREE_TUPLE", "TWO_TUPLE"),
    "healthChecker.protocol": among("HTTP", "HTTPS", "TCP"),
    "healthChecker.intervalInMillis": whole(1000, 1_800_000),
  }),
  ...of("oci:NetworkLoadBalancer/backend:Backend", { port, weight: whole(1, 100) }),
  ...of("oci:NetworkLoadBalancer/listener:Listener", {
    name: text(1, 255, /^\S+$/),
    port,
    protocol: among("TCP"),
    tcpIdleTimeout: whole(1, 6000),
  }),
  ...of("oci:Logging/logGroup:LogGroup", { displayName }),
  ...of("oci:Logging/log:Log", {
    displayName: text(1, 255, /^[A-Za-z0-9_-]+$/),
    retentionDuration: among(30, 60, 90, 120, 150, 180),
  }),
  ...of("oci:Core/image:Image", { displayName }),
  ...of("oci:Core/instanceConfiguration:InstanceConfiguration", {
    "instanceDetails.instanceType": among("compute"),
    [launch]: [
      test<Launch>("say the size of a flexible shape, and of no other", ({ shape = "", shapeConfig }) =>
        shape.endsWith(".Flex") === (shapeConfig?.ocpus !== undefined)),
      test<Launch>("name no host, which instances would share", ({ createVnicDetails }) =>
        createVnicDetails?.hostnameLabel === undefined),
    ],
    [`${launch}.metadata`]: test("have up to 32000 bytes", isSmall),
    [`${launch}.metadata.user_data`]: encoded(32_000),
    [`${launch}.metadata.ssh_authorized_keys`]: text(20, 16_000, /^(ssh-|ecdsa-)/),
    [`${launch}.sourceDetails.sourceType`]: among("image"),
    [`${launch}.sourceDetails.bootVolumeSizeInGbs`]: wholeText(50, 32768),
    [`${launch}.agentConfig.isMonitoringDisabled`]: among(false),
    [`${launch}.agentConfig.areAllPluginsDisabled`]: among(false),
    [`${launch}.instanceOptions.areLegacyImdsEndpointsDisabled`]: among(true),
  }),
  ...ociScaling,
];
