// Sources: Elastic Load Balancing API reference (CreateLoadBalancer, LoadBalancerAttribute; botocore 1.43.11 service model),
// terraform-provider-aws 6.13.0 internal/service/elbv2, @pulumi/aws 7.48.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { type Note, outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer, LoadBalancerSpec } from "../../spec/load-balancer.js";
import { adoptBalancer, adoptedBalancer, sameAsAdoptedBalancer } from "./adopted-balancer.js";
import { balancerRules } from "./balancer-rules.js";
import { balancerNaming, groupNaming, resource } from "./resources.js";
import { settingsOf } from "./settings.js";
import { subnetsOf } from "./subnets.js";
import { labelled, named } from "./tags.js";

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
  physicalName: native(undefined, {
    length: [1, 32],
    pattern: {
      matches: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
      says: "be letters, digits and inner hyphens, and not begin with internal-",
    },
  }),
} as const satisfies SupportOf<LoadBalancerSpec>;

export const loadBalancer: Adapter<LoadBalancerSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedBalancer(it);
    return adopted ? sameAsAdoptedBalancer(it, adopted) : balancerRules(it);
  },
  plan: (it) => {
    const adopted = adoptedBalancer(it);
    return adopted ? adoptBalancer(adopted) : build(it);
  },
};

function build(it: DeclaredLoadBalancer): Plan {
  const { network, visibility, kind, deletionProtection, tags, physicalName } = it.spec;
  const { resources, placement } = placed(it);
  const single = it.spec.address === "reserved" ? { deleteBeforeReplace: true } : {};
  return {
    resources: {
      group: resource(
        "aws:ec2/securityGroup:SecurityGroup",
        {
          vpcId: outputOf(network, "networkId") as Ref,
          description: "load balancer",
          ...labelled(tags),
        },
        { naming: groupNaming },
      ),
      ...resources,
      balancer: resource(
        "aws:lb/loadBalancer:LoadBalancer",
        {
          ...(physicalName === undefined ? {} : { name: physicalName }),
          loadBalancerType: support.kind[kind].as,
          internal: visibility === "private",
          securityGroups: [ref("group.id")],
          ...placement,
          enableDeletionProtection: deletionProtection ?? false,
          ...accessLogs(it),
          ...attributes(it),
          ...labelled(tags),
        },
        { naming: balancerNaming, options: { ...single, dependsOn: wayIn(it) } },
      ),
    },
    outputs: { loadBalancerId: ref("balancer.arn"), address: ref("balancer.dnsName"), groupId: ref("group.id") },
    notes: interruptions(it),
  };
}

/** No argument names the way in from the internet, without which a public balancer cannot be made. */
function wayIn({ spec: { network, visibility } }: DeclaredLoadBalancer): Ref[] {
  return network.plan.resources.publicRoute && visibility === "public" ? [ref(network, "publicRoute")] : [];
}

/** Subnets alone, or subnets with an Elastic IP in each. */
function placed(it: DeclaredLoadBalancer) {
  const subnets = subnetsOf(it.spec.network, it.spec.visibility);
  if (it.spec.address !== "reserved") return { resources: {}, placement: { subnets: subnets.map(({ id }) => id) } };
  const existing = meaning(settingsOf(it).addresses, it.name);
  const made = subnets.map(({ zone }): [string, Planned] => [
    `address:${zone}`,
    resource(
      "aws:ec2/eip:Eip",
      { domain: "vpc", ...named(it.spec.tags, `${it.name}-${zone}`) },
      { options: { dependsOn: wayIn(it) } },
    ),
  ]);
  const subnetMappings = subnets.map(({ zone, id }, index) => ({
    subnetId: id,
    allocationId: existing?.[index] ?? ref(`address:${zone}.id`),
  }));
  return { resources: existing ? {} : Object.fromEntries(made), placement: { subnetMappings } };
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
    sslPolicy: _,
    ...rest
  } = meaning(settingsOf(it).loadBalancers, it.name) ?? {};
  if (it.spec.kind === "network") return { enableCrossZoneLoadBalancing: crossZone };
  return { dropInvalidHeaderFields: true, desyncMitigationMode, ...rest };
}

/** What only one balancer can have must leave the old one before the new one is made. */
function interruptions({ spec: { physicalName, address } }: DeclaredLoadBalancer): Note[] {
  const held = [
    ...(physicalName === undefined ? [] : ["its fixed name"]),
    ...(address === "reserved" ? ["its reserved addresses"] : []),
  ];
  if (held.length === 0) return [];
  const message = `a change that replaces the balancer interrupts it: ${held.join(" and ")} can belong to one only`;
  return [{ id: "note:loadBalancer.interruption", fate: "note", path: "loadBalancer", message }];
}
