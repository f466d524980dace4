import type { Recorded, RecordedOptions } from "../record.js";
import { types } from "../types.js";
import { input, rest, type Spoil, twin } from "./spoil.js";

type Type = keyof typeof types;

const option = (type: Type, options: Partial<RecordedOptions>) =>
  rest(type, `options ${JSON.stringify(options)}`, (one) => ({ options: { ...one.options, ...options } }));
const order = (type: Type, deleteBeforeReplace: boolean | undefined) =>
  rest(type, `deleteBeforeReplace ${deleteBeforeReplace ?? "left out"}`, (one) => {
    const { deleteBeforeReplace: _, ...options } = one.options;
    return { options: { ...options, ...(deleteBeforeReplace === undefined ? {} : { deleteBeforeReplace }) } };
  });
/** What is written down as text comes from nowhere. */
const plain = (type: Type, key: string, of?: string) =>
  rest(type, `${key} as plain text`, ({ edges }) => ({ edges: { ...edges, [key]: [] } }), of);
const alone = (type: Type, of?: string) =>
  rest(type, "waits for nothing but what its inputs name", () => ({ dependencies: [] }), of);
/** Stands on what must be gone before it. */
const late = (type: Type, other: Type) =>
  rest(type, `stands on ${other}`, ({ dependencies }, { resources }) => ({
    dependencies: [...dependencies, ...resources.filter((one) => one.type === types[other]).map(({ urn }) => urn)],
  }));
const brief = { create: "10m", update: "10m", delete: "10m" };

const named: readonly Type[] = ["set", "ruleSet", "routing", "certificate"];
const others: readonly Type[] = [
  "image",
  "configuration",
  "pool",
  "gateway",
  "nat",
  "group",
  "securityRule",
  "publicIp",
  "routeTable",
  "securityList",
  "subnet",
  "vcn",
  "dynamicGroup",
  "policy",
  "member",
  "log",
  "logGroup",
  "alarm",
];

const standing: readonly Type[] = [
  "pool",
  "configuration",
  "listener",
  "ruleSet",
  "routing",
  "certificate",
  "member",
  "set",
  "log",
  "balancer",
  "securityRule",
  "group",
  "subnet",
  "routeTable",
  "securityList",
  "gateway",
  "nat",
];

/** What an application program may have wrong in its options, its order and its wholes. */
export const applicationBondSpoils: readonly Spoil[] = [
  order("autoscaling", false),
  order("autoscaling", undefined),
  ...named.flatMap((type) => [order(type, undefined), order(type, true)]),
  order("listener", false),
  order("listener", undefined),
  order("balancer", undefined),
  ...others.map((type) => order(type, true)),
  option("pool", { ignoreChanges: [] }),
  option("pool", { ignoreChanges: ["sizes"] }),
  option("pool", { timeouts: brief }),
  option("image", { timeouts: brief }),
  option("image", { replaceOnChanges: ["revision"] }),
  option("publicIp", { ignoreChanges: [] }),
  option("publicIp", { ignoreChanges: ["private"] }),
  plain("listener", "defaultBackendSetName"),
  plain("listener", "ruleSetNames", "http-listener"),
  plain("listener", "routingPolicyName", "https-listener"),
  plain("listener", "sslConfiguration", "https-listener"),
  plain("listener", "loadBalancerId"),
  plain("routing", "rules"),
  plain("routing", "loadBalancerId"),
  plain("ruleSet", "loadBalancerId"),
  plain("certificate", "loadBalancerId"),
  plain("set", "loadBalancerId"),
  plain("member", "backendsetName"),
  plain("member", "loadBalancerId"),
  plain("pool", "loadBalancers"),
  plain("pool", "instanceConfigurationId"),
  plain("autoscaling", "autoScalingResources"),
  plain("configuration", "instanceDetails"),
  plain("balancer", "subnetIds"),
  plain("log", "configuration"),
  plain("alarm", "query"),
  ...(["gateway", "nat", "group", "routeTable", "securityList", "subnet"] as const).map((type) => plain(type, "vcnId")),
  plain("securityRule", "networkSecurityGroupId"),
  alone("pool"),
  rest("policy", "waits for nothing", () => ({ dependencies: [], edges: {} })),
  input("listener", "defaultBackendSetName", "other"),
  input("listener", "port", 8443, "https-listener"),
  input("listener", "name", "api", "https-listener"),
  input("listener", "protocol", "TCP", "api-listener"),
  input("set", "name", "pages--timed-cookie", "api-backend-set"),
  input("set", "lbCookieSessionPersistenceConfiguration.isSecure", true, "pages-backend-set"),
  input("pool", "size", 3),
  input("pool", "loadBalancers[].backendSetName", "other"),
  input("subnet", "cidrBlock", "10.21.0.0/18"),
  input("subnet", "cidrBlock", "10.20.0.0/16"),
  input("group", "vcnId", "ocid1.vcn.oc1..other", "web-group"),
  input("group", "vcnId", "ocid1.vcn.oc1..other", "front-group"),
  input("ruleSet", "items[].redirectUri.port", 444),
  input("policy", "statements", ["Allow dynamic-group others to use buckets in tenancy"]),
  input("securityRule", "tcpOptions.destinationPortRange", { min: 1, max: 1 }, "front-ingress-tcp-443-internet"),
  input("securityRule", "tcpOptions.destinationPortRange", { min: 1, max: 1 }, "front-egress-tcp-8080-tier-web"),
  input("securityRule", "tcpOptions.destinationPortRange", { min: 1, max: 1 }, "front-egress-tcp-5000-tier-web"),
  ...standing.map((type) => late(type, "alarm")),
  ...(
    [
      "securityRule",
      "ruleSet",
      "routing",
      "certificate",
      "member",
      "autoscaling",
      "log",
      "dynamicGroup",
      "policy",
    ] as const
  ).map((type) => twin(type)),
  rest(
    "log",
    "another category",
    ({ inputs }) => ({ inputs: { ...inputs, displayName: "front-log-error" } }),
    "front-log-access",
  ),
  rest(
    "log",
    "another name",
    ({ inputs }, { resources }) => ({
      inputs: {
        ...inputs,
        configuration: resources.find(({ name }) => name === "front-log-error")?.inputs.configuration,
      },
    }),
    "front-log-access",
  ),
  twin("securityRule", "web-egress-any", 120),
  rest("balancer", "private, in two subnets", ({ inputs }) => ({
    inputs: {
      ...inputs,
      isPrivate: true,
      reservedIps: undefined,
      subnetIds: ["ocid1.subnet.oc1..a", "ocid1.subnet.oc1..b"],
    },
  })),
  rest(
    "set",
    "two certificates",
    ({ inputs }) => ({
      inputs: {
        ...inputs,
        sslConfiguration: {
          ...(inputs.sslConfiguration as object),
          certificateName: "a",
          certificateIds: ["ocid1.certificate.oc1..a"],
        },
      },
    }),
    "pages-backend-set",
  ),
  rest("dynamicGroup", "written in another region", home),
  rest("policy", "written in another region", home),
];

export const networkBondSpoils: readonly Spoil[] = [
  order("networkSet", undefined),
  order("networkListener", false),
  order("networkBalancer", true),
  order("networkMember", true),
  option("pool", { ignoreChanges: [] }),
  plain("networkListener", "defaultBackendSetName"),
  plain("networkListener", "networkLoadBalancerId"),
  plain("networkMember", "backendSetName"),
  plain("networkMember", "networkLoadBalancerId"),
  plain("networkSet", "networkLoadBalancerId"),
  plain("networkBalancer", "subnetId"),
  ...(["networkListener", "networkSet", "networkMember", "networkBalancer"] as const).map((type) =>
    late(type, "autoscaling"),
  ),
  alone("networkListener"),
  alone("networkMember", "mail-network-member-second"),
  alone("networkSet", "chat-network-backend-set"),
  input("networkListener", "port", 9000, "mail-network-listener"),
  input("networkListener", "name", "chat", "mail-network-listener"),
  input("networkSet", "name", "mail--http", "chat-network-backend-set"),
  input("group", "vcnId", "ocid1.vcn.oc1..other", "edge-group"),
  input("member", "backup", true),
  input("securityRule", "source", "10.9.0.0/16", "web-ingress-tcp-5000-internet"),
];

function home({ provider }: Recorded): Partial<Recorded> {
  return { provider: provider.replace("home-us-ashburn-1", "elsewhere") };
}
