// Sources: Networking API reference (CreateVcnDetails, CreateSubnetDetails, RouteRule), Networking documentation (regional
// subnets, NAT gateways, default security list, fault domains), terraform-provider-oci 8.23.0; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { partOf } from "../../core/ranges.js";
import { native, near, type SupportOf, when } from "../../core/support.js";
import type { DeclaredNetwork, NetworkSpec } from "../../spec/network.js";
import { adoptedBy, adoptNetwork, sameAsAdopted } from "./adopted-network.js";
import { displayName, partDisplayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { placeOf, settingsOf } from "./settings.js";
import { tagRules } from "./tags.js";

const support = {
  cidr: native(),
  zones: when("domains", {
    several: native(),
    one: when("spread", {
      "several zones": near("the region has one availability domain: its fault domains are the zones", undefined, {
        range: [2, 3],
      }),
      "one zone": native(),
    }),
  }),
  outbound: {
    "nat-per-zone": near("a NAT gateway serves the whole region: there is one, with one public address"),
    nat: native(),
    none: native(),
  },
  tags: native(),
  physicalName: native(),
} as const satisfies SupportOf<NetworkSpec>;

export const network: Adapter<NetworkSpec> = {
  support,
  rules: (it) => [...zoneRules(it), ...sameAsAdopted(it), ...tagRules(it, "network.tags")],
  plan: (it) => {
    const adopted = adoptedBy(it);
    return adopted ? adoptNetwork(adopted, placementsOf(it)) : build(it);
  },
};

/** Subnets for a placement: a regional one, or one for each availability domain that an adopted network covers. */
export function subnetsOf(network: DeclaredNetwork, placement: "public" | "private"): (string | Ref)[] {
  return outputOf(network, placement === "public" ? "publicSubnets" : "privateSubnets") as (string | Ref)[];
}

/** Where members may stand. */
export interface Placement {
  readonly availabilityDomain: string;
  /** The fault domains that stand for zones. Default: all of them. */
  readonly faultDomains?: readonly string[];
}

function placementsOf(it: DeclaredNetwork): Placement[] {
  const { availabilityDomains } = settingsOf(it);
  const [only] = availabilityDomains;
  if (only === undefined || availabilityDomains.length > 1 || it.spec.zones === 1)
    return availabilityDomains.slice(0, it.spec.zones).map((availabilityDomain) => ({ availabilityDomain }));
  const faultDomains = Array.from({ length: it.spec.zones }, (_, index) => `FAULT-DOMAIN-${index + 1}`);
  return [{ availabilityDomain: only, faultDomains }];
}

function zoneRules(it: DeclaredNetwork): Issue[] {
  const { length } = settingsOf(it).availabilityDomains;
  if (length === 1 || it.spec.zones <= length) return [];
  return [
    {
      path: "network.zones",
      message: `${it.spec.zones} are more than the ${length} availability domains in the settings`,
      instead: `a number up to ${length}, or availabilityDomains: [ … ] in the settings with as many names`,
    },
  ];
}

const parts = { bits: 2, public: 0, private: 2 } as const;
const everywhere = { destination: "0.0.0.0/0", destinationType: "CIDR_BLOCK" } as const;

function build(it: DeclaredNetwork): Plan {
  const outbound = it.spec.outbound ?? "nat";
  const common = { ...placeOf(it, it.spec.tags), vcnId: ref("vcn.id") };
  return {
    resources: {
      vcn: resource("oci:Core/vcn:Vcn", {
        ...placeOf(it, it.spec.tags),
        cidrBlocks: [it.spec.cidr],
        displayName: displayName(it),
      }),
      gateway: resource("oci:Core/internetGateway:InternetGateway", {
        ...common,
        enabled: true,
        displayName: partDisplayName(it, "gateway"),
      }),
      ...(outbound === "none" ? {} : { nat: natGateway(it) }),
      closed: resource("oci:Core/securityList:SecurityList", {
        ...common,
        ingressSecurityRules: [],
        egressSecurityRules: [],
        displayName: partDisplayName(it, "closed"),
      }),
      publicRoutes: routes(it, "publicRoutes", [ref("gateway.id")]),
      privateRoutes: routes(it, "privateRoutes", outbound === "none" ? [] : [ref("nat.id")]),
      public: subnet(it, "public"),
      private: subnet(it, "private"),
    },
    outputs: {
      networkId: ref("vcn.id"),
      publicSubnets: [ref("public.id")],
      privateSubnets: [ref("private.id")],
      placements: placementsOf(it),
      outbound,
    },
  };
}

function natGateway(it: DeclaredNetwork): Planned {
  return resource("oci:Core/natGateway:NatGateway", {
    ...placeOf(it, it.spec.tags),
    vcnId: ref("vcn.id"),
    blockTraffic: false,
    displayName: partDisplayName(it, "nat"),
  });
}

function routes(it: DeclaredNetwork, role: string, gateways: Ref[]): Planned {
  return resource("oci:Core/routeTable:RouteTable", {
    ...placeOf(it, it.spec.tags),
    vcnId: ref("vcn.id"),
    routeRules: gateways.map((networkEntityId) => ({ ...everywhere, networkEntityId })),
    displayName: partDisplayName(it, role),
  });
}

/** Regional, so that it outlives an availability domain; the closed list keeps the VCN's default list, which admits SSH, away. */
function subnet(it: DeclaredNetwork, placement: "public" | "private"): Planned {
  return resource("oci:Core/subnet:Subnet", {
    ...placeOf(it, it.spec.tags),
    vcnId: ref("vcn.id"),
    cidrBlock: partOf(it.spec.cidr, parts.bits, parts[placement]),
    routeTableId: ref(`${placement}Routes.id`),
    securityListIds: [ref("closed.id")],
    prohibitPublicIpOnVnic: placement === "private",
    displayName: partDisplayName(it, placement),
  });
}
