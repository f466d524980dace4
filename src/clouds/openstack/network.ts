// Sources: Networking API v2 reference, neutron conf/policies/router.py (external_gateway_info:enable_snat is for
// administrators), octavia release note fix-plugging-member-subnets (11.0.0), @pulumi/openstack 3.15.2 declarations; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { type Note, type Plan, type Planned, ref } from "../../core/planned.js";
import { native, near, type SupportOf, unsupported, when } from "../../core/support.js";
import type { DeclaredNetwork, NetworkSpec } from "../../spec/network.js";
import { fixedName, namedOptions } from "./fixed-name.js";
import { resource } from "./resources.js";
import { type OpenStackNetwork, settingsOf } from "./settings.js";
import { adoptedNetwork, isRouted, type Place, partFor } from "./subnets.js";
import { flatTags, tagRules } from "./tags.js";

const support = {
  cidr: native(),
  zones: when("spread", {
    "one zone": native(),
    "several zones": near("a subnet here reaches through all zones and stands in none of them"),
  }),
  outbound: {
    "nat-per-zone": near("one router serves all zones; whether it outlives one of them is the operator's choice"),
    nat: native(),
    none: when("driver", {
      amphora: native(),
      ovn: unsupported(
        "OVN balancers keep clients' addresses, so members answer through the router",
        'outbound: "nat", or driver: "amphora" in the settings',
      ),
    }),
  },
  tags: near('labels become flat texts, "key=value"'),
  physicalName: native(),
} as const satisfies SupportOf<NetworkSpec>;

export const network: Adapter<NetworkSpec> = {
  support,
  rules: (it) => {
    const adopted = adoptedNetwork(it);
    return [...(adopted ? sameAs(adopted, it) : enoughZones(it)), ...tagRules(it.spec.tags, "network.tags")];
  },
  plan: (it) => {
    const adopted = adoptedNetwork(it);
    return adopted ? { resources: {}, outputs: { networkId: adopted.networkId } } : build(it);
  },
};

function enoughZones(it: DeclaredNetwork): Issue[] {
  const { availabilityZones: zones } = settingsOf(it);
  if (zones === undefined || zones.length >= it.spec.zones) return [];
  return [
    {
      path: "network.zones",
      message: `${it.spec.zones} are more than the ${zones.length} of availabilityZones in the settings`,
      instead: "availabilityZones: [ … ] in the settings with as many names, or none",
    },
  ];
}

function sameAs({ cidr, outbound, subnets }: OpenStackNetwork, { name, spec }: DeclaredNetwork): Issue[] {
  const named = new Set(subnets.flatMap(({ zone }) => zone ?? [])).size;
  const facts = { cidr, zones: named === 0 ? spec.zones : named, outbound };
  const wanted = { cidr: spec.cidr, zones: spec.zones, outbound: spec.outbound ?? outbound };
  const different = (Object.keys(facts) as (keyof typeof facts)[]).filter((key) => facts[key] !== wanted[key]);
  return [
    ...different.map((key) => ({
      path: `network.${key}`,
      message: `${JSON.stringify(wanted[key])} is not what the adopted network "${name}" has`,
      instead: JSON.stringify(facts[key]),
    })),
    ...(spec.tags
      ? [{ path: "network.tags", message: `would change the adopted network "${name}"`, instead: "leave them out" }]
      : []),
    ...(spec.physicalName === undefined
      ? []
      : [
          {
            path: "network.physicalName",
            message: `would change the adopted network "${name}"`,
            instead: "leave it out",
          },
        ]),
  ];
}

function build(it: DeclaredNetwork): Plan {
  const tags = flatTags(it.spec.tags);
  const routed = isRouted(it);
  return {
    resources: {
      network: resource("openstack:networking/network:Network", { ...tags, ...fixedName(it) }, namedOptions(it)),
      public: subnet(it, "public"),
      private: subnet(it, "private", routed ? {} : { noGateway: true }),
      router: resource("openstack:networking/router:Router", {
        externalNetworkId: settingsOf(it).externalNetwork.id,
        ...tags,
      }),
      publicInterface: routerInterface("public"),
      ...(routed ? { privateInterface: routerInterface("private") } : {}),
    },
    outputs: { networkId: ref("network.id") },
    notes: routed ? [] : [unrouted],
  };
}

/** Tenants may not switch source NAT off, so a subnet that must not reach the internet has no router. */
const unrouted: Note = {
  id: "note:network.outbound.none",
  fate: "note",
  path: "network.outbound",
  message:
    "no router reaches the private subnet: balancers take an address in it (Octavia 11 or newer), and members admit that whole subnet",
};

function subnet(it: DeclaredNetwork, place: Place, gateway: { noGateway?: true } = {}): Planned {
  const { dnsNameservers } = settingsOf(it);
  return resource("openstack:networking/subnet:Subnet", {
    networkId: ref("network.id"),
    cidr: partFor(it, place),
    ipVersion: 4,
    ...gateway,
    ...(dnsNameservers ? { dnsNameservers } : {}),
    ...flatTags(it.spec.tags),
  });
}

function routerInterface(place: Place): Planned {
  return resource("openstack:networking/routerInterface:RouterInterface", {
    routerId: ref("router.id"),
    subnetId: ref(`${place}.id`),
  });
}
