// Sources: Elastic Load Balancing API reference (CreateLoadBalancer, LoadBalancerAttribute), terraform-provider-aws 6.13.0
// internal/service/elbv2, @pulumi/aws 7.48.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Ref, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer, LoadBalancerSpec } from "../../spec/load-balancer.js";
import { adoptedBalancer, sameAsAdopted } from "./adopted-balancer.js";
import { subnetsOf } from "./network.js";
import { balancerNaming, resource } from "./resources.js";
import { settingsOf } from "./settings.js";

const noFixedAddress = unsupported(
  "an application load balancer changes its addresses",
  'its DNS name (balancer.address), or kind: "network"',
);

const support = {
  kind: { application: native("application"), network: native("network") },
  visibility: { public: native(), private: native() },
  allowFrom: { internet: native(), range: native(), tier: native() },
  address: { ephemeral: native(), reserved: when("kind", { application: noFixedAddress, network: native() }) },
  logs: {
    access: when("kind", {
      application: native(),
      network: near("a network load balancer writes down the connections of its tls listeners only"),
    }),
    error: unsupported("load balancers here have no error log", "logs: { access: true }, which holds failed requests"),
  },
  deletionProtection: native(),
  tags: native(),
} as const satisfies SupportOf<LoadBalancerSpec>;

export const loadBalancer: Adapter<LoadBalancerSpec> = {
  support,
  rules: (it) => (adoptedBalancer(it) ? sameAsAdopted(it) : [...zoneRules(it), ...logRules(it), ...attributeRules(it)]),
  plan: (it) => adopt(it) ?? build(it),
};

function zoneRules(it: DeclaredLoadBalancer): Issue[] {
  const { network, kind, visibility } = it.spec;
  const count = subnetsOf(network, visibility).length;
  if (kind === "application" && count < 2) {
    return [
      {
        path: "loadBalancer.network",
        message: `an application load balancer needs ${visibility} subnets in two zones; "${network.name}" has ${count}`,
        instead: "zones: 2 or more on the network",
      },
    ];
  }
  const reserved = meaning(settingsOf(it).addresses, it.name);
  if (it.spec.address !== "reserved" || reserved === undefined || reserved.length === count) return [];
  return [
    {
      path: "loadBalancer.address",
      message: `addresses in the settings names ${reserved.length} for "${it.name}"; its network has ${count} zones`,
      instead: `${count} allocation ids`,
    },
  ];
}

function logRules(it: DeclaredLoadBalancer): Issue[] {
  if (it.spec.logs?.access !== true || settingsOf(it).logs) return [];
  return [
    {
      path: "loadBalancer.logs.access",
      message: "needs a bucket to write to",
      instead: "logs: { bucket: … } in the settings",
    },
  ];
}

function attributeRules(it: DeclaredLoadBalancer): Issue[] {
  const given = meaning(settingsOf(it).loadBalancers, it.name) ?? {};
  const alien =
    it.spec.kind === "network"
      ? (["idleTimeout", "clientKeepAlive", "desyncMitigationMode"] as const)
      : (["crossZone"] as const);
  return alien
    .filter((key) => given[key] !== undefined)
    .map((key) => ({
      path: `settings.loadBalancers.${it.name}.${key}`,
      message: `is not an attribute of a balancer of kind "${it.spec.kind}"`,
      instead: "leave it out",
    }));
}

function adopt(it: DeclaredLoadBalancer): Plan | undefined {
  const adopted = adoptedBalancer(it);
  if (!adopted) return undefined;
  return {
    resources: {},
    outputs: { loadBalancerId: adopted.arn, address: adopted.dnsName, groupId: adopted.securityGroupId },
    notes: [
      {
        id: "note:loadBalancer.adopted",
        fate: "note",
        path: "loadBalancer",
        message: "is adopted: its own rules and attributes stay as they are and must admit its listeners' ports",
      },
    ],
  };
}

function build(it: DeclaredLoadBalancer): Plan {
  const { network, visibility, kind, deletionProtection, tags } = it.spec;
  const routed = network.plan.resources.publicRoute && visibility === "public" ? [ref(network, "publicRoute")] : [];
  const addresses = reservedAddresses(it);
  return {
    resources: {
      group: resource("aws:ec2/securityGroup:SecurityGroup", {
        vpcId: outputOf(network, "networkId") as Ref,
        description: "load balancer",
        ...(tags ? { tags } : {}),
      }),
      ...addresses.resources,
      balancer: resource(
        "aws:lb/loadBalancer:LoadBalancer",
        {
          loadBalancerType: support.kind[kind].as,
          internal: visibility === "private",
          securityGroups: [ref("group.id")],
          ...addresses.placement,
          enableDeletionProtection: deletionProtection ?? false,
          ...accessLogs(it),
          ...attributes(it),
          ...(tags ? { tags } : {}),
        },
        { naming: balancerNaming, options: { dependsOn: routed } },
      ),
    },
    outputs: { loadBalancerId: ref("balancer.arn"), address: ref("balancer.dnsName"), groupId: ref("group.id") },
  };
}

/** Subnets alone, or subnets with an Elastic IP in each. */
function reservedAddresses(it: DeclaredLoadBalancer) {
  const subnets = subnetsOf(it.spec.network, it.spec.visibility);
  if (it.spec.address !== "reserved") return { resources: {}, placement: { subnets } };
  const existing = meaning(settingsOf(it).addresses, it.name);
  const made = existing
    ? []
    : subnets.map((_, index) => [`address:${index + 1}`, resource("aws:ec2/eip:Eip", { domain: "vpc" })] as const);
  const subnetMappings = subnets.map((subnetId, index) => ({
    subnetId,
    allocationId: existing?.[index] ?? ref(`address:${index + 1}.id`),
  }));
  return { resources: Object.fromEntries(made), placement: { subnetMappings } };
}

function accessLogs(it: DeclaredLoadBalancer) {
  const { logs } = settingsOf(it);
  if (it.spec.logs?.access !== true || !logs) return {};
  return {
    accessLogs: { bucket: logs.bucket, enabled: true, ...(logs.prefix === undefined ? {} : { prefix: logs.prefix }) },
  };
}

function attributes(it: DeclaredLoadBalancer) {
  const {
    crossZone = true,
    desyncMitigationMode = "defensive",
    ...rest
  } = meaning(settingsOf(it).loadBalancers, it.name) ?? {};
  if (it.spec.kind === "network") return { enableCrossZoneLoadBalancing: crossZone };
  return { dropInvalidHeaderFields: true, desyncMitigationMode, ...rest };
}
