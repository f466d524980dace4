import type { types } from "../types.js";
import { input, type Spoil } from "./spoil.js";

type Bad = Readonly<Record<string, readonly unknown[]>>;
type Type = keyof typeof types;

const many = (count: number, make: (index: number) => unknown) => Array.from({ length: count }, (_, at) => make(at));
const long = (length: number) => "x".repeat(length);
const tags = (count: number, prefix: string, value = "v") =>
  Object.fromEntries(many(count, (index) => [`${prefix}${index}`, value]) as [string, string][]);

/** For each type that takes tags, and has a name for people and a compartment. */
const labels: Bad = {
  freeformTags: [tags(11, "k"), { "a.b": "v" }, { [long(101)]: "v" }, { a: long(257) }],
  definedTags: [
    tags(65, "Operations.k"),
    { plain: "v" },
    { "Operations.a": long(257) },
    tags(64, "Operations.k", long(200)),
  ],
};
const tagged: readonly Type[] = [
  "autoscaling",
  "image",
  "configuration",
  "pool",
  "gateway",
  "nat",
  "group",
  "publicIp",
  "routeTable",
  "securityList",
  "subnet",
  "vcn",
  "balancer",
  "logGroup",
  "alarm",
];
const placed: readonly Type[] = [...tagged, "policy"];
const named: readonly Type[] = [...tagged.filter((one) => one !== "balancer"), "log"];

export const labelSpoils: readonly Spoil[] = [
  ...[...tagged, "dynamicGroup" as const, "policy" as const, "log" as const].flatMap((type) => from(type, labels)),
  ...placed.flatMap((type) => from(type, { compartmentId: ["shop"] })),
  ...named.flatMap((type) => from(type, { displayName: ["", long(256)] })),
  ...from("balancer", { displayName: ["", long(1025)] }),
];

export const networkLabelSpoils: readonly Spoil[] = from("networkBalancer", {
  ...labels,
  compartmentId: ["shop"],
  displayName: ["", long(1025)],
});

const listRules: readonly unknown[] = [
  [{ protocol: "TCP", source: "10.0.0.0/8" }],
  [{ protocol: "6", source: "10.0.0.0/8", tcpOptions: { min: 0, max: 99_999 } }],
  [{ protocol: "17", source: "10.0.0.0/8", udpOptions: { min: 0, max: 99_999 } }],
  [{ protocol: "6", source: "10.0.0.0/8", udpOptions: { min: 1 } }],
  [{ protocol: "17", source: "10.0.0.0/8", tcpOptions: { min: 1 } }],
  [{ protocol: "6", source: "10.0.0.0/8", icmpOptions: { type: 3 } }],
  [{ protocol: "1", source: "10.0.0.0/8", icmpOptions: { type: 999, code: 99 } }],
  [{ protocol: "6", source: "10.0.0.0/8", stateless: "no" }],
  many(201, (index) => ({ protocol: "6", source: `10.0.0.${index}/32` })),
];

export const networkSpoils: readonly Spoil[] = [
  ...from("vcn", {
    cidrBlock: ["10.0.0.0/16"],
    cidrBlocks: [undefined, ["10.0.0.0/15"], ["10.20.0.1/16"], ["10.20.0.0/33"], [], ["10.20.0.0/16", "10.20.0.0/16"]],
    dnsLabel: ["1shop"],
  }),
  ...from("subnet", {
    securityListIds: [
      undefined,
      [],
      ["ocid1.securitylist.oc1..a", "ocid1.securitylist.oc1..a"],
      many(6, (index) => `ocid1.securitylist.oc1..${index}`),
    ],
    "securityListIds[]": ["nonsense"],
    prohibitPublicIpOnVnic: [undefined],
    availabilityDomain: ["Uocm:PHX-AD-1"],
    vcnId: ["shop"],
    cidrBlock: ["10.20.0.7/18", "10.20.0.0/8", "anything"],
    routeTableId: ["nonsense"],
    dhcpOptionsId: ["nonsense"],
    dnsLabel: ["much-too-long-a-label"],
  }),
  ...from("gateway", { enabled: [undefined], vcnId: ["nonsense"], routeTableId: ["nonsense"] }),
  ...from("nat", { vcnId: ["nonsense"], publicIpId: ["203.0.113.9"], routeTableId: ["nonsense"] }),
  ...from("routeTable", {
    vcnId: ["nonsense"],
    routeRules: [
      many(201, (index) => ({
        networkEntityId: "ocid1.natgateway.oc1..a",
        destination: `10.0.0.${index}/32`,
        destinationType: "CIDR_BLOCK",
      })),
    ],
    "routeRules[].destination": [undefined, "anywhere"],
    "routeRules[].destinationType": [undefined, "CIDR"],
    "routeRules[].routeType": ["STATIC"],
    "routeRules[].cidrBlock": ["0.0.0.0/0"],
    "routeRules[].networkEntityId": ["ocid1.vcn.oc1..a"],
    "routeRules[].description": [""],
    "routeRules.1": [
      { networkEntityId: "ocid1.natgateway.oc1..a", destination: "0.0.0.0/0", destinationType: "CIDR_BLOCK" },
    ],
  }),
  ...from("securityList", {
    vcnId: ["nonsense"],
    ingressSecurityRules: listRules,
    egressSecurityRules: listRules.map((rules) =>
      (rules as Record<string, unknown>[]).map(({ source, ...rule }) => ({ ...rule, destination: source })),
    ),
  }),
  ...from("group", { vcnId: ["nonsense"] }),
  ...from(
    "securityRule",
    {
      direction: ["IN"],
      protocol: ["TCP", "256"],
      source: [undefined, "10.30.0.1/24", "everywhere"],
      sourceType: [undefined, "CIDR", "NETWORK_SECURITY_GROUP"],
      destination: ["10.0.0.0/8"],
      networkSecurityGroupId: ["nonsense"],
      stateless: [undefined],
      udpOptions: [{ destinationPortRange: { min: 1, max: 70_000 } }],
      "udpOptions.sourcePortRange": [{ min: 9, max: 1 }],
      icmpOptions: [{ type: 300, code: 20 }],
      "tcpOptions.destinationPortRange": [{ min: 22, max: 21 }, { min: 0, max: 22 }, { min: 22 }],
      "tcpOptions.sourcePortRange": [{ min: 22, max: 21 }],
      description: [""],
    },
    "web-ingress-tcp-22-10-30-0-0-24",
  ),
  ...from("securityRule", { destination: [undefined], destinationType: [undefined, "RANGE"] }, "web-egress-any"),
  ...from("publicIp", { lifetime: ["FOREVER", "EPHEMERAL"], privateIpId: ["10.0.0.1"], publicIpPoolId: ["pool"] }),
];

/** A bad value for each path. */
export function from(type: Type, bad: Bad, of?: string): Spoil[] {
  return Object.entries(bad).flatMap(([path, values]) => values.map((value) => input(type, path, value, of)));
}

export { long, many };
