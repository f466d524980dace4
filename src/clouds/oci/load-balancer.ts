// Sources: Load Balancing and Network Load Balancing API references (CreateLoadBalancerDetails, CreateNetworkLoadBalancerDetails),
// Logging API reference (CreateLogDetails), terraform-provider-oci 8.23.0, @pulumi/oci 4.20.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer, LoadBalancerSpec } from "../../spec/load-balancer.js";
import { adoptBalancer, adoptedBalancer, sameAsAdoptedBalancer } from "./adopted-balancer.js";
import { balancerLogs } from "./balancer-logs.js";
import { balancerSubnets, subnetRules } from "./balancer-subnets.js";
import { balancerRules } from "./free-tier.js";
import { displayName, partDisplayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { placeOf, settingsOf } from "./settings.js";
import { tagRules } from "./tags.js";

const noLogs = unsupported("a network load balancer writes no logs", "the flow logs of its subnet");

const support = {
  kind: { application: native(), network: native() },
  visibility: { public: native(), private: native() },
  allowFrom: { internet: native(), range: native(), tier: native() },
  address: { ephemeral: native(), reserved: native() },
  logs: {
    access: when("kind", { application: native("access"), network: noLogs }),
    error: when("kind", { application: native("error"), network: noLogs }),
  },
  deletionProtection: when("kind", {
    application: native(),
    network: unsupported("a network load balancer has no such switch", "protect: true among the component's options"),
  }),
  tags: near("backend sets and listeners take no labels"),
  physicalName: native(),
} as const satisfies SupportOf<LoadBalancerSpec>;

export const loadBalancer: Adapter<LoadBalancerSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedBalancer(it);
    return adopted
      ? sameAsAdoptedBalancer(it, adopted)
      : [...subnetRules(it), ...optionRules(it), ...balancerRules(it), ...tagRules(it, "loadBalancer.tags")];
  },
  plan: (it) => {
    const adopted = adoptedBalancer(it);
    return adopted ? adoptBalancer(adopted) : build(it);
  },
};

function optionsOf(it: DeclaredLoadBalancer) {
  return meaning(settingsOf(it).loadBalancers, it.name) ?? {};
}

function optionRules(it: DeclaredLoadBalancer): Issue[] {
  if (it.spec.kind === "application") return [];
  return Object.keys(optionsOf(it)).map((key) => ({
    path: `settings.loadBalancers.${it.name}.${key}`,
    message: 'is not an option of a balancer of kind "network"',
    instead: "leave it out",
  }));
}

const smallest = { minimum: 10, maximum: 10 } as const;

function build(it: DeclaredLoadBalancer): Plan {
  const { network, kind, tags } = it.spec;
  const isApplication = kind === "application";
  const { bandwidth } = optionsOf(it);
  return {
    resources: {
      group: resource("oci:Core/networkSecurityGroup:NetworkSecurityGroup", {
        ...placeOf(it, tags),
        vcnId: outputOf(network, "networkId") as Ref,
        displayName: partDisplayName(it, "group"),
      }),
      ...madeAddress(it),
      ...(isApplication ? { balancer: applicationBalancer(it) } : { networkBalancer: networkBalancer(it) }),
      ...balancerLogs(it, support.logs),
    },
    outputs: {
      loadBalancerId: ref(isApplication ? "balancer.id" : "networkBalancer.id"),
      address: addressOf(it),
      groupId: ref("group.id"),
    },
    notes:
      isApplication && bandwidth === undefined
        ? [
            {
              id: "note:loadBalancer.bandwidth",
              fate: "note",
              path: "loadBalancer",
              message: `carries up to ${smallest.maximum} Mbps; loadBalancers: { ${it.name}: { bandwidth: … } } in the settings says more`,
            },
          ]
        : [],
  };
}

/** A reserved address can stand on one balancer only, so the old one goes first. */
function optionsFor({ spec }: DeclaredLoadBalancer): Pick<Planned, "options"> {
  return spec.address === "reserved" ? { options: { deleteBeforeReplace: true } } : {};
}

function applicationBalancer(it: DeclaredLoadBalancer): Planned {
  const { visibility, deletionProtection, tags } = it.spec;
  const { bandwidth = smallest, requestIdHeader } = optionsOf(it);
  return resource(
    "oci:LoadBalancer/loadBalancer:LoadBalancer",
    {
      ...placeOf(it, tags),
      displayName: displayName(it),
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: bandwidth.minimum, maximumBandwidthInMbps: bandwidth.maximum },
      subnetIds: balancerSubnets(it),
      isPrivate: visibility === "private",
      networkSecurityGroupIds: [ref("group.id")],
      ...reservedIps(it),
      isDeleteProtectionEnabled: deletionProtection ?? false,
      isRequestIdEnabled: requestIdHeader !== undefined,
      ...(requestIdHeader === undefined ? {} : { requestIdHeader }),
    },
    optionsFor(it),
  );
}

function networkBalancer(it: DeclaredLoadBalancer): Planned {
  const [subnetId] = balancerSubnets(it);
  return resource(
    "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer",
    {
      ...placeOf(it, it.spec.tags),
      displayName: displayName(it),
      subnetId: subnetId as Ref,
      isPrivate: it.spec.visibility === "private",
      isPreserveSourceDestination: false,
      nlbIpVersion: "IPV4",
      networkSecurityGroupIds: [ref("group.id")],
      ...reservedIps(it),
    },
    optionsFor(it),
  );
}

function reservedIps(it: DeclaredLoadBalancer) {
  if (it.spec.address !== "reserved") return {};
  return { reservedIps: [{ id: meaning(settingsOf(it).addresses, it.name) ?? ref("address.id") }] };
}

/** The service attaches the address by itself, which would show as a change. */
function madeAddress(it: DeclaredLoadBalancer): Record<string, Planned> {
  if (it.spec.address !== "reserved" || meaning(settingsOf(it).addresses, it.name) !== undefined) return {};
  const planned = resource(
    "oci:Core/publicIp:PublicIp",
    { ...placeOf(it, it.spec.tags), lifetime: "RESERVED", displayName: partDisplayName(it, "address") },
    { options: { ignoreChanges: ["privateIpId"] } },
  );
  return { address: planned };
}

/** A public network balancer lists its private address as well. */
function addressOf({ spec }: DeclaredLoadBalancer): Ref {
  if (spec.kind === "application") return ref("balancer.ipAddressDetails[0].ipAddress");
  return ref(`networkBalancer.ipAddresses[isPublic=${spec.visibility === "public"}].ipAddress`);
}
