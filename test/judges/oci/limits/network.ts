import { rowsOf } from "../../rules.js";
import {
  absent,
  count,
  distinct,
  given,
  isRange,
  length,
  like,
  ocid,
  oneOf,
  port,
  ports,
  range,
  that,
  whole,
} from "../forms.js";

const api = (page: string) => `Networking API reference, ${page}; read 2026-11`;

const label = like(/^[A-Za-z][A-Za-z0-9]{0,14}$/);
const vcnSize = that<string>("be a range of /16 to /30", (value) => {
  const bits = Number(value.split("/")[1]);
  return bits >= 16 && bits <= 30;
});
const inVcn = { vcnId: ocid("vcn") };

interface Route {
  readonly destination?: string;
  readonly destinationType?: string;
}

/** The protocols of IANA, and the blocks that go with them. */
const protocol = that<string>(
  'be "all" or the number of a protocol in text',
  (value) => value === "all" || (/^(0|[1-9]\d{0,2})$/.test(value) && Number(value) <= 255),
);

interface Rule {
  readonly direction: string;
  readonly protocol: string;
  readonly source?: string;
  readonly sourceType?: string;
  readonly destination?: string;
  readonly destinationType?: string;
}
const goesWith = (block: string, ...protocols: readonly string[]) =>
  that<Rule & Record<string, unknown>>(
    `say ${block} with protocol ${protocols.join(" | ")} only`,
    (rule) => rule[block] === undefined || protocols.includes(rule.protocol),
  );
const blocks = [goesWith("tcpOptions", "6"), goesWith("udpOptions", "17"), goesWith("icmpOptions", "1", "58")];

function fits(end: string | undefined, type: string | undefined): boolean {
  if (end === undefined || type === undefined) return true;
  if (type === "CIDR_BLOCK") return isRange(end);
  if (type === "NETWORK_SECURITY_GROUP") return /^ocid1\.networksecuritygroup\./.test(end);
  return /^[a-z0-9-]+$/.test(end);
}

const securityRule = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";
const icmp = { "icmpOptions.type": whole(0, 254), "icmpOptions.code": whole(0, 16) };
const listRule = {
  protocol,
  stateless: oneOf(true, false),
  "tcpOptions.min": port,
  "tcpOptions.max": port,
  "udpOptions.min": port,
  "udpOptions.max": port,
  ...icmp,
};
const inList = (list: string) =>
  Object.fromEntries([
    ...Object.entries(listRule).map(([path, form]) => [`${list}[].${path}`, form] as const),
    [list, count(0, 200)],
    [`${list}[]`, blocks],
  ]);

export const network = [
  ...rowsOf("oci:Core/vcn:Vcn", api("CreateVcnDetails"), {
    "": [given("cidrBlocks"), absent("cidrBlock", "it is older than cidrBlocks, and a change of it replaces")],
    cidrBlocks: [count(1, 5), distinct<string>("range")],
    "cidrBlocks[]": [range, vcnSize],
    dnsLabel: label,
  }),
  ...rowsOf("oci:Core/subnet:Subnet", api("CreateSubnetDetails"), {
    "": [
      given("securityListIds"),
      given("prohibitPublicIpOnVnic"),
      absent("availabilityDomain", "regional subnets outlive one"),
    ],
    ...inVcn,
    cidrBlock: [range, vcnSize],
    routeTableId: ocid("routetable"),
    dhcpOptionsId: ocid("dhcpoptions"),
    securityListIds: [count(1, 5), distinct<string>("list")],
    "securityListIds[]": ocid("securitylist"),
    dnsLabel: label,
  }),
  ...rowsOf("oci:Core/internetGateway:InternetGateway", api("CreateInternetGatewayDetails"), {
    "": given("enabled"),
    ...inVcn,
    routeTableId: ocid("routetable"),
  }),
  ...rowsOf("oci:Core/natGateway:NatGateway", api("CreateNatGatewayDetails"), {
    ...inVcn,
    publicIpId: ocid("publicip"),
    routeTableId: ocid("routetable"),
  }),
  ...rowsOf("oci:Core/routeTable:RouteTable", `${api("RouteRule")}; terraform-provider-oci issues 2070, 2178, 2195`, {
    ...inVcn,
    routeRules: [count(0, 200), distinct<Route>("destination", ({ destination }) => destination)],
    "routeRules[]": [
      given("destination"),
      given("destinationType"),
      absent("routeType", "it shows as a change for ever"),
      that<Route>("have a destination of its type", ({ destination, destinationType }) =>
        fits(destination, destinationType),
      ),
    ],
    "routeRules[].destinationType": oneOf("CIDR_BLOCK", "SERVICE_CIDR_BLOCK"),
    "routeRules[].networkEntityId": ocid(
      "internetgateway",
      "natgateway",
      "servicegateway",
      "drg",
      "localpeeringgateway",
      "privateip",
    ),
    "routeRules[].description": length(1, 255),
  }),
  ...rowsOf("oci:Core/securityList:SecurityList", api("CreateSecurityListDetails"), {
    ...inVcn,
    ...inList("ingressSecurityRules"),
    ...inList("egressSecurityRules"),
  }),
  ...rowsOf("oci:Core/networkSecurityGroup:NetworkSecurityGroup", api("CreateNetworkSecurityGroupDetails"), inVcn),
  ...rowsOf(securityRule, api("AddSecurityRuleDetails"), {
    "": [
      that<Rule>(
        "say source and sourceType, and no destination, if it is for INGRESS",
        (rule) =>
          rule.direction !== "INGRESS" ||
          (rule.source !== undefined && rule.sourceType !== undefined && rule.destination === undefined),
      ),
      that<Rule>(
        "say destination and destinationType, and no source, if it is for EGRESS",
        (rule) =>
          rule.direction !== "EGRESS" ||
          (rule.destination !== undefined && rule.destinationType !== undefined && rule.source === undefined),
      ),
      that<Rule>(
        "have ends of their types",
        (rule) => fits(rule.source, rule.sourceType) && fits(rule.destination, rule.destinationType),
      ),
      ...blocks,
      given("stateless"),
    ],
    networkSecurityGroupId: ocid("networksecuritygroup"),
    direction: oneOf("INGRESS", "EGRESS"),
    protocol,
    sourceType: oneOf("CIDR_BLOCK", "SERVICE_CIDR_BLOCK", "NETWORK_SECURITY_GROUP"),
    destinationType: oneOf("CIDR_BLOCK", "SERVICE_CIDR_BLOCK", "NETWORK_SECURITY_GROUP"),
    "tcpOptions.destinationPortRange": ports,
    "tcpOptions.sourcePortRange": ports,
    "udpOptions.destinationPortRange": ports,
    "udpOptions.sourcePortRange": ports,
    ...icmp,
    description: length(1, 255),
  }),
  ...rowsOf("oci:Core/publicIp:PublicIp", api("CreatePublicIpDetails"), {
    lifetime: oneOf("RESERVED", "EPHEMERAL"),
    "": that<{ lifetime: string; privateIpId?: string }>(
      "name its private address if it is EPHEMERAL",
      ({ lifetime, privateIpId }) => lifetime !== "EPHEMERAL" || privateIpId !== undefined,
    ),
    privateIpId: ocid("privateip"),
    publicIpPoolId: ocid("publicippool"),
  }),
];
