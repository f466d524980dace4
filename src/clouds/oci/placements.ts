import type { Input } from "@pulumi/pulumi";
import { type Note, outputOf, type Ref } from "../../core/planned.js";
import { quote } from "../../core/text.js";
import type { DeclaredTier } from "../../spec/tier.js";
import { adoptedBy } from "./adopted-network.js";
import { type Placement, subnetsOf } from "./network.js";

interface PlacementConfiguration {
  availabilityDomain: string;
  faultDomains?: string[];
  primaryVnicSubnets: { subnetId: string | Ref };
}

/** The availability domains that a pool is spread over, each once: all with the regional subnet, or each with its own. */
export function placementsOf({ spec }: DeclaredTier): PlacementConfiguration[] {
  const { network, placement = "private" } = spec;
  const candidates = adoptedBy(network)?.subnets.filter((one) => one.public === (placement === "public"));
  const regional = candidates?.find(({ zone }) => zone === undefined);
  if (candidates && !regional) {
    const zones = new Map(candidates.map(({ zone = "", id }): [string, Input<string>] => [zone, id]));
    return [...zones].map(([domain, id]) => configuration({ availabilityDomain: domain }, id));
  }
  const subnet = regional?.id ?? (subnetsOf(network, placement)[0] as Ref);
  return (outputOf(network, "placements") as Placement[]).map((one) => configuration(one, subnet));
}

/** An adopted network may have subnets of one kind in fewer availability domains than of the other. */
export function placementNotes(tier: DeclaredTier): Note[] {
  const { network, placement = "private" } = tier.spec;
  const covered = placementsOf(tier);
  const isWhole =
    covered.length >= network.spec.zones || covered.some(({ faultDomains }) => faultDomains !== undefined);
  if (isWhole) return [];
  const domains = quote(
    covered.map(({ availabilityDomain }) => availabilityDomain),
    "and",
  );
  const message = `instances stand in ${domains} alone: network "${network.name}" has ${placement} subnets nowhere else`;
  return [{ id: "warning:instancePool.template.zones", fate: "warning", path: "instancePool.template", message }];
}

function configuration(
  { availabilityDomain, faultDomains }: Placement,
  subnetId: Input<string> | Ref,
): PlacementConfiguration {
  return {
    availabilityDomain,
    ...(faultDomains === undefined ? {} : { faultDomains: [...faultDomains] }),
    primaryVnicSubnets: { subnetId: subnetId as Ref },
  };
}
