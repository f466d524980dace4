import { type Ref, ref } from "../../core/planned.js";
import type { DeclaredNetwork } from "../../spec/network.js";
import { adoptedNetwork } from "./adopted-network.js";
import { settingsOf } from "./settings.js";

export interface Subnet {
  readonly zone: string;
  readonly id: string | Ref;
}

/** Zones of a network that is made, in the order of the settings. */
export function zonesOf(network: DeclaredNetwork): string[] {
  return (settingsOf(network).zones ?? []).slice(0, network.spec.zones);
}

/** The subnets of a placement, one in each zone. */
export function subnetsOf(network: DeclaredNetwork, placement: "public" | "private"): Subnet[] {
  const adopted = adoptedNetwork(network);
  if (!adopted) return zonesOf(network).map((zone) => ({ zone, id: ref(network, `${placement}:${zone}.id`) }));
  return adopted.subnets
    .filter((subnet) => subnet.public === (placement === "public"))
    .map(({ zone, id }) => ({ zone, id: id as string }));
}
