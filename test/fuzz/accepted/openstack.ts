// Sources: Octavia, Networking, Compute, Barbican and Identity API references and their validators (Zed to 2025.2);
// terraform-provider-openstack 1.54.1; read 2026-11.
import type { Accepted } from "./accepted.js";
import { address, among, bySettings, count, of, port, range, test, text, whole } from "./forms.js";
import { heat } from "./openstack-heat.js";

interface Tagged {
  tags?: readonly string[];
}
interface Rule {
  protocol?: string;
  portRangeMin?: number;
  portRangeMax?: number;
  remoteIpPrefix?: unknown;
  remoteGroupId?: unknown;
}
interface Listener extends Tagged {
  protocol: string;
  defaultTlsContainerRef?: unknown;
  insertHeaders?: Record<string, string>;
}
interface Pool {
  protocol: string;
  persistence?: { type: string; cookieName?: string };
}
interface Monitor {
  type: string;
  urlPath?: string;
  httpMethod?: string;
  expectedCodes?: string;
}

const isRequest = (protocol: string) => protocol === "HTTP" || protocol === "TERMINATED_HTTPS";
const milliseconds = whole(0, 2_073_600_000);

function isPersistent({ protocol, persistence }: Pool): boolean {
  if (!persistence) return true;
  const { type, cookieName } = persistence;
  if ((type === "APP_COOKIE") !== (cookieName !== undefined)) return false;
  return type === "SOURCE_IP" || protocol === "HTTP";
}

function isAsked({ type, urlPath, httpMethod, expectedCodes }: Monitor): boolean {
  const asked = [urlPath, httpMethod, expectedCodes].some((one) => one !== undefined);
  return !asked || type === "HTTP" || type === "HTTPS";
}

export const openstack: readonly Accepted[] = [
  ...of("openstack:", {
    name: text(1, 255),
    description: text(0, 255),
    tags: test<string[]>("be texts of up to 255, each once", (tags) =>
      new Set(tags).size === tags.length &&
      tags.every((tag) => typeof tag === "string" && tag.length >= 1 && tag.length <= 255)),
  }),
  ...of("openstack:networking/subnet:Subnet", { cidr: range, ipVersion: among(4) }),
  ...of("openstack:networking/secGroupRule:SecGroupRule", {
    "": [
      test<Rule>("have ports of a protocol only, in order", ({ protocol, portRangeMin: low, portRangeMax: high }) =>
        low === undefined ? high === undefined : protocol !== undefined && high !== undefined && low <= high),
      test<Rule>("name a range or a group", ({ remoteIpPrefix, remoteGroupId }) =>
        remoteIpPrefix === undefined || remoteGroupId === undefined),
    ],
    direction: among("ingress", "egress"),
    ethertype: among("IPv4", "IPv6"),
    protocol: among("tcp", "udp", "icmp"),
    portRangeMin: port,
    portRangeMax: port,
    remoteIpPrefix: test("be a range", (value) => /^[0-9a-f.:]+\/\d+$/i.test(String(value))),
  }),
  ...of("openstack:loadbalancer/listener:Listener", {
    "": [
      test<Listener>("have a certificate where it is encrypted, and nowhere else", ({
        protocol,
        defaultTlsContainerRef,
      }) => (protocol === "TERMINATED_HTTPS") === (defaultTlsContainerRef !== undefined)),
      test<Listener>("add headers to requests only", ({ protocol, insertHeaders }) =>
        insertHeaders === undefined || isRequest(protocol)),
      test<Listener>("add headers about certificates where it is encrypted", ({ protocol, insertHeaders = {} }) =>
        protocol === "TERMINATED_HTTPS" || Object.keys(insertHeaders).every((name) => !name.startsWith("X-SSL"))),
    ],
    protocol: among("HTTP", "TCP", "TERMINATED_HTTPS"),
    protocolPort: port,
    timeoutClientData: milliseconds,
    timeoutMemberData: milliseconds,
    insertHeaders: test<Record<string, unknown>>("say true or false", (headers) =>
      Object.values(headers).every((one) => one === "true" || one === "false")),
    allowedCidrs: test<string[]>("be ranges", (ranges) =>
      ranges.every((one) => typeof one !== "string" || range.holds(one as never))),
  }),
  ...bySettings([
    ...of("openstack:networking/subnet:Subnet", { dnsNameservers: count(1, 5) }),
    ...of("openstack:loadbalancer/listener:Listener", {
      connectionLimit: whole(-1, 2_147_483_647),
      timeoutMemberConnect: milliseconds,
      timeoutTcpInspect: milliseconds,
    }),
  ]),
  ...of("openstack:loadbalancer/pool:Pool", {
    "": test<Pool>("be persistent in a way of its protocol", isPersistent),
    protocol: among("HTTP", "TCP"),
    lbMethod: among("ROUND_ROBIN", "LEAST_CONNECTIONS", "SOURCE_IP", "SOURCE_IP_PORT"),
    "persistence.type": among("SOURCE_IP", "HTTP_COOKIE", "APP_COOKIE"),
    "persistence.cookieName": text(1, 255, /^[^\s,;\\"()/:<=>?@[\]{}]+$/),
  }),
  ...of("openstack:loadbalancer/monitor:Monitor", {
    "": test<Monitor>("ask for pages with requests only", isAsked),
    type: among("HTTP", "HTTPS", "TCP", "PING", "TLS-HELLO"),
    delay: whole(1, 2_147_483_647),
    timeout: whole(1, 2_147_483_647),
    maxRetries: whole(1, 10),
    maxRetriesDown: whole(1, 10),
    urlPath: text(1, 255, /^\/\S*$/),
    httpMethod: among("GET", "HEAD", "OPTIONS", "POST", "PUT", "DELETE"),
    expectedCodes: text(3, 64, /^\d{3}(-\d{3}|(,\d{3})*)$/),
  }),
  ...of("openstack:loadbalancer/member:Member", {
    protocolPort: port,
    monitorPort: port,
    weight: whole(0, 256),
    address,
  }),
  ...of("openstack:loadbalancer/l7PolicyV2:L7PolicyV2", {
    action: among("REDIRECT_TO_POOL", "REDIRECT_TO_URL", "REJECT"),
    position: whole(1, 2_147_483_647),
    redirectUrl: text(9, 255, /^https?:\/\/[^\s/]+/),
  }),
  ...of("openstack:loadbalancer/l7RuleV2:L7RuleV2", {
    type: among("HOST_NAME", "PATH", "HEADER", "COOKIE"),
    compareType: among("EQUAL_TO", "STARTS_WITH", "ENDS_WITH", "CONTAINS", "REGEX"),
    value: text(1, 255, /^\S+$/),
  }),
  ...of("openstack:keymanager/secretV1:SecretV1", {
    secretType: among("certificate", "private"),
    payloadContentType: among("text/plain"),
  }),
  ...of("openstack:keymanager/containerV1:ContainerV1", {
    type: among("certificate"),
    "secretRefs[].name": among("certificate", "private_key", "intermediates"),
  }),
  ...of("openstack:compute/serverGroup:ServerGroup", {
    policies: [
      count(1, 1),
      test<string[]>("be a policy", ([one = ""]) =>
        ["affinity", "anti-affinity", "soft-affinity", "soft-anti-affinity"].includes(one)),
    ],
  }),
  ...of("openstack:compute/instance:Instance", {
    userData: test<string>("have up to 65535 bytes in base64", (data) =>
      typeof data !== "string" || Buffer.from(data).toString("base64").length <= 65535),
    metadata: test<Record<string, unknown>>("be texts of up to 255", (labels) =>
      Object.entries(labels).every(
        ([key, value]) => key.length <= 255 && (typeof value !== "string" || value.length <= 255),
      )),
  }),
  ...of("openstack:identity/applicationCredential:ApplicationCredential", {
    roles: count(1, 20),
    "accessRules[].path": text(1, 128, /^\//),
    "accessRules[].method": among("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
  }),
  ...heat,
];
