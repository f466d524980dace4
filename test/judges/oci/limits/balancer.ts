import { rowsOf } from "../../rules.js";
import {
  address,
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
import { encryption } from "./tls.js";

const api = (page: string) => `Load Balancing API reference, ${page}; terraform-provider-oci 8.23.0; read 2026-11`;

const onBalancer = { loadBalancerId: ocid("loadbalancer") };
/** Of sets; rules and policies take no hyphens. */
export const setName = [length(1, 32), like(/^[A-Za-z0-9_-]*$/)];
const ruleName = [length(1, 32), like(/^[A-Za-z_][A-Za-z0-9_]*$/)];

interface Balancer {
  readonly shape: string;
  readonly shapeDetails?: unknown;
  readonly isPrivate?: boolean;
  readonly reservedIps?: readonly unknown[];
  readonly subnetIds: readonly string[];
  readonly ipMode?: string;
  readonly ipv6subnetCidr?: string;
  readonly isRequestIdEnabled?: boolean;
  readonly requestIdHeader?: string;
}
interface Bandwidth {
  readonly minimumBandwidthInMbps: number;
  readonly maximumBandwidthInMbps: number;
}

const balancer = rowsOf("oci:LoadBalancer/loadBalancer:LoadBalancer", api("CreateLoadBalancerDetails"), {
  "": [
    given("isPrivate"),
    that<Balancer>(
      "say shapeDetails with the flexible shape, and with no other",
      ({ shape, shapeDetails }) => (shape === "flexible") === (shapeDetails !== undefined),
    ),
    that<Balancer>(
      "have one subnet if it is private",
      ({ isPrivate, subnetIds }) => isPrivate !== true || subnetIds.length === 1,
    ),
    that<Balancer>(
      "be public with a reserved address",
      ({ isPrivate, reservedIps = [] }) => isPrivate !== true || reservedIps.length === 0,
    ),
    that<Balancer>(
      "say ipv6subnetCidr with ipMode IPV6 only",
      ({ ipMode, ipv6subnetCidr }) => ipv6subnetCidr === undefined || ipMode === "IPV6",
    ),
    that<Balancer>(
      "number requests if it names a header for it",
      ({ isRequestIdEnabled, requestIdHeader }) => requestIdHeader === undefined || isRequestIdEnabled === true,
    ),
  ],
  shape: oneOf("flexible", "10Mbps-Micro", "10Mbps", "100Mbps", "400Mbps", "8000Mbps"),
  "shapeDetails.minimumBandwidthInMbps": whole(10, 8000),
  "shapeDetails.maximumBandwidthInMbps": whole(10, 8000),
  shapeDetails: that<Bandwidth>(
    "have bandwidths in order",
    ({ minimumBandwidthInMbps, maximumBandwidthInMbps }) => minimumBandwidthInMbps <= maximumBandwidthInMbps,
  ),
  subnetIds: [count(1, 2), distinct<string>("subnet")],
  "subnetIds[]": ocid("subnet"),
  networkSecurityGroupIds: [count(1, 5), distinct<string>("group")],
  "networkSecurityGroupIds[]": ocid("networksecuritygroup"),
  reservedIps: count(1, 2),
  "reservedIps[].id": ocid("publicip"),
  ipMode: oneOf("IPV4", "IPV6"),
  requestIdHeader: [length(3, 1024), like(/^X-[A-Za-z0-9-]+$/i)],
});

interface Check {
  readonly protocol: string;
  readonly intervalMs?: number;
  readonly timeoutInMillis?: number;
  readonly urlPath?: string;
  readonly returnCode?: number;
  readonly responseBodyRegex?: string;
}
const isAsked = ({ protocol }: Check) => protocol === "HTTP";

interface Cookie {
  readonly policy: string;
  readonly healthChecker: Check;
  readonly sslConfiguration?: unknown;
}

const backendSet = rowsOf("oci:LoadBalancer/backendSet:BackendSet", api("CreateBackendSetDetails"), {
  "": [
    given("name"),
    notBoth("sessionPersistenceConfiguration", "lbCookieSessionPersistenceConfiguration"),
    that<Cookie & { healthChecker: { isForcePlainText?: boolean } }>(
      "force plain checks on encrypted members only",
      ({ healthChecker, sslConfiguration }) =>
        healthChecker.isForcePlainText !== true || sslConfiguration !== undefined,
    ),
  ],
  ...onBalancer,
  ...encryption,
  name: setName,
  policy: oneOf("ROUND_ROBIN", "IP_HASH", "LEAST_CONNECTIONS"),
  backendMaxConnections: that<number>("be 0 or 256..65535", (value) => value === 0 || (value >= 256 && value <= 65535)),
  healthChecker: [
    given("intervalMs"),
    given("timeoutInMillis"),
    given("retries"),
    given("port"),
    that<Check>(
      "say urlPath, returnCode and responseBodyRegex if it asks by HTTP",
      (check) =>
        !isAsked(check) || [check.urlPath, check.returnCode, check.responseBodyRegex].every((one) => one !== undefined),
    ),
    that<Check>(
      "say urlPath, returnCode and responseBodyRegex by HTTP only",
      (check) =>
        isAsked(check) || [check.urlPath, check.returnCode, check.responseBodyRegex].every((one) => one === undefined),
    ),
    that<Check>(
      "have a timeout within its interval",
      ({ intervalMs = 30_000, timeoutInMillis = 3000 }) => timeoutInMillis <= intervalMs,
    ),
  ],
  "healthChecker.protocol": oneOf("HTTP", "TCP"),
  "healthChecker.intervalMs": whole(1000, 1_800_000),
  "healthChecker.timeoutInMillis": whole(1, 600_000),
  "healthChecker.retries": whole(1, 10),
  "healthChecker.port": whole(0, 65535),
  "healthChecker.urlPath": [length(1, 1024), like(/^\/\S*$/)],
  "healthChecker.returnCode": whole(100, 599),
  "healthChecker.responseBodyRegex": length(0, 255),
  "sessionPersistenceConfiguration.cookieName": [length(1, 4096), like(/^(\*|[!#$%&'+.^_`|~0-9A-Za-z-]+)$/)],
  lbCookieSessionPersistenceConfiguration: given("cookieName"),
  "lbCookieSessionPersistenceConfiguration.cookieName": [length(1, 4096), like(/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/)],
  "lbCookieSessionPersistenceConfiguration.maxAgeInSeconds": whole(1, 2_147_483_647),
  "lbCookieSessionPersistenceConfiguration.domain": length(1, 255),
  "lbCookieSessionPersistenceConfiguration.path": [length(1, 4096), like(/^\//)],
});

const backend = rowsOf("oci:LoadBalancer/backend:Backend", api("CreateBackendDetails"), {
  ...onBalancer,
  backendsetName: setName,
  ipAddress: address,
  port,
  weight: whole(1, 100),
  maxConnections: that<number>("be 0 or 256..65535", (value) => value === 0 || (value >= 256 && value <= 65535)),
});

interface Served {
  readonly protocol: string;
  readonly sslConfiguration?: { certificateIds?: unknown; certificateName?: unknown; cipherSuiteName?: string };
  readonly connectionConfiguration?: { backendTcpProxyProtocolVersion?: number };
  readonly ruleSetNames?: readonly string[];
  readonly routingPolicyName?: string;
  readonly hostnameNames?: readonly string[];
}
const isHttp2 = ({ protocol }: Served) => protocol === "HTTP2" || protocol === "GRPC";

const listener = rowsOf("oci:LoadBalancer/listener:Listener", api("CreateListenerDetails, Listener"), {
  "": [
    given("name"),
    given("connectionConfiguration"),
    notBoth("pathRouteSetName", "routingPolicyName"),
    that<Served>(
      "be encrypted if it speaks HTTP2 or GRPC",
      (one) => !isHttp2(one) || one.sslConfiguration !== undefined,
    ),
    that<Served>(
      "have a suite of HTTP2 with HTTP2 and GRPC, and with no other",
      (one) =>
        one.sslConfiguration === undefined || isHttp2(one) === /http2/.test(one.sslConfiguration.cipherSuiteName ?? ""),
    ),
    that<Served>(
      "speak HTTP to rule sets, routing policies and hostnames",
      (one) =>
        one.protocol !== "TCP" || [one.ruleSetNames, one.routingPolicyName, one.hostnameNames].every((part) => !part),
    ),
    that<Served>(
      "pass the proxy protocol on by TCP only",
      ({ protocol, connectionConfiguration }) =>
        protocol === "TCP" || connectionConfiguration?.backendTcpProxyProtocolVersion === undefined,
    ),
  ],
  ...onBalancer,
  ...encryption,
  sslConfiguration: [
    ...encryption.sslConfiguration,
    that<NonNullable<Served["sslConfiguration"]>>(
      "have a certificate",
      ({ certificateIds, certificateName }) => certificateIds !== undefined || certificateName !== undefined,
    ),
  ],
  name: [length(1, 255), like(/^\S+$/)],
  defaultBackendSetName: setName,
  port,
  protocol: oneOf("HTTP", "HTTP2", "TCP", "GRPC"),
  "connectionConfiguration.idleTimeoutInSeconds": wholeText(1, 7200),
  "connectionConfiguration.backendTcpProxyProtocolVersion": oneOf(1, 2),
  "connectionConfiguration.backendTcpProxyProtocolOptions[]": oneOf("PP2_TYPE_AUTHORITY"),
  "hostnameNames[]": length(1, 16),
  routingPolicyName: ruleName,
  ruleSetNames: [count(1, 50), distinct<string>("rule set")],
  "ruleSetNames[]": ruleName,
});

const certificate = rowsOf("oci:LoadBalancer/certificate:Certificate", api("CreateCertificateDetails"), {
  "": [given("publicCertificate"), given("privateKey")],
  ...onBalancer,
  certificateName: [length(1, 255), like(/^[A-Za-z0-9_.-]+$/)],
  publicCertificate: like(/^-----BEGIN CERTIFICATE-----\n/),
  caCertificate: like(/^-----BEGIN CERTIFICATE-----\n/),
  privateKey: like(/^-----BEGIN ([A-Z]+ )*PRIVATE KEY-----\n/),
});

export const balancers = [...balancer, ...backendSet, ...backend, ...listener, ...certificate];
export { onBalancer, ruleName };
