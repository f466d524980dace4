// Sources: Octavia API v2 reference, Octavia feature matrix and ovn-octavia-provider driver guide (no layer 7, no allowed_cidrs),
// terraform-provider-openstack 1.54.1 (a balancer is remembered once it is active), @pulumi/openstack 3.15.2; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Note, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { emulated, native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredLoadBalancer, LoadBalancerSpec } from "../../spec/load-balancer.js";
import { adopt, sameAsAdopted } from "./adopted-balancer.js";
import { fixedName, namedOptions } from "./fixed-name.js";
import { resource } from "./resources.js";
import { type OpenStackBalancerOptions, settingsOf } from "./settings.js";
import { adoptedBalancer, adoptedNetwork, vipSubnet } from "./subnets.js";
import { flatTags, tagRules } from "./tags.js";

const byMembers = emulated("the balancer takes every connection; the members' rules admit these clients only");

const support = {
  kind: {
    application: when("driver", {
      amphora: native(),
      ovn: unsupported(
        "an OVN balancer passes connections on and reads no requests",
        'kind: "network", or driver: "amphora" in the settings',
      ),
    }),
    network: native(),
  },
  visibility: { public: native(), private: native() },
  allowFrom: {
    internet: native(),
    range: when("driver", { amphora: native(), ovn: byMembers }),
    tier: when("driver", {
      amphora: near("listeners admit ranges only: the tier's whole subnet, with all else that stands in it"),
      ovn: byMembers,
    }),
  },
  address: {
    ephemeral: near("a floating IP is a resource of its own and outlives a replaced balancer all the same"),
    reserved: native(),
  },
  logs: {
    access: unsupported("logs of Octavia go to the operator", "logs of the members"),
    error: unsupported("logs of Octavia go to the operator", "logs of the members"),
  },
  deletionProtection: unsupported("Octavia deletes what it is told to", "the option protect of Pulumi"),
  tags: near('labels become flat texts, "key=value", and sets take none: provider 3.x has no tags of pools'),
  physicalName: native(),
} as const satisfies SupportOf<LoadBalancerSpec>;

export const loadBalancer: Adapter<LoadBalancerSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedBalancer(it);
    return [
      ...(adopted ? sameAsAdopted(adopted, it) : placeRules(it)),
      ...tagRules(it.spec.tags, "loadBalancer.tags"),
      ...optionRules(it),
    ];
  },
  plan: (it) => {
    const adopted = adoptedBalancer(it);
    return adopted ? adopt(adopted) : build(it);
  },
};

export function optionsOf(it: DeclaredLoadBalancer): OpenStackBalancerOptions {
  return meaning(settingsOf(it).loadBalancers, it.name) ?? {};
}

function placeRules(it: DeclaredLoadBalancer): Issue[] {
  if (vipSubnet(it)) return [];
  return [
    {
      path: "loadBalancer.network",
      message: `the adopted network "${it.spec.network.name}" has no public subnet to stand in`,
      instead: "a subnet with public: true in the settings, one that its router joins with the external network",
    },
  ];
}

function optionRules(it: DeclaredLoadBalancer): Issue[] {
  if (it.spec.kind === "application" || optionsOf(it).insertHeaders === undefined) return [];
  return [
    {
      path: `settings.loadBalancers.${it.name}.insertHeaders`,
      message: 'is not an option of a balancer of kind "network"',
      instead: "leave it out",
    },
  ];
}

function build(it: DeclaredLoadBalancer): Plan {
  const { flavorId, availabilityZone } = optionsOf(it);
  const { driver } = settingsOf(it);
  const { id: vipSubnetId } = vipSubnet(it) as { id: string };
  const found = it.spec.visibility === "public" ? publicAddress(it) : undefined;
  return {
    resources: {
      balancer: resource(
        "openstack:loadbalancer/loadBalancer:LoadBalancer",
        {
          vipSubnetId,
          ...(driver === undefined ? {} : { loadbalancerProvider: driver }),
          ...(flavorId === undefined ? {} : { flavorId }),
          ...(availabilityZone === undefined ? {} : { availabilityZone }),
          ...flatTags(it.spec.tags),
          ...fixedName(it),
        },
        namedOptions(it),
      ),
      ...found?.resources,
    },
    outputs: { loadBalancerId: ref("balancer.id"), address: found?.address ?? ref("balancer.vipAddress") },
    notes: [orphan, ...(isRouteUnknown(it) ? [routeUnknown] : [])],
  };
}

/** A floating IP of its own, or one from the settings. It needs the way from its subnet to the external network. */
function publicAddress(it: DeclaredLoadBalancer): { resources: Record<string, Planned>; address: unknown } {
  const { addresses, externalNetwork } = settingsOf(it);
  const { network, address, tags } = it.spec;
  const portId: Ref = ref("balancer.vipPortId");
  const options = network.plan.resources.publicInterface ? { dependsOn: [ref(network, "publicInterface")] } : {};
  const existing = address === "reserved" ? meaning(addresses, it.name) : undefined;
  if (existing !== undefined) {
    const type = "openstack:networking/floatingIpAssociate:FloatingIpAssociate";
    return {
      resources: { association: resource(type, { floatingIp: existing, portId }, { options }) },
      address: existing,
    };
  }
  const args = { pool: externalNetwork.name, portId, ...flatTags(tags) };
  return {
    resources: { address: resource("openstack:networking/floatingIp:FloatingIp", args, { options }) },
    address: ref("address.address"),
  };
}

function isRouteUnknown({ spec }: DeclaredLoadBalancer): boolean {
  const adopted = adoptedNetwork(spec.network);
  return spec.visibility === "public" && adopted !== undefined && adopted.routerId === undefined;
}

const routeUnknown: Note = {
  id: "note:loadBalancer.route",
  fate: "note",
  path: "loadBalancer.network",
  message: "the floating IP needs a router between its subnet and the external network; the settings name no routerId",
};

const orphan: Note = {
  id: "note:loadBalancer.orphan",
  fate: "note",
  path: "loadBalancer",
  message: "one that fails while it is made is unknown to Pulumi and holds its network: delete it by hand",
};
