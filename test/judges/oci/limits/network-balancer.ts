import { rowsOf } from "../../rules.js";
import { address, count, distinct, given, length, like, ocid, oneOf, that, whole } from "../forms.js";
import { setName } from "./balancer.js";

const api = (page: string) =>
  `Network Load Balancing API reference, ${page}; terraform-provider-oci 8.23.0; read 2026-11`;
const onBalancer = { networkLoadBalancerId: ocid("networkloadbalancer") };
const base64 = that<string>("be base64", (value) => Buffer.from(value, "base64").toString("base64") === value);

interface Check {
  readonly protocol: string;
  readonly intervalInMillis?: number;
  readonly timeoutInMillis?: number;
  readonly urlPath?: string;
  readonly returnCode?: number;
  readonly responseBodyRegex?: string;
  readonly requestData?: string;
  readonly dns?: unknown;
}
const isAsked = ({ protocol }: Check) => protocol === "HTTP" || protocol === "HTTPS";
const requestParts = ({ urlPath, returnCode, responseBodyRegex }: Check) => [urlPath, returnCode, responseBodyRegex];

export const networkBalancers = [
  ...rowsOf(
    "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer",
    api("CreateNetworkLoadBalancerDetails"),
    {
      "": given("isPrivate"),
      subnetId: ocid("subnet"),
      networkSecurityGroupIds: [count(1, 5), distinct<string>("group")],
      "networkSecurityGroupIds[]": ocid("networksecuritygroup"),
      reservedIps: count(1, 3),
      "reservedIps[].id": ocid("publicip", "privateip", "ipv6"),
      nlbIpVersion: oneOf("IPV4", "IPV4_AND_IPV6", "IPV6"),
      assignedPrivateIpv4: address,
    },
  ),
  ...rowsOf("oci:NetworkLoadBalancer/backendSet:BackendSet", api("CreateBackendSetDetails"), {
    "": [given("name"), given("isPreserveSource")],
    ...onBalancer,
    name: setName,
    policy: oneOf("FIVE_TUPLE", "THREE_TUPLE", "TWO_TUPLE"),
    ipVersion: oneOf("IPV4", "IPV6"),
    healthChecker: [
      given("intervalInMillis"),
      given("timeoutInMillis"),
      given("retries"),
      given("port"),
      that<Check>(
        "say urlPath, returnCode and responseBodyRegex if it asks by HTTP or HTTPS",
        (check) => !isAsked(check) || requestParts(check).every((one) => one !== undefined),
      ),
      that<Check>(
        "say urlPath, returnCode and responseBodyRegex by HTTP or HTTPS only",
        (check) => isAsked(check) || requestParts(check).every((one) => one === undefined),
      ),
      that<Check>(
        "say what it sends by UDP",
        ({ protocol, requestData }) => protocol !== "UDP" || requestData !== undefined,
      ),
      that<Check>(
        "say what it looks up by DNS, and by nothing else",
        ({ protocol, dns }) => (protocol === "DNS") === (dns !== undefined),
      ),
      that<Check>(
        "have a timeout within its interval",
        ({ intervalInMillis = 10_000, timeoutInMillis = 3000 }) => timeoutInMillis <= intervalInMillis,
      ),
    ],
    "healthChecker.protocol": oneOf("HTTP", "HTTPS", "TCP", "UDP", "DNS"),
    "healthChecker.intervalInMillis": whole(1000, 1_800_000),
    "healthChecker.timeoutInMillis": whole(1, 600_000),
    "healthChecker.retries": whole(1, 10),
    "healthChecker.port": whole(0, 65535),
    "healthChecker.urlPath": [length(1, 1024), like(/^\/\S*$/)],
    "healthChecker.returnCode": whole(100, 599),
    "healthChecker.responseBodyRegex": length(0, 255),
    "healthChecker.requestData": base64,
    "healthChecker.responseData": base64,
  }),
  ...rowsOf("oci:NetworkLoadBalancer/backend:Backend", api("CreateBackendDetails"), {
    "": that<{ ipAddress?: string; targetId?: string }>(
      "name its target in one way",
      ({ ipAddress, targetId }) => (ipAddress === undefined) !== (targetId === undefined),
    ),
    ...onBalancer,
    backendSetName: setName,
    ipAddress: address,
    targetId: ocid("privateip", "instance"),
    port: whole(0, 65535),
    weight: whole(1, 100),
  }),
  ...rowsOf("oci:NetworkLoadBalancer/listener:Listener", api("CreateListenerDetails"), {
    "": [
      given("name"),
      that<{ protocol: string; port: number }>(
        "have port 0 with protocol ANY or L3IP, and with no other",
        ({ protocol, port: one }) => (protocol === "ANY" || protocol === "L3IP") === (one === 0),
      ),
    ],
    ...onBalancer,
    name: [length(1, 255), like(/^\S+$/)],
    defaultBackendSetName: setName,
    port: whole(0, 65535),
    protocol: oneOf("ANY", "TCP", "UDP", "TCP_AND_UDP", "L3IP"),
    ipVersion: oneOf("IPV4", "IPV6"),
    tcpIdleTimeout: whole(1, 6000),
    udpIdleTimeout: whole(1, 6000),
    l3ipIdleTimeout: whole(1, 6000),
  }),
];
